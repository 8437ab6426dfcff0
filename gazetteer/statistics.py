"""How many entities there are, by kind, origin and source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gazetteer.entity import Entity


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of entities."""

    entities: int
    kinds: dict[str, int]
    origins: dict[str, int]
    sources: dict[str, int]


def stats(entities: Iterable[Entity]) -> Stats:
    """The counts by kind, by origin ("" where it is not said), and by source without the addresses in it, the largest
    first.
    """
    kinds: Counter[str] = Counter()
    origins: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    for entity in entities:
        kinds[entity.kind] += 1
        origins[entity.origin] += 1
        sources[entity.source.partition(": http")[0]] += 1
    return Stats(sum(kinds.values()), *(dict(count.most_common()) for count in (kinds, origins, sources)))
