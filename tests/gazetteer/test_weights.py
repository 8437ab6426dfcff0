"""The weights of the model speak as their claims do."""

from __future__ import annotations

import json

import pytest

from gazetteer.builtin import DATA
from scripts.fit_judgement import AGAINST, FOR, bounds_of

MODEL = json.loads((DATA / "judgement.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(MODEL["weights"]))
def test_a_weight_has_the_sign_of_its_claim(name: str) -> None:
    low, high = bounds_of(name)
    assert low <= MODEL["weights"][name] <= high


@pytest.mark.parametrize("begins", [*FOR, *AGAINST])
def test_a_claim_with_a_sign_is_one_of_the_model(begins: str) -> None:
    assert any(name.startswith(begins) for name in MODEL["weights"])


def test_no_claim_speaks_both_ways() -> None:
    assert not [name for name in MODEL["weights"] if name.startswith(FOR) and name.startswith(AGAINST)]
