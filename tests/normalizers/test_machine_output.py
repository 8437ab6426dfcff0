"""What is left in the output of a real system, counted by patterns that are not those of the rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from normalizers import Zhengming

FAULTS = {
    "quotation mark between two words": (re.compile(r"\w“\w|\w”\w"), 200),
    "quotation mark glued on one side": (re.compile(r"\w“|”\w"), 200),
    "no space after a comma or stop": (re.compile(r"[a-z]{2}[,;][a-z]{2}|[a-z]{2}\.[A-Z][a-z]{2}"), 140),
    "no space, figures and other stops too": (
        re.compile(r"[A-Za-z]{2}[,;!?][A-Za-z]|[a-z]{2}[.!?][A-Z][a-z]|[A-Za-z]{3},\d|\d,[A-Za-z]{2}"),
        170,
    ),
    "placeholder": (re.compile(r"<url>"), 50),
}
"""Each fault’s pattern, and the least number of lines that have it, so that the test cannot go idle."""
ENOUGH = 0.9


@pytest.fixture(scope="module")
def lines(zm: Zhengming, shared_eval: Path) -> list[tuple[str, str]]:
    text = (shared_eval / "wmt21" / "hyp.Online-G.en").read_text(encoding="utf-8")
    original = text.split("\n")[:-1]
    return [(line, correction.text) for line, correction in zip(original, zm.pipe(original), strict=True)]


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
def test_nine_in_ten_faulty_lines_are_repaired(fault: str, lines: list[tuple[str, str]]) -> None:
    pattern, at_least = FAULTS[fault]
    corrected = [after for before, after in lines if pattern.search(before)]
    assert len(corrected) >= at_least
    assert sum(not pattern.search(after) for after in corrected) >= ENOUGH * len(corrected)
