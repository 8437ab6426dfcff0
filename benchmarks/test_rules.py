"""The share of each rule in the time of the whole: `pytest benchmarks/test_rules.py -s`.

The whole is one reading of a text: dividing it into words, sentences and mentions, reading its names, and every rule.
No time is asserted, for it says as much about the machine; the bar is that no rule takes more than a tenth of it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from types import ModuleType

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from normalizers import Zhengming, load
from normalizers.detectors import DETECTORS
from normalizers.page import Page
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.zhengming import proposals_of, sentence_starts

SENTENCES = (
    "The minister said on Monday that 300 mu of land,near the river, had been flooded. ",
    "He spoke of a“green channel”for goods, and then changed his mouth. ",
    "In the view of the South Korean delegation the talks were long , deep and frank. ",
    "Nobody in the town of Pingyang had expected so many visitors from the United States. ",
    "The director of the museum introduced that the hall had been built by local masons in 1911. ",
    "Rain fell for most of the week, and the crossing at the old harbor was closed to lorries. ",
)
TEXT = "".join(SENTENCES) * 60
BEST_OF = 5
BAR = 0.1
"""The share of the whole that no rule should exceed."""


@pytest.fixture(scope="module")
def zm() -> Zhengming:
    """The corrector with its built-in settings."""
    return load()


def divided(zm: Zhengming) -> Reader:
    """A reader whose page is divided, so that a rule is charged for its own work alone."""
    page = Page(TEXT, zm.gazetteer, sentence_starts(zm.nlp(TEXT)))
    assert page.document_stems and page.right_mentions is not None and page.countries is not None and page.sentence_of
    return Reader(page)


def best(work: Callable[[], object]) -> float:
    """The least of some times, in seconds."""
    times = []
    for _ in range(BEST_OF):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


def test_shares(zm: Zhengming) -> None:
    """Print each rule's time as a share of the whole, the greatest first."""
    whole = best(lambda: list(proposals_of(divided(zm))))
    page = divided(zm).page
    names = best(lambda: Reader(page).names)
    reader = Reader(page)
    assert reader.names is not None
    times = {detector.RULE: best(partial(_read, detector, reader)) for detector in DETECTORS}
    lines = [f"one reading {1000 * whole:.1f} ms, {len(page.words)} words"]
    lines.append(f"{100 * names / whole:5.1f} %  reading the names, which the rules ZM101 to ZM106 share")
    for rule, taken in sorted(times.items(), key=lambda pair: -pair[1]):
        mark = "  above the bar" if taken > BAR * whole else ""
        lines.append(f"{100 * taken / whole:5.1f} %  {rule.code} {rule.name}{mark}")
    sys.stdout.write("\n" + "\n".join(lines) + "\n")
    assert len(times) == len(DETECTORS)


def _read(detector: ModuleType, reader: Reader) -> list[Proposal]:
    return list(detector.detect(reader))


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.RULE.code)
def test_a_rule(benchmark: BenchmarkFixture, detector: ModuleType, zm: Zhengming) -> None:
    """Read the whole text once."""
    reader = divided(zm)
    assert reader.names is not None
    benchmark(lambda: list(detector.detect(reader)))
