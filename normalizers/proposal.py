"""What a detector proposes, before it is decided what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

from normalizers.finding import Alternative, EntityReference, Evidence, Rule


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fault at code points `start` to `end` of the original.

    `replacement` is None where the detector knows of nothing to put in its place, "" where the text should go.
    `confidence` is the probability that the replacement is right in this place.
    """

    rule: Rule
    start: int
    end: int
    replacement: str | None
    confidence: float | None
    evidence: tuple[Evidence, ...] = ()
    entity: EntityReference | None = None
    alternatives: tuple[Alternative, ...] = ()
