"""Findings and corrections as plain data, and back."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from normalizers import Correction, Document, Finding, Rule, Zhengming
from normalizers.finding import Alternative, EntityReference, Evidence, Score

CONFIDENCE = st.floats(0, 1)
RULES = st.builds(
    Rule, st.just("ZM101"), st.just("misread-person"), st.text(), st.sampled_from(("minor", "major", "critical"))
)
FINDINGS = st.builds(
    Finding,
    id=st.text(),
    start=st.integers(0),
    end=st.integers(0),
    surface=st.text(),
    corrected_start=st.integers(0),
    corrected_end=st.integers(0),
    rule=RULES,
    action=st.sampled_from(("applied", "suggested", "flagged")),
    replacement=st.none() | st.text(),
    confidence=st.none() | CONFIDENCE,
    alternatives=st.lists(st.builds(Alternative, st.text(), CONFIDENCE), max_size=3).map(tuple),
    entity=st.none() | st.builds(EntityReference, st.text(), st.text(), st.text()),
    evidence=st.lists(st.builds(Evidence, st.text(), st.floats(-9, 9)), max_size=3).map(tuple),
)
DOCUMENTS = st.builds(
    Document,
    id=st.text(),
    text=st.text(),
    date=st.none() | st.dates().map(lambda day: day.isoformat()),
    title=st.none() | st.text(),
    extra=st.dictionaries(st.sampled_from(("url", "author", "tags")), st.text() | st.lists(st.text())),
)
CORRECTIONS = st.builds(
    Correction,
    document=DOCUMENTS,
    text=st.text(),
    findings=st.lists(FINDINGS, max_size=3).map(tuple),
    score=st.builds(Score, st.integers(0), CONFIDENCE, CONFIDENCE),
    signature=st.text(),
)


@given(FINDINGS)
def test_a_finding_survives_json(finding: Finding) -> None:
    assert Finding.from_record(json.loads(json.dumps(finding.record()))) == finding


@given(CORRECTIONS)
def test_a_correction_survives_json(correction: Correction) -> None:
    assert Correction.from_record(json.loads(json.dumps(correction.record()))) == correction


def test_a_real_correction_survives_json(zm: Zhengming) -> None:
    correction = zm.correct("South Korean Foreign Minister Kang Jinghe left.", date="2020-10-20")
    assert correction.findings
    assert Correction.from_record(json.loads(json.dumps(correction.record()))) == correction


def test_the_hash_is_that_of_the_text() -> None:
    known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert Document("a", "abc").sha256 == known
    assert len(Document("a", "\ud800").sha256) == len(known)


def test_fields_of_the_input_do_not_displace_our_own() -> None:
    correction = Correction(Document("a", "x", extra={"id": "b", "sha256": "c"}), "x", (), Score(1, 100, 100), "s")
    assert correction.record()["document"]["id"] == "a"
    assert correction.record()["document"]["sha256"] == correction.document.sha256
