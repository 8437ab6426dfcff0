"""Corrections built from data: a text and proposals, without a gazetteer."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from normalizers.applier import apply
from normalizers.finding import Alternative, Correction, Document, EntityReference, Evidence, Rule
from normalizers.policy import Policy
from normalizers.proposal import Proposal
from normalizers.quality import score

CASES = Path(__file__).parent / "cases"

RULES = {
    "person": Rule("ZM101", "misread-person", "accuracy/mistranslation/named-entity", "major"),
    "place": Rule("ZM102", "misread-place", "accuracy/mistranslation/named-entity", "major"),
    "term": Rule("ZM104", "misread-term", "terminology/wrong-term", "major"),
    "work": Rule("ZM105", "misread-work", "accuracy/mistranslation/named-entity", "minor"),
    "case": Rule("ZM301", "wrong-case", "linguistic-conventions/capitalization", "minor"),
    "markup": Rule("ZM401", "leftover-markup", "design-and-markup/markup-tag", "critical"),
}

SIGNATURE = "gazetteer:2026.11+0a1b2c3d|rules:5+11223344|policy:0.90/0.50|version:0.1.0"


def correction(text: str, proposals: Iterable[Proposal] = (), **document: Any) -> Correction:
    """The correction of a text by these proposals."""
    corrected, findings = apply(text, proposals, Policy())
    about = Document(**{"id": "example", **document}, text=text)
    return Correction(about, corrected, findings, score(len(text.split()), findings), SIGNATURE)


def proposal(text: str, find: str, replacement: str | None, confidence: float | None = 0.95, **other: Any) -> Proposal:
    """A proposal for the `nth` place (from 1) of `find`, or for the first that follows the words `after`."""
    start = text.index(other["after"]) + len(other["after"]) - 1 if "after" in other else -1
    for _ in range(other.get("nth", 1)):
        start = text.index(find, start + 1)
    entity = other.get("entity")
    return Proposal(
        RULES[other.get("rule", "person")],
        start,
        start + len(find),
        replacement,
        confidence,
        tuple(Evidence(claim, weight) for claim, weight in other.get("evidence", ())),
        EntityReference(*entity) if entity else None,
        tuple(Alternative(wording, likely) for wording, likely in other.get("alternatives", ())),
    )


def read(name: str) -> Correction:
    """The correction that a case file describes."""
    case = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    text = case["text"]
    proposals = [proposal(text, **fields) for fields in case["proposals"]]
    return correction(text, proposals, id=case["id"], date=case["date"], title=case["title"])
