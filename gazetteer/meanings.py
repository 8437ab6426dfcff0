"""Phrases -> the names whose parts their words say (`gazetteer.renderings.meaning`)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

import numpy as np

from gazetteer import manner
from gazetteer.index import Index, Names, Spoken
from gazetteer.posting import MEANING, Posting, Said
from gazetteer.renderings.gloss import FARTHEST
from gazetteer.renderings.meaning import ALOUD, GOING_ON

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

ALOUD_STEPS = {ALOUD: 3, GOING_ON: 0}
"""What reading parts aloud costs, in ranks of glosses."""
MOST_PARTS = 15
"""Parts of one name that a stem may say at most (`Said.parts`)."""
_REST = 0xFFF
"""The bits of a packed `Said` below those that tell the division of a name."""


def said(index: Index, stems: Collection[str]) -> Iterator[Posting]:
    """Yield a posting for each division of a name whose parts are said by the stems: each part by one of them at least,
    and no stem says none. Of names of three parts or more, one part may stay unsaid, or one stem say nothing.
    """
    heard = [spoken for stem in stems if len((spoken := index.spoken(MEANING + stem)).packed)]
    if len(stems) - len(heard) > 1 or len(heard) < 2:
        return
    for name in _shared(heard, len(stems) - 1 if len(stems) > 2 else 2):
        telling = [some for spoken in heard if len(some := _of_name(spoken.packed, name))]
        parts = [Said.unpack(packed) for some in telling for packed in some]
        posting = _posting(parts, len(telling), len(stems) - len(telling))
        if posting:
            yield posting


def _of_name(packed: Sequence[int], name: int) -> Sequence[int]:
    """What one stem may say of one name."""
    first = bisect_left(packed, name)
    return packed[first : bisect_right(packed, name | _REST, first, min(len(packed), first + MOST_PARTS))]


def _shared(heard: Sequence[Spoken], least: int) -> list[int]:
    """The names of which so many stems say a part, all of them or all but one, in order; none where they are many.

    Such a name has one of the rarest stems, as many as may be missing and one more: only those names are looked at.
    """
    spoken = sorted(heard, key=lambda spoken: len(spoken.packed))
    if sum(len(some.packed) for some in spoken[: len(heard) - least + 1]) > MOST_LOOKED_AT:
        return []
    first, second, *others = [some.names for some in spoken]
    full = _common(first, second)
    if least == len(heard):
        for other in others:
            full = _common(full, other)
        kept = full
    else:
        third, *others = others
        kept = _either(full, _common(first, third), _common(second, third))
        full = _common(full, third)
        for other in others:
            kept = _either(_common(kept, other), full)
            full = _common(full, other)
    found: list[int] = (kept if len(kept) <= MOST else full).tolist()
    return found if len(found) <= MOST else []


def _common(some: Names, others: Names) -> Names:
    """Those of some names that others are as well; all in ascending order."""
    found: Names = some[others.take(others.searchsorted(some), mode="clip") == some]
    return found


def _either(*some: Names) -> Names:
    return np.unique(np.concatenate(some))


def _posting(parts: list[Said], telling: int, spare: int) -> Posting | None:
    """The name that the parts are those of, where all is said but one part by the `telling` stems, or `spare` (one
    stem) says nothing. A stem that would have to say two parts leaves one of them unsaid.

    What is read aloud is no word besides: no other stem says it. A name that is read aloud as a whole is pinyin.
    """
    ranks: dict[int, int] = {}
    for part in parts:
        ranks[part.number] = min(part.rank, ranks.get(part.number, part.rank))
    aloud = [part.number for part in parts if part.rank >= ALOUD]
    if aloud and (len(set(aloud)) == len(ranks) or _is_said_twice(parts, aloud)):
        return None
    words = telling + sum(rank == GOING_ON for rank in ranks.values())
    apart = parts[0].parts - min(len(ranks), words) + spare
    if apart > 1 or (apart and parts[0].parts < LEAST_PARTS):
        return None
    steps = sum(ALOUD_STEPS.get(rank, rank) for rank in ranks.values())
    cost = min(1.0, COST + apart * APART_COST + steps / FARTHEST)
    return Posting(parts[0].ordinal, manner.MEANING, cost, parts[0].written, turned=bool(apart))


def _is_said_twice(parts: list[Said], aloud: list[int]) -> bool:
    """Whether another word says what one reads aloud."""
    return len(set(aloud)) < len(aloud) or any(part.rank < ALOUD and part.number in aloud for part in parts)
