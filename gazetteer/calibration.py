"""Scores of candidates -> probabilities, and what these come to in truth."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


def probabilities(scores: Sequence[float]) -> list[float]:
    """The probability of each candidate of one surface, from their scores."""
    top = max((0.0, *scores))
    weights = [math.exp(score - top) for score in scores]
    whole = math.exp(-top) + sum(weights)
    return [weight / whole for weight in weights]


ROUNDING = 1e-6
"""More than what sums of scores and probabilities are out by."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What a fitted probability comes to in truth: (1 - lapse) * sigmoid(slope * logit(p) + intercept).

    The sigmoid is Platt's (1999). `lapse` is the share of readings that are wrong however much speaks for them, for
    they are of something that the gazetteer does not know: without it the few that are surest and wrong make all that
    is less sure look worse than it is. It is the lapse rate of psychometric functions (Wichmann and Hill 2001).
    """

    slope: float = 1.0
    intercept: float = 0.0
    lapse: float = 0.0

    def __call__(self, probability: float) -> float:
        """The calibrated probability."""
        bounded = min(max(probability, 1e-9), 1 - 1e-9)
        return (1 - self.lapse) / (1 + math.exp(-(self.slope * math.log(bounded / (1 - bounded)) + self.intercept)))

    def least_score(self, probability: float) -> float:
        """The score below which no candidate comes to a calibrated probability; infinite where none does."""
        if self.slope <= 0 or not 0 < probability < 1:
            return -math.inf
        share = probability / (1 - self.lapse)
        if share >= 1:
            return math.inf
        return (math.log(share / (1 - share)) - self.intercept) / self.slope - ROUNDING


def read_calibration(path: Path) -> dict[str, Calibration]:
    """The calibrations that stand beside the weights, by what `manner` names."""
    data = json.loads(path.read_text(encoding="utf-8"))["calibration"]
    return {name: Calibration(**values) for name, values in data.items()}


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Surfaces whose likeliest candidate had a probability from `low` to `high`: how many there were, the mean of what
    was predicted, and the share in which the candidate was right.
    """

    low: float
    high: float
    surfaces: int
    predicted: float
    right: float


def read_reliability(path: Path) -> dict[str, tuple[ReliabilityBin, ...]]:
    """What the last fit measured, by the set of cases: `cross_validated` and `held_out`."""
    tables = json.loads(path.read_text(encoding="utf-8"))["reliability"]
    return {
        name: tuple(ReliabilityBin(r["from"], r["to"], r["surfaces"], r["predicted"], r["right"]) for r in rows)
        for name, rows in tables.items()
    }
