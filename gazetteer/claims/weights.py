"""What claims weigh."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from gazetteer.evidence import Evidence, make_evidence


class Weights:
    """The weights of the model by the names of its claims; what the model does not know weighs nothing."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def __getitem__(self, name: str) -> float:
        return self._weights.get(name, 0.0)

    def evidence(self, name: str, value: float, claim: str) -> Evidence:
        """A claim that holds as far as `value` says, with what it weighs and with its sentence."""
        return make_evidence(Evidence, (name, value, self._weights.get(name, 0.0), claim))


def read_weights(path: Path) -> Weights:
    """The model's weights, from the file that the fit writes."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Weights({str(name): float(value) for name, value in data["weights"].items()})
