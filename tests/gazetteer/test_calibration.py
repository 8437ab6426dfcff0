"""Scores of candidates, and the probabilities they come to."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.calibration import Calibration, probabilities

calibrations = st.builds(Calibration, st.floats(0.5, 3), st.floats(-2, 2), st.floats(0, 0.05))
shares = st.floats(0, 1)


def test_of_candidates_that_score_nothing_each_is_as_likely_as_none() -> None:
    assert probabilities([0.0, 0.0, 0.0]) == pytest.approx([0.25] * 3)


@given(calibrations, shares, shares)
def test_what_is_likelier_stays_likelier(calibration: Calibration, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert calibration(low) <= calibration(high) <= 1 - calibration.lapse


@given(calibrations, st.floats(0.1, 0.94))
def test_the_least_score_comes_to_the_probability(calibration: Calibration, probability: float) -> None:
    share = 1 / (1 + math.exp(-calibration.least_score(probability)))
    assert calibration(share) == pytest.approx(probability, abs=1e-5)


def test_no_score_comes_to_more_than_the_ceiling() -> None:
    assert Calibration(lapse=0.04).least_score(0.97) == math.inf
