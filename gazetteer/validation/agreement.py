"""Public lists give the same name to what they know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from gazetteer.entity import Entity
from gazetteer.similarity import likeness, squash
from gazetteer.validation.finding import WARNING, Finding

LEAST_LIKENESS = 0.5
"""The likeness below which two spellings of one name disagree."""

LISTED = ("person", "place", "organization")
"""Kinds of entity that public lists are believed to name as the press does."""


def agreement(entities: Sequence[Entity], known: Iterable[Entity]) -> Iterator[Finding]:
    """Public lists that know the Chinese form of a person, a place or a body give it the same name.

    A list's entity of another country, or with the name of another entity of ours, is another thing with the same form.
    """
    ours = {squash(name) for entity in entities for name in entity.right}
    names: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in known:
        if entity.kind in LISTED:
            for form in entity.zh:
                names[entity.kind, form].append(entity)
    for entity in entities:
        others = [
            other
            for form in entity.zh
            for other in names.get((entity.kind, form), ())
            if not _another_thing(entity, other, ours)
        ]
        if entity.note or not others:
            continue
        own = tuple(map(squash, entity.right))
        if all(likeness(squash(name), own) < LEAST_LIKENESS for other in others for name in other.right):
            listed = ", ".join(sorted({f"{other.name} ({other.source})" for other in others})[:3])
            what = f"{entity.zh[0]} is {entity.name} here and {listed} elsewhere"
            yield Finding(WARNING, entity.id, what, "mend one of them, or say why in a note")


def _another_thing(entity: Entity, other: Entity, ours: Container[str]) -> bool:
    """Whether a list's entity with the same Chinese form is surely not this one."""
    if entity.country and other.country and not set(entity.country) & set(other.country):
        return True
    own = set(map(squash, entity.right))
    return any(squash(name) in ours and squash(name) not in own for name in other.right)
