"""The time of each rule: `pytest benchmarks/test_rules.py --benchmark-only` prints it. No time is asserted."""

from __future__ import annotations

from types import ModuleType

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from gazetteer import Gazetteer
from normalizers.detectors import DETECTORS
from normalizers.page import Page
from normalizers.reader import Reader

SENTENCES = (
    "The minister said on Monday that 300 mu of land,near the river, had been flooded. ",
    "He spoke of a“green channel”for goods, and then changed his mouth. ",
    "In the view of the South Korean delegation the talks were long , deep and frank. ",
    "Nobody in the town of Pingyang had expected so many visitors from the United States. ",
)
TIMES = 100


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A text of some 6,000 words whose page is divided already, so that a rule is charged for its own work alone."""
    page = Page("".join(SENTENCES) * TIMES, Gazetteer.default())
    reader = Reader(page)
    assert page.document_stems and page.right_mentions is not None and page.countries is not None and page.sentence_of
    assert reader.names is not None
    return reader


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.RULE.code)
def test_a_rule(benchmark: BenchmarkFixture, detector: ModuleType, reader: Reader) -> None:
    """Read the whole text once."""
    benchmark(lambda: list(detector.detect(reader)))
