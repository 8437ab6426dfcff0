"""The quality score: its formula, and the error rates beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.finding import SEVERITIES, Action, Correction, Document, Finding, Rule
from normalizers.quality import MARKS, MINOR_MARK, WEIGHTS, error_rates, penalty, score


def finding(category: str, severity: str, action: Action, confidence: float | None) -> Finding:
    rule = Rule("ZM999", "made-up", category, severity)  # type: ignore[arg-type]
    return Finding("0", 0, 1, "a", 0, 1, rule, action, "b", confidence)


def correction(words: int, *findings: Finding) -> Correction:
    return Correction(Document("1", "a"), "a", findings, score(words, findings), "")


NAME, MARK = "accuracy/mistranslation/named-entity", "fluency/spacing"


@pytest.mark.parametrize(
    ("category", "severity", "confidence", "taken"),
    [
        (NAME, "minor", 0.8, 0.8),
        (NAME, "major", 1.0, 5.0),
        (NAME, "critical", 0.2, 5.0),
        (NAME, "minor", None, 0.5),
        (MARK, "minor", 1.0, 0.1),
        (MARK, "major", 1.0, 5.0),
    ],
)
def test_a_finding_takes_its_weight_times_its_confidence(
    category: str, severity: str, confidence: float | None, taken: float
) -> None:
    assert penalty(finding(category, severity, "flagged", confidence)) == pytest.approx(taken)


def test_what_is_applied_counts_before_and_not_after() -> None:
    found = score(200, [finding(NAME, "major", "applied", 1.0), finding(NAME, "minor", "suggested", 0.6)])
    assert (found.words, found.before, found.after) == (200, 97.2, 99.7)


kinds = st.tuples(
    st.sampled_from([NAME, *sorted(MARKS)]),
    st.sampled_from(SEVERITIES),
    st.sampled_from(["applied", "suggested", "flagged"]),
    st.none() | st.floats(0, 1),
)


@given(st.integers(0, 10_000), st.lists(kinds, max_size=20))
def test_scores_are_between_0_and_100_and_correcting_never_lowers_them(
    words: int, kinds: list[tuple[str, str, Action, float | None]]
) -> None:
    found = score(words, [finding(*kind) for kind in kinds])
    assert 0 <= found.before <= found.after <= 100


def test_rates_are_per_100_words_of_all_documents() -> None:
    rates = error_rates(
        [
            correction(50, finding(NAME, "major", "applied", 0.9), finding(MARK, "minor", "suggested", 0.9)),
            correction(150, finding(NAME, "minor", "flagged", None), finding(NAME, "major", "suggested", 0.9)),
        ]
    )
    assert [(r.category, r.severity, r.before, r.after) for r in rates] == [
        (NAME, "major", 1.0, 0.5),
        (NAME, "minor", 0.5, 0.5),
        (MARK, "minor", 0.5, 0.5),
    ]
    assert error_rates([]) == ()


def test_a_light_mark_weighs_less_than_anything_else() -> None:
    assert min(WEIGHTS.values()) > MINOR_MARK > 0
