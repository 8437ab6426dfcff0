"""Whether the entity was in the world when the text was written, and whether it was new then."""

from __future__ import annotations

from gazetteer.claims.weights import Weights
from gazetteer.evidence import Candidate, Context, Evidence

SPOKEN_OF_BEFORE = {"event": 3650, "work": 730, "product": 730, "organization": 365, "term": 180}
"""Days for which the news may speak of a thing before it is there: games are awarded, films announced."""
SHOWN = frozenset({"work", "product", "event"})
"""Kinds of which the news speaks while they are new."""
NEW = (-550, 365)
"""Days from the text to the first day of a thing that is new: a film of the season, a company just founded. Most dates
are known by their year alone."""


class Dates:
    """Claims about the first day of the entity and the day of the text."""

    def __init__(self, weights: Weights) -> None:
        self._claim = weights.evidence

    def of(self, candidate: Candidate, context: Context) -> list[Evidence]:
        """The claim that the entity came after the text, or not long before. An estimated date rules nothing out."""
        entity = candidate.entity
        if entity.since is None or context.date is None:
            return []
        ahead = (entity.since - context.date).days
        if context.is_dated and ahead > SPOKEN_OF_BEFORE.get(entity.kind, 0):
            said = f"it is known since {entity.since:%B %Y}, after the text"
            return [self._claim("not yet in the world", 1.0, said)]
        if entity.kind in SHOWN and NEW[0] <= ahead <= NEW[1]:
            said = f"it was new then: known since {entity.since.year}"
            return [self._claim(f"new at the time ({entity.kind})", 1.0, said)]
        return []
