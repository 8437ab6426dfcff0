"""The entities that a surface may stand for though it has none of their keys: by sound, by meaning, by one word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from gazetteer.evidence import Candidate
from gazetteer.layers import Layers
from gazetteer.meanings import said
from gazetteer.posting import MEANING, SKELETON, WORD
from gazetteer.renderings.sound import skeleton
from gazetteer.similarity import likeness

LIKE_ENOUGH = 0.62
"""The likeness at which a name that shares a skeleton becomes a candidate."""
MOST_ALIKE = 400
"""Postings of one skeleton that are compared; a skeleton with more tells nothing."""
MOST_CALLED = 20
"""Entities that are called by one word; a word for more tells nothing."""


class Candidates:
    """Looks for candidates in layers; each question is answered once."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self.alike = lru_cache(maxsize=1 << 14)(self._alike)
        self.meant = lru_cache(maxsize=1 << 14)(self._meant)
        self.called = lru_cache(maxsize=1 << 14)(self._called)
        self.means_something = lru_cache(maxsize=1 << 16)(self._means_something)
        self.skeleton = lru_cache(maxsize=1 << 14)(skeleton)

    def _alike(self, squashed: str) -> tuple[Candidate, ...]:
        """The entities whose name sounds or is spelt like a squashed surface, the likest first."""
        found = {c.entity.id: c for c in self._with_skeleton(squashed)}
        return tuple(sorted(found.values(), key=lambda c: (-c.likeness, c.entity.id)))

    def _with_skeleton(self, squashed: str) -> Iterator[Candidate]:
        for layer, index in enumerate(self._layers.indexes):
            postings = index.get(SKELETON + skeleton(squashed))
            if len(postings) > MOST_ALIKE:
                continue
            for posting in postings:
                alike = likeness(squashed, index.spellings(posting.ordinal))
                if alike < LIKE_ENOUGH:
                    continue
                entity = index.entity(posting.ordinal)
                if not self._layers.is_replaced(entity.id, layer):
                    yield Candidate(entity, posting, min(alike, 0.99))

    def _meant(self, stems: frozenset[str]) -> tuple[Candidate, ...]:
        """The entities whose name these stems say part by part (`gazetteer.meanings.said`), the plainest first."""
        found: dict[str, Candidate] = {}
        for layer, index in enumerate(self._layers.indexes):
            for posting in said(index, stems):
                entity = index.entity(posting.ordinal)
                before = found.get(entity.id)
                is_plainer = before is None or posting.cost < before.posting.cost
                if is_plainer and not self._layers.is_replaced(entity.id, layer):
                    found[entity.id] = Candidate(entity, posting)
        return _plainest(found.values())

    def _called(self, stem: str) -> tuple[Candidate, ...]:
        """The entities whose name is, put into English, the one word of this stem; none where it is that of many."""
        found = {entity.id: Candidate(entity, posting) for entity, posting in self._layers.postings(WORD + stem)}
        return _plainest(found.values()) if len(found) <= MOST_CALLED else ()

    def _means_something(self, stem: str) -> bool:
        """Whether a stem may say a part of a name."""
        return MEANING + stem in self._layers


def _plainest(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(candidates, key=lambda c: (c.posting.cost, c.entity.id)))
