"""The quality score: an estimate in the MQM manner.

    score = max(0, 100 - 100 * penalty / words),  penalty = sum over findings of severity weight * confidence

with the MQM weights 1 (minor), 5 (major) and 25 (critical). `before` counts every finding, `after` those that were not
applied. A finding without a confidence counts half. The words are those of the original.
"""

from __future__ import annotations

from collections.abc import Iterable

from normalizers.finding import Finding, Score

WEIGHTS = {"minor": 1.0, "major": 5.0, "critical": 25.0}
"""The severity weights of MQM 2.0 (themqm.org, scoring models)."""
UNKNOWN_CONFIDENCE = 0.5


def score(words: int, findings: Iterable[Finding]) -> Score:
    """The score of a text of so many words with these findings."""
    before = after = 0.0
    for finding in findings:
        confidence = UNKNOWN_CONFIDENCE if finding.confidence is None else finding.confidence
        penalty = WEIGHTS[finding.rule.severity] * confidence
        before += penalty
        after += 0.0 if finding.action == "applied" else penalty
    return Score(words, _scaled(before, words), _scaled(after, words))


def _scaled(penalty: float, words: int) -> float:
    return round(max(0.0, 100.0 - 100.0 * penalty / max(1, words)), 2)
