"""What is left out as faint could not have come to anything."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from normalizers import Zhengming
from normalizers.naming import Reading, read_names
from normalizers.page import Page
from normalizers.surfaces import surfaces
from normalizers.zhengming import day_of
from scripts.gold import Case, read

FOLDER = Path(__file__).parents[1] / "cases"
PATHS = [path for split in ("fit", "unseen") for path in sorted((FOLDER / split).glob("*.gold.txt"))]
CASES = [case for path in PATHS for case in read(path)]
TOGETHER = 8
"""Cases to a text: more of them speak of more countries and fields."""
LEAST = (0.05, 0.2, 0.5, 0.9)


def _page(zm: Zhengming, cases: list[Case]) -> Page:
    text = "\n".join(case.text for case in cases)
    starts = [sentence.start_char for sentence in zm.nlp(text).sents]
    return Page(text, zm.gazetteer, starts, "首尔会谈" if len(text) % 2 else None)


def _probable(readings: list[Reading], least: float) -> list[Reading]:
    return [reading for reading in readings if reading.best.probability >= least]


def test_whatever_is_probable_is_read(zm: Zhengming) -> None:
    for at in range(0, len(CASES), TOGETHER):
        cases = CASES[at : at + TOGETHER]
        everything = read_names(_page(zm, cases), day_of(cases[0].date))
        for least in LEAST:
            read_again = read_names(_page(zm, cases), day_of(cases[0].date), least=least)
            assert _probable(read_again, least) == _probable(everything, least)


def test_plain_phrases_are_left_out(zm: Zhengming) -> None:
    pages = [_page(zm, CASES[at : at + TOGETHER]) for at in range(0, 400, TOGETHER)]
    found = sum(len(surfaces(page)) for page in pages)
    assert sum(len(read_names(page, None, least=0.2)) for page in pages) < found


@pytest.mark.parametrize("least", LEAST)
def test_a_score_below_the_least_gives_no_probability(zm: Zhengming, least: float) -> None:
    for calibration in zm.gazetteer.calibration.values():
        score = calibration.least_score(least)
        assert calibration(1 / (1 + math.exp(-score))) <= least
