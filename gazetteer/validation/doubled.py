"""One thing has one entity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from gazetteer.entity import Entity
from gazetteer.similarity import squash
from gazetteer.validation.finding import WARNING, Finding

APART = ("person", "office")
"""Kinds that nothing of another kind is: an office and its organisation may share all their names."""


def doubled(entities: Iterable[Entity]) -> Iterator[Finding]:
    """No two entities have one English name and one Chinese form, unless they are of different countries, or one has a
    note that tells them apart.
    """
    named: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in entities:
        for form in entity.zh:
            named[squash(entity.name.removeprefix("the ")), form].append(entity)
    pairs = {(one.id, other.id): (one, other) for same in named.values() for one, other in combinations(same, 2)}
    for (_, other_id), (one, other) in sorted(pairs.items()):
        if _may_be_one(one, other) and not (one.note or other.note):
            forms = "、".join(sorted({*one.zh} & {*other.zh}))
            what = f"{other_id} is called {other.name} as well, and {forms} in Chinese"
            yield Finding(WARNING, one.id, what, "make them one, or say in a note how they differ")


def _may_be_one(one: Entity, other: Entity) -> bool:
    if one.kind != other.kind and (one.kind in APART or other.kind in APART):
        return False
    return not (one.country and other.country) or not {*one.country}.isdisjoint(other.country)
