"""Decisions are applied exactly; those that do not fit are named."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.finding import Correction, Finding
from reports import decisions
from reports.decisions import Decision, Reviewed, Verdict
from tests.reports import examples

TEXT = "Xu Xun met Li Renrong; Xu left for Pingchang."


@pytest.fixture(scope="module")
def made() -> Correction:
    return examples.correction(
        TEXT,
        [
            examples.proposal(TEXT, "Xu Xun", "Suh Hoon"),
            examples.proposal(TEXT, "Li Renrong", "Lee In-young", 0.7),
            examples.proposal(TEXT, "met Li", "saw Li", 0.6, rule="term"),
            examples.proposal(TEXT, "Pingchang", None, None, rule="place"),
        ],
    )


def of(finding: Finding, verdict: Verdict, replacement: str | None = None) -> Decision:
    return Decision(finding.id, finding.start, finding.end, finding.surface, verdict, replacement)


def outcome(made: Correction, *taken: Decision) -> decisions.Outcome:
    return decisions.apply(made, [Reviewed(made.document.id, made.document.sha256, taken)])


def by_surface(made: Correction) -> dict[str, Finding]:
    return {finding.surface: finding for finding in made.findings}


@pytest.mark.parametrize(
    ("surface", "verdict", "replacement", "expected"),
    [
        ("Xu Xun", "rejected", None, TEXT),
        ("Xu Xun", "unsure", None, "Suh Hoon met Li Renrong; Xu left for Pingchang."),
        ("Xu Xun", "accepted", "Suh Hoon", "Suh Hoon met Li Renrong; Xu left for Pingchang."),
        ("Xu Xun", "accepted", "", " met Li Renrong; Xu left for Pingchang."),
        ("Li Renrong", "accepted", "Lee In-young", "Suh Hoon met Lee In-young; Xu left for Pingchang."),
        ("Li Renrong", "unsure", None, "Suh Hoon met Li Renrong; Xu left for Pingchang."),
        ("Pingchang", "accepted", "Pyeongchang", "Suh Hoon met Li Renrong; Xu left for Pyeongchang."),
        ("Pingchang", "rejected", None, "Suh Hoon met Li Renrong; Xu left for Pingchang."),
    ],
)
def test_one_decision(made: Correction, surface: str, verdict: Verdict, replacement: str | None, expected: str) -> None:
    done = outcome(made, of(by_surface(made)[surface], verdict, replacement))
    assert (done.text, done.unfit) == (expected, ())


def test_no_decisions_leave_the_corrected_text(made: Correction) -> None:
    assert decisions.apply(made).text == outcome(made).text == made.text


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"finding": "0" * 12}, "no such finding"),
        ({"start": 1}, "another place"),
        ({"surface": "Xu Xu"}, "another place"),
        ({"verdict": "accepted", "replacement": None}, "no replacement"),
    ],
)
def test_a_decision_that_does_not_fit_is_named(made: Correction, change: dict[str, Any], reason: str) -> None:
    done = outcome(made, replace(of(by_surface(made)["Xu Xun"], "rejected"), **change))
    assert done.text == made.text
    assert len(done.unfit) == 1 and reason in done.unfit[0] and "\n" not in done.unfit[0]


def test_of_two_that_overlap_the_second_is_named(made: Correction) -> None:
    found = by_surface(made)
    done = outcome(made, of(found["Li Renrong"], "accepted", "Lee In-young"), of(found["met Li"], "accepted", "saw Li"))
    assert done.text == "Suh Hoon met Lee In-young; Xu left for Pingchang."
    assert len(done.unfit) == 1 and "overlaps 'Li Renrong'" in done.unfit[0]


def test_another_text_takes_no_decision(made: Correction) -> None:
    taken = of(by_surface(made)["Xu Xun"], "rejected")
    done = decisions.apply(made, [Reviewed(made.document.id, "0" * 64, (taken,))])
    assert done.text == made.text
    assert "not the one that was reviewed" in done.unfit[0]


def test_a_document_that_is_missing_is_named(made: Correction) -> None:
    taken = of(by_surface(made)["Xu Xun"], "rejected")
    first, second = decisions.apply_all([made], [Reviewed("gone", "0" * 64, (taken,))])
    assert (first.document, first.text, first.unfit) == (made.document.id, made.text, ())
    assert second.document == "gone" and len(second.unfit) == 1


def test_several_reviewers_are_taken_together(made: Correction) -> None:
    found = by_surface(made)
    one = Reviewed("example", made.document.sha256, (of(found["Xu Xun"], "rejected"),))
    other = Reviewed("example", made.document.sha256, (of(found["Li Renrong"], "accepted", "Lee In-young"),))
    (done,) = decisions.apply_all([made], [one, other])
    assert (done.text, done.unfit) == ("Xu Xun met Lee In-young; Xu left for Pingchang.", ())


def test_what_two_reviewers_decided_in_two_ways_is_named_once(made: Correction) -> None:
    found = by_surface(made)["Xu Xun"]
    done = outcome(made, of(found, "rejected"), of(found, "accepted", "Seo Hoon"))
    assert done.text == made.text
    assert len(done.unfit) == 1 and "more than one way" in done.unfit[0]
    agreed = outcome(made, of(found, "rejected"), of(found, "rejected"))
    assert (agreed.text, agreed.unfit) == (TEXT, ())


@given(st.lists(st.sampled_from(["accepted", "rejected", "unsure"]), min_size=19, max_size=19))
def test_accepting_what_is_applied_and_rejecting_the_rest_changes_nothing_else(verdicts: list[Verdict]) -> None:
    summit = examples.read("summit")
    taken = [of(f, v, f.replacement) for f, v in zip(summit.findings, verdicts, strict=True) if f.action == "applied"]
    done = outcome(summit, *taken)
    expected = summit.original
    for finding, verdict in reversed(list(zip(summit.findings, verdicts, strict=True))):
        if finding.action == "applied" and verdict != "rejected":
            expected = expected[: finding.start] + (finding.replacement or "") + expected[finding.end :]
    assert (done.text, done.unfit) == (expected, ())


GOOD = {"finding": "a", "start": 0, "end": 1, "surface": "x", "decision": "rejected", "replacement": None}


def file(**change: Any) -> dict[str, Any]:
    document = {"id": "a", "sha256": "0" * 64, "decisions": [{**GOOD, **change}]}
    return {"schema": decisions.SCHEMA, "documents": [document]}


def test_reading() -> None:
    more = {"entity": {"id": "person/x", "name": "X"}, "rule": "ZM101", "action": "applied"}
    (reviewed,) = decisions.parse(json.loads(json.dumps(file(**more))))
    assert reviewed.decisions == (Decision("a", 0, 1, "x", "rejected", None, None, "person/x", "ZM101", "applied"),)


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ([], "not a file of decisions"),
        ({"schema": "zhengming.result/1"}, "schema"),
        ({"schema": decisions.SCHEMA, "documents": {}}, "documents"),
        ({"schema": decisions.SCHEMA, "documents": [1]}, "document 1"),
        ({"schema": decisions.SCHEMA, "documents": [{"id": "a", "sha256": "b"}]}, "document 1"),
        (file(decision="maybe"), "document 1, decision 1: `decision`"),
        (file(start="0"), "`start`"),
        (file(start=True), "`start`"),
        (file(replacement=3), "`replacement`"),
        (file(entity={"id": None}), "`id`"),
    ],
)
def test_what_is_no_file_of_decisions_is_refused_in_one_line(data: Any, where: str) -> None:
    with pytest.raises(ValueError, match=where) as error:
        decisions.parse(data)
    assert "\n" not in str(error.value)
