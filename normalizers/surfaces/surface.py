"""A run of words that may be a garbled name."""

from __future__ import annotations

from typing import NamedTuple

from gazetteer.evidence import Candidate


class Surface(NamedTuple):
    """A run of words, both inclusive, with the entities that it may be a garbled name of."""

    first: int
    last: int
    candidates: list[Candidate]
