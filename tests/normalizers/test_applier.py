"""Proposals turned into findings and text; the cases are in tests/cases/normalizers/applier.json."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers import Finding, Policy, Rule
from normalizers.applier import OffsetMap, apply
from normalizers.proposal import Proposal

CASES = json.loads((Path(__file__).parents[1] / "cases/normalizers/applier.json").read_text(encoding="utf-8"))
RULE = Rule("ZM999", "test-rule", "accuracy/mistranslation", "minor")


def replayed(text: str, findings: tuple[Finding, ...]) -> str:
    """The text after the applied findings, made one after another from the end."""
    for finding in reversed([finding for finding in findings if finding.action == "applied"]):
        text = text[: finding.start] + (finding.replacement or "") + text[finding.end :]
    return text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_cases(case: dict[str, Any]) -> None:
    proposals = [Proposal(RULE, *row) for row in case["proposals"]]
    corrected, findings = apply(case["text"], proposals, Policy())
    assert corrected == case["expect"]
    assert [finding.action for finding in findings] == case["actions"]


@st.composite
def texts_with_proposals(draw: st.DrawFn) -> tuple[str, list[Proposal]]:
    text = draw(st.text(max_size=12))
    proposals = []
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        replacement = draw(st.none() | st.text(max_size=6))
        confidence = draw(st.sampled_from((None, 0.1, 0.3, 0.6, 0.92, 0.95, 1.0)))
        proposals.append(Proposal(RULE, start, end, replacement, confidence))
    return text, proposals


@given(texts_with_proposals())
def test_replaying_the_applied_findings_gives_the_corrected_text(given_: tuple[str, list[Proposal]]) -> None:
    text, proposals = given_
    corrected, findings = apply(text, proposals, Policy())
    assert replayed(text, findings) == corrected


@given(texts_with_proposals())
def test_applied_findings_do_not_overlap(given_: tuple[str, list[Proposal]]) -> None:
    _, findings = apply(*given_, Policy())
    applied = [finding for finding in findings if finding.action == "applied"]
    for one, following in pairwise(applied):
        assert one.end <= following.start
        assert (one.start, one.end) != (following.start, following.end)


@given(texts_with_proposals())
def test_offsets_hold_in_both_texts(given_: tuple[str, list[Proposal]]) -> None:
    text, proposals = given_
    corrected, findings = apply(text, proposals, Policy())
    for finding in findings:
        assert text[finding.start : finding.end] == finding.surface
        expected = finding.replacement if finding.action == "applied" else finding.surface
        assert corrected[finding.corrected_start : finding.corrected_end] == expected


@given(texts_with_proposals())
def test_the_order_of_the_proposals_does_not_matter(given_: tuple[str, list[Proposal]]) -> None:
    text, proposals = given_
    distinct = list({(p.start, p.end, p.confidence): p for p in proposals}.values())
    assert apply(text, distinct, Policy()) == apply(text, distinct[::-1], Policy())


@given(texts_with_proposals())
def test_every_finding_has_an_id_of_its_own(given_: tuple[str, list[Proposal]]) -> None:
    _, findings = apply(*given_, Policy())
    assert len({finding.id for finding in findings}) == len(findings)


@pytest.mark.parametrize(
    ("offset", "start", "end"),
    [(0, 0, 0), (2, 2, 2), (3, 2, 7), (4, 7, 7), (6, 11, 9), (7, 12, 12)],
)
def test_offset_map(offset: int, start: int, end: int) -> None:
    offsets = OffsetMap([(2, 4, 2), (6, 6, 9)], [5, 2])
    assert (offsets.start(offset), offsets.end(offset)) == (start, end)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 3)), max_size=6), st.integers(0, 20))
def test_offsets_are_those_that_replaying_shows(gaps: list[tuple[int, int, int]], offset: int) -> None:
    edits, lengths, start, becomes = [], [], 0, 0
    for gap, taken, put in gaps:
        start, becomes = start + gap + 1, becomes + gap + 1
        edits.append((start, start + taken, becomes))
        lengths.append(put)
        start, becomes = start + taken, becomes + put
    before = [(edit, length) for edit, length in zip(edits, lengths, strict=True) if edit[1] <= offset]
    if any(edit[0] < offset < edit[1] or offset in edit[:2] for edit in edits):
        return
    moved = offset + sum(length - (end - start) for (start, end, _), length in before)
    assert OffsetMap(edits, lengths).start(offset) == OffsetMap(edits, lengths).end(offset) == moved


@pytest.mark.parametrize(("apply_above", "suggest_above"), [(0.4, 0.5), (1.1, 0.5), (0.9, -0.1)])
def test_a_policy_in_disorder_is_refused(apply_above: float, suggest_above: float) -> None:
    with pytest.raises(ValueError, match="thresholds"):
        Policy(apply_above=apply_above, suggest_above=suggest_above)
