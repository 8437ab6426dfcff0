"""No rule takes more than linear time on hostile repeats: a text takes about ten times as long as a tenth of it."""

from __future__ import annotations

import time
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer import Gazetteer
from normalizers.detectors import DETECTORS
from normalizers.page import Page
from normalizers.reader import Reader

LONG = 200_000
TIMES_LONGER, SLACK, FLOOR = 10, 6, 0.02
UNITS = [
    "<",
    "< p >",
    "<p ",
    "&amp;",
    "“",
    "”a",
    "“a”b",
    " ”",
    "a,b",
    ",",
    "aa.",
    "。",
    "@@ ",
    "\x00",
    "1,000 ",
    "the the ",
    "\u0420a",
    "\u00e2\u20ac",
    "a and a ",
    "july ",
    " us ",
    "[UNK",
    "{{",
    "'\"",
    "12 mu ",
    "Ministry of ",
    "a\n",
    "( ",
    "Monday, July 1 ",
]
OWN = [detector for detector in DETECTORS if not detector.RULE.code.startswith("ZM1")]
TEXTUAL = [
    d for d in OWN if d.RULE.code.startswith(("ZM3", "ZM5", "ZM7")) or d.RULE.code in ("ZM204", "ZM205", "ZM402")
]


def seconds(detector: ModuleType, text: str, gazetteer: Gazetteer) -> float:
    page = Page("", gazetteer)
    page.text = text
    reader = Reader(page)
    begun = time.perf_counter()
    for _ in detector.detect(reader):
        pass
    return time.perf_counter() - begun


@pytest.mark.parametrize("detector", TEXTUAL, ids=lambda detector: detector.RULE.code)
@settings(max_examples=3, deadline=None, derandomize=True)
@given(units=st.lists(st.sampled_from(UNITS), min_size=1, max_size=3))
def test_time_grows_with_the_length_of_the_text(detector: ModuleType, units: list[str]) -> None:
    gazetteer = Gazetteer.default()
    unit = "".join(units)
    long = (unit * (LONG // len(unit) + 1))[:LONG]
    short = max(FLOOR, min(seconds(detector, long[: LONG // TIMES_LONGER], gazetteer) for _ in range(2)))
    assert seconds(detector, long, gazetteer) < short * TIMES_LONGER * SLACK
