"""Phrases -> the names whose parts their words say (`gazetteer.renderings.meaning`)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from gazetteer.index import Index
from gazetteer.posting import MEANING, NAME_BITS, Posting, Said
from gazetteer.renderings import CHANNELS
from gazetteer.renderings.gloss import FARTHEST

CHANNEL = next(number for number, channel in enumerate(CHANNELS, 1) if channel.NAME == "meaning")
COST = 0.1
"""What it costs not to be one of the glosses that are listed."""
APART_COST = 0.2
"""What it costs that one part is not said, or one word says nothing."""
LEAST_PARTS = 3
"""Parts of the shortest name of which one may be unsaid."""
MOST_LOOKED_AT = 4000
"""What the rarest stems of a phrase may say at most: more is said by any phrase."""
MOST = 40
"""Names that a phrase may say: one that says more says nothing."""

_NAME_BITS = np.uint64(NAME_BITS)
_REST = np.uint64(0xFFF)
_NOTHING: NDArray[np.uint64] = np.zeros(0, np.uint64)


def said(index: Index, stems: Collection[str]) -> Iterator[Posting]:
    """Yield a posting for each division of a name whose parts are said by the stems: each part by one of them at least,
    and no stem says none. Of names of three parts or more, one part may stay unsaid, or one stem say nothing.
    """
    spoken = [index.packed(MEANING + stem) for stem in stems]
    heard = [some for some in spoken if len(some)]
    unheard = len(spoken) - len(heard)
    if unheard > 1 or len(heard) < 2:
        return
    for name in _shared(heard, len(stems) - 1 if len(stems) > 2 else 2):
        parts = [Said.unpack(int(packed)) for some in heard for packed in _of_name(some, name)]
        spare = len(stems) - sum(len(_of_name(some, name)) > 0 for some in heard)
        posting = _posting(parts, spare)
        if posting:
            yield posting


def _names_of(spoken: NDArray[np.uint64]) -> NDArray[np.uint64]:
    return spoken & _NAME_BITS


def _of_name(spoken: NDArray[np.uint64], name: np.uint64) -> NDArray[np.uint64]:
    """What one stem may say of one name."""
    first, after = np.searchsorted(spoken, (name, name | _REST))
    return spoken[first:after]


def _shared(heard: Sequence[NDArray[np.uint64]], least: int) -> NDArray[np.uint64]:
    """The names of which so many stems say a part; none where they are many.

    Such a name has one of the rarest stems, as many as may be missing and one more: only those names are looked at.
    """
    rarest = sorted(heard, key=len)[: len(heard) - least + 1]
    if sum(map(len, rarest)) > MOST_LOOKED_AT:
        return _NOTHING
    names = np.unique(np.concatenate([_names_of(some) for some in rarest]))
    counts = np.zeros(len(names), np.int64)
    for some in heard:
        first, after = np.searchsorted(some, names), np.searchsorted(some, names | _REST, side="right")
        counts += after > first
    kept: NDArray[np.uint64] = names[counts >= least]
    full: NDArray[np.uint64] = names[counts == len(heard)]
    return kept if len(kept) <= MOST else full if len(full) <= MOST else _NOTHING


def _posting(parts: list[Said], spare: int) -> Posting | None:
    """The name that the parts are those of, where all is said but one part, or `spare` (one stem) says nothing."""
    ranks: dict[int, int] = {}
    for part in parts:
        ranks[part.number] = min(part.rank, ranks.get(part.number, part.rank))
    apart = parts[0].parts - len(ranks) + spare
    if apart > 1 or (apart and parts[0].parts < LEAST_PARTS):
        return None
    cost = min(1.0, COST + apart * APART_COST + sum(ranks.values()) / FARTHEST)
    return Posting(parts[0].ordinal, CHANNEL, cost, parts[0].written, turned=bool(apart))
