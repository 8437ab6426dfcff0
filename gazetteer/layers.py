"""Indexes in layers, the later before the earlier: an entity of a later layer replaces one with its id."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from gazetteer.entity import Entity
from gazetteer.index import Index
from gazetteer.posting import Posting


class Layers:
    """The indexes of a gazetteer, the built-in one first."""

    def __init__(self, indexes: tuple[Index, ...]) -> None:
        self.indexes = indexes
        self.spellings = lru_cache(maxsize=1 << 14)(self._spellings)

    def __len__(self) -> int:
        return sum(map(len, self.indexes))

    def __iter__(self) -> Iterator[Entity]:
        """The entities, layer by layer, without those that a later layer replaces."""
        for layer, index in enumerate(self.indexes):
            entities = (index.entity(ordinal) for ordinal in range(len(index)))
            yield from (entity for entity in entities if not self.is_replaced(entity.id, layer))

    def __contains__(self, found: str) -> bool:
        """Whether a layer has a key."""
        return any(found in index for index in self.indexes)

    def has_key_with(self, prefix: str) -> bool:
        """Whether a key of a layer begins with `prefix`, or is it."""
        return any(index.has_key_with(prefix) for index in self.indexes)

    def is_replaced(self, entity_id: str, layer: int) -> bool:
        """Whether a layer above has an entity of its own with this id."""
        return any(index.ordinal(entity_id) is not None for index in self.indexes[layer + 1 :])

    def postings(self, found: str) -> Iterator[tuple[Entity, Posting]]:
        """What a key stands for, layer by layer, the latest first, without entities that are replaced."""
        for layer, index in reversed(list(enumerate(self.indexes))):
            for posting in index.get(found):
                entity = index.entity(posting.ordinal)
                if not self.is_replaced(entity.id, layer):
                    yield entity, posting

    def entity(self, entity_id: str) -> Entity | None:
        """The entity with this id, from the latest layer that has it."""
        place = self._place(entity_id)
        return place[0].entity(place[1]) if place else None

    def record(self, entity_id: str) -> dict[str, Any]:
        """The record of an entity (`gazetteer.compile`); an empty one where there is no such entity."""
        place = self._place(entity_id)
        return place[0].record(place[1]) if place else {}

    def _spellings(self, entity_id: str) -> tuple[str, ...]:
        """The squashed spellings that a garbled surface of this entity may be like: its names, and its pinyin."""
        place = self._place(entity_id)
        return place[0].spellings(place[1]) if place else ()

    def _place(self, entity_id: str) -> tuple[Index, int] | None:
        """The latest index that has an entity, and its number there."""
        for index in reversed(self.indexes):
            ordinal = index.ordinal(entity_id)
            if ordinal is not None:
                return index, ordinal
        return None
