"""What is left in the output of a real system, counted by patterns that are not those of the rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from normalizers import Zhengming

FAULTS = {
    "glued quotation mark": re.compile(r"\w“\w|\w”\w"),
    "missing space": re.compile(r"[a-z]{2}[,;][a-z]{2}|[a-z]{2}\.[A-Z][a-z]{2}"),
    "placeholder": re.compile(r"<url>"),
}
ENOUGH = 0.9


@pytest.fixture(scope="module")
def lines(zm: Zhengming, shared_eval: Path) -> list[tuple[str, str]]:
    text = (shared_eval / "wmt21" / "hyp.Online-G.en").read_text(encoding="utf-8")
    original = text.split("\n")[:-1]
    return [(line, correction.text) for line, correction in zip(original, zm.pipe(original), strict=True)]


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
def test_nine_in_ten_faulty_lines_are_repaired(fault: str, lines: list[tuple[str, str]]) -> None:
    pattern = FAULTS[fault]
    corrected = [after for before, after in lines if pattern.search(before)]
    assert corrected
    assert sum(not pattern.search(after) for after in corrected) >= ENOUGH * len(corrected)
