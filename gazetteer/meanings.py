"""Phrases -> the names whose parts their words say (`gazetteer.renderings.meaning`)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from gazetteer.index import Index
from gazetteer.posting import MEANING, NAME_BITS, Posting, Said
from gazetteer.renderings import CHANNELS
from gazetteer.renderings.gloss import FARTHEST

CHANNEL = next(number for number, channel in enumerate(CHANNELS, 1) if channel.NAME == "meaning")
COST = 0.1
"""What it costs not to be one of the glosses that are listed."""
MOST = 50
"""Names that a phrase may say: one that says more says nothing."""

_NAME_BITS = np.uint64(NAME_BITS)


def said(index: Index, stems: Collection[str]) -> Iterator[Posting]:
    """Yield a posting for each division of a name each of whose parts is said by one of the stems, which have to say a
    part each.
    """
    spoken = [index.packed(MEANING + stem) for stem in stems]
    if not all(map(len, spoken)):
        return
    spoken.sort(key=len)
    names = reduce(_both, spoken[1:], np.unique(_names_of(spoken[0])))
    if not 0 < len(names) <= MOST:
        return
    for name in names:
        posting = _posting([Said.unpack(int(packed)) for some in spoken for packed in some[_names_of(some) == name]])
        if posting:
            yield posting


def _names_of(spoken: NDArray[np.uint64]) -> NDArray[np.uint64]:
    return spoken & _NAME_BITS


def _both(names: NDArray[np.uint64], spoken: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Those of the names that a stem says a part of as well. Both are in ascending order."""
    others = _names_of(spoken)
    places = np.minimum(np.searchsorted(others, names), len(others) - 1)
    kept: NDArray[np.uint64] = names[others[places] == names]
    return kept


def _posting(parts: list[Said]) -> Posting | None:
    """The name that the parts are those of, where they are all of its parts."""
    ranks: dict[int, int] = {}
    for part in parts:
        ranks[part.number] = min(part.rank, ranks.get(part.number, part.rank))
    if len(ranks) < parts[0].parts:
        return None
    cost = min(1.0, COST + sum(ranks.values()) / FARTHEST)
    return Posting(parts[0].ordinal, CHANNEL, cost, parts[0].written)
