"""No rule takes more than linear time on hostile repeats: 1 MB takes about ten times as long as 100 kB."""

from __future__ import annotations

import time
from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gazetteer import Gazetteer
from normalizers.detectors import DETECTORS
from normalizers.page import Page
from normalizers.reader import Reader

LONG, SHORT = 1_000_000, 100_000
SLACK = 4
"""A ratio of times this many times that of the lengths is taken for more than linear; by the square it would be ten."""
FLOOR = 0.02
"""Seconds below which a time says nothing."""
TRIES = 3
"""Times a text is read again where it seemed to take too long: other work on the machine is no fault of a rule."""
UNITS = [
    *("<", "< p >", "<p ", "&amp;", "“", "”a", "“a”b", "a“", " ”", "a,b", ",", "aa.", "。", "@@ ", "\x00", "中", "'\""),
    *(
        "the the ",
        "1,000 ",
        "\u0420a",
        "\u00e2\u20ac",
        "a and a ",
        "july ",
        " us ",
        "[UNK",
        "{{",
        "12 mu ",
        "a\n",
        "( ",
        "[a",
    ),
    *(
        "Ministry of ",
        "Monday, July 1 ",
        "Reporter 12 from ",
        "(Reporter A",
        "Source: a ",
        "Editor: a\n",
        "trump said ",
    ),
    *(
        "President ",
        "New York New York ",
        "one two one two ",
        "changed its mouth ",
        "eating melon ",
        "my country ",
        "I ",
    ),
    *("introduced that ", "the reporter learned from the ", "US Defense ", "Minister ", "head of the South Korean "),
    *("fifth border ", "conference ", "security office ", "3 billion ", "Kim Jong-un "),
]
OWN = [detector for detector in DETECTORS if not detector.RULE.code.startswith("ZM1")]
"""Those of names are held to the same in their own tests: they read the whole text together."""


def divided(text: str, gazetteer: Gazetteer) -> Reader:
    """A reader whose page is divided already, so that a rule is charged for its own work alone."""
    page = Page(text, gazetteer)
    assert page.document_stems is not None and page.sentence_of is not None
    assert page.right_mentions is not None and page.countries is not None
    return Reader(page)


def seconds(detector: ModuleType, reader: Reader) -> float:
    begun = time.perf_counter()
    for _ in detector.detect(reader):
        pass
    return time.perf_counter() - begun


def is_linear(detector: ModuleType, short: Reader, long: Reader) -> bool:
    for _ in range(TRIES):
        most = max(FLOOR, seconds(detector, short)) * SLACK * LONG / SHORT
        if seconds(detector, long) < most:
            return True
    return False


@pytest.mark.slow
@settings(max_examples=10, derandomize=True)
@given(units=st.lists(st.sampled_from(UNITS), min_size=1, max_size=3))
@example(["“a”b"])
@example(["changed its mouth "])
@example(["one two one two "])
@example(["head of the South Korean ", "security office "])
def test_time_grows_with_the_length_of_the_text(units: list[str]) -> None:
    gazetteer, unit = Gazetteer.default(), "".join(units)
    text = (unit * (LONG // len(unit) + 1))[:LONG]
    short, long = divided(text[:SHORT], gazetteer), divided(text, gazetteer)
    assert [detector.RULE.code for detector in OWN if not is_linear(detector, short, long)] == []
