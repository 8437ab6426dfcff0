"""What becomes of a proposal: applied, suggested or flagged, by its confidence."""

from __future__ import annotations

from dataclasses import dataclass

from normalizers.finding import Action
from normalizers.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Policy:
    """The confidences (0 to 1) at which a change is made, and at which it is suggested; `report_above`: at which it is
    mentioned.
    """

    apply_above: float = 0.90
    suggest_above: float = 0.50
    report_above: float = 0.20

    def __post_init__(self) -> None:
        if not 0 <= self.suggest_above <= self.apply_above <= 1:
            raise ValueError("the thresholds must satisfy 0 <= suggest-above <= apply-above <= 1")

    @property
    def signature(self) -> str:
        """The thresholds as they stand in a signature."""
        return f"{self.apply_above:.2f}/{self.suggest_above:.2f}"

    def action(self, proposal: Proposal) -> Action | None:
        """What becomes of the proposal; None where it is not worth a word."""
        confidence = proposal.confidence
        if proposal.replacement is None or confidence is None:
            return "flagged"
        if confidence >= self.apply_above:
            return "applied"
        if confidence >= self.suggest_above:
            return "suggested"
        return "flagged" if confidence >= self.report_above else None
