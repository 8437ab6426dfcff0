"""What the keys of a gazetteer stand for, each looked up once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gazetteer.entity import Entity
from gazetteer.evidence import Candidate
from gazetteer.keys import LONGEST_KEY
from gazetteer.layers import Layers
from gazetteer.renderings import RIGHT

MANY = 8
"""Right names that so many entities share (Prime Minister) say nothing of a country."""


@dataclass(frozen=True, slots=True, eq=False)
class KeyFacts:
    """What one key of the layers stands for: candidates by right name, and by a garbled one. Equal is what is the same
    object, so that what follows from it can be remembered with it.
    """

    right: tuple[Entity, ...]
    garbled: tuple[Candidate, ...]
    countries: frozenset[str]


def facts_of(layers: Layers, found: str) -> KeyFacts:
    """What a key stands for. An entity comes once, by its right name if it has that key."""
    right: dict[str, Entity] = {}
    garbled: dict[str, Candidate] = {}
    for entity, posting in layers.postings(found):
        if entity.id in right or entity.id in garbled:
            continue
        if posting.channel == RIGHT:
            right[entity.id] = entity
        else:
            garbled[entity.id] = Candidate(entity, posting)
    return KeyFacts(tuple(right.values()), tuple(garbled.values()), shared_countries(right.values()))


def shared_countries(entities: Iterable[Entity]) -> frozenset[str]:
    """The countries that a right name speaks of: those that all its entities share which belong to a country.

    A country's own name speaks of it whoever else has the name (Jordan, Mali), save another place (Georgia).
    """
    known = [entity for entity in entities if entity.country and entity.kind != "office"]
    if any(entity.is_country for entity in known):
        known = [entity for entity in known if entity.kind == "place"]
    found = [frozenset(entity.country) for entity in known]
    if not found or len(found) > MANY:
        return frozenset()
    return frozenset.intersection(*found)


class Runs(dict[str, tuple[KeyFacts | None, bool]]):
    """Runs of stems, written together -> what they stand for, if they are a key, and whether a longer key may begin
    with them.

    The words of texts come again and again, and most runs of two are the beginning of nothing: remembered, they cost no
    look-up in a trie, however many layers there are.
    """

    def __init__(self, layers: Layers, facts: Callable[[str], KeyFacts]) -> None:
        super().__init__()
        self._layers = layers
        self._facts = facts

    def __missing__(self, run: str) -> tuple[KeyFacts | None, bool]:
        found = NO_RUN
        if len(run) <= LONGEST_KEY and self._layers.has_key_with(run):
            found = self._facts(run) if run in self._layers else None, True
        if len(self) >= MOST_RUNS:
            self.clear()
        self[run] = found
        return found


NO_RUN: tuple[KeyFacts | None, bool] = (None, False)
MOST_RUNS = 1 << 16
"""Runs that are remembered."""
