"""Whether the text speaks of the entity elsewhere, and whether its Chinese original does."""

from __future__ import annotations

from collections.abc import Iterable

from gazetteer.claims.weights import Weights
from gazetteer.evidence import Candidate, Context, Evidence
from gazetteer.manner import EAR, gloss_group, is_gloss

WHOLE_NAMES = "both names in the text"
"""A name of several words that is spelt nearly like a right one of the same text: a slip, or somebody's relative."""


class Document:
    """Claims about the rest of the text, and about its original."""

    def __init__(self, weights: Weights) -> None:
        self._claim = weights.evidence

    def of(self, candidate: Candidate, context: Context) -> Iterable[Evidence]:
        """The claims that the entity is named elsewhere, and that its Chinese name stands in the original or not."""
        entity = candidate.entity
        is_named = entity.id in context.named or entity.id in context.settled
        if not is_named and context.source is None:
            return
        by_ear = candidate.posting.channel in EAR
        group = gloss_group(candidate) if is_gloss(candidate, context) else "(ear)" if by_ear else "(reading)"
        if is_named:
            is_whole = by_ear and len(context.spelt) > 1 and entity.id in context.named
            name = WHOLE_NAMES if is_whole else f"named elsewhere {group}"
            yield self._claim(name, 1.0, f"the text speaks of {entity.name} elsewhere")
        if context.source is not None:
            written = next((form for form in entity.zh if form.replace("·", "") in context.source), None)
            if written:
                yield self._claim(f"in the source {group}", 1.0, f"{written} stands in the Chinese original")
            else:
                yield self._claim(f"not in the source {group}", 1.0, "its Chinese name does not stand in the original")
