"""The quality score: an estimate in the MQM manner.

    score = max(0, 100 - 100 * penalty / words),  penalty = sum over findings of severity weight * confidence

with the weights 1 (minor), 5 (major) and 25 (critical), and 0.1 for minor findings of punctuation and spacing. `before`
counts every finding, `after` those that were not applied. A finding without a confidence counts half. The words are
those of the original.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from normalizers.finding import SEVERITIES, Correction, Finding, Rule, Score, Severity


@dataclass(frozen=True, slots=True)
class ErrorRate:
    """Findings of one MQM category and severity per 100 words, before and after the applied ones are made."""

    category: str
    severity: Severity
    before: float
    after: float


WEIGHTS = {"minor": 1.0, "major": 5.0, "critical": 25.0}
"""The severity weights of MQM 2.0 (themqm.org, scoring models)."""
MINOR_MARK = 0.1
"""The weight of a minor finding in `MARKS`: Freitag et al. 2021, Experts, Errors, and Context (TACL 9). The ratings of
WMT that the score is measured against use it.
"""
MARKS = frozenset({"fluency/punctuation", "fluency/spacing"})
UNKNOWN_CONFIDENCE = 0.5


def score(words: int, findings: Iterable[Finding]) -> Score:
    """The score of a text of so many words with these findings."""
    before = after = 0.0
    for finding in findings:
        taken = penalty(finding)
        before += taken
        after += 0.0 if finding.action == "applied" else taken
    return Score(words, _scaled(before, words), _scaled(after, words))


def penalty(finding: Finding) -> float:
    """What a finding takes from the score of a text of a hundred words."""
    confidence = UNKNOWN_CONFIDENCE if finding.confidence is None else finding.confidence
    return weight(finding.rule) * confidence


def weight(rule: Rule) -> float:
    """What an error of a rule weighs."""
    is_mark = rule.severity == "minor" and rule.category in MARKS
    return MINOR_MARK if is_mark else WEIGHTS[rule.severity]


def error_rates(corrections: Iterable[Correction]) -> tuple[ErrorRate, ...]:
    """The findings of one or more documents per 100 words, by category and, the gravest first, by severity.

    Each finding counts as one, however sure it is.
    """
    words, before, after = 0, Counter[tuple[str, Severity]](), Counter[tuple[str, Severity]]()
    for correction in corrections:
        words += correction.score.words
        for finding in correction.findings:
            kind = finding.rule.category, finding.rule.severity
            before[kind] += 1
            after[kind] += finding.action != "applied"
    rates = (ErrorRate(*kind, _per_100(before[kind], words), _per_100(after[kind], words)) for kind in before)
    return tuple(sorted(rates, key=lambda rate: (rate.category, -SEVERITIES.index(rate.severity))))


def _per_100(count: int, words: int) -> float:
    return round(100.0 * count / max(1, words), 4)


def _scaled(penalty: float, words: int) -> float:
    return round(max(0.0, 100.0 - 100.0 * penalty / max(1, words)), 2)
