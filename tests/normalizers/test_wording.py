"""Replacements fitted into their place; the cases are in tests/cases/normalizers/wording.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from normalizers import Policy, Rule
from normalizers.applier import apply
from normalizers.proposal import Proposal
from normalizers.wording import fit, takes_an

CASES = json.loads((Path(__file__).parents[1] / "cases/normalizers/wording.json").read_text(encoding="utf-8"))
RULE = Rule("ZM999", "test-rule", "accuracy/mistranslation", "minor")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_fit(case: dict[str, Any]) -> None:
    text = case["before"] + case["surface"] + case["after"]
    start = len(case["before"])
    proposal = Proposal(RULE, start, start + len(case["surface"]), case["replacement"], 1.0)
    corrected, _ = apply(text, [fit(text, proposal)], Policy())
    assert corrected == case["expect"]


def test_nothing_to_fit() -> None:
    proposal = Proposal(RULE, 2, 6, None, None)
    assert fit("a Enze", proposal) == proposal


@pytest.mark.parametrize(
    "words", ["end", "hour", "honest plan", "heir", "MP", "F-16", "8-point plan", "uncle", "Ulsan"]
)
def test_takes_an(words: str) -> None:
    assert takes_an(words)


@pytest.mark.parametrize(
    "words", ["plan", "union", "NATO", "Suh", "human", "European", "US plan", "UN plan", "one-off", "house", "use"]
)
def test_takes_a(words: str) -> None:
    assert not takes_an(words)
