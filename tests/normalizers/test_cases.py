"""Every marked case of `tests/cases`: what has to be put right is, and nothing else is touched."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from normalizers import Correction, Zhengming
from scripts.gold import failure, read

FOLDER = Path(__file__).parents[1] / "cases"
SPLITS = ("fit", "once_blind", "held_out", "unseen")
CASES = {
    case.id: case for split in SPLITS for path in sorted((FOLDER / split).glob("*.gold.txt")) for case in read(path)
}
KNOWN = dict(
    line.split("\t", 1)
    for line in (FOLDER / "known_failures.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)


@pytest.fixture(scope="module")
def corrections(zm: Zhengming) -> dict[str, Correction]:
    """All cases corrected in one stream."""
    documents = ({"id": case.id, "text": case.text, "date": case.date} for case in CASES.values())
    return {correction.document.id: correction for correction in zm.pipe(documents)}


def _marked(case_id: str) -> object:
    marks = [pytest.mark.xfail(reason=KNOWN[case_id], strict=True)] if case_id in KNOWN else []
    return pytest.param(case_id, marks=marks)


@pytest.mark.parametrize("case_id", list(map(_marked, CASES)))
def test_a_case_comes_out_as_it_says(case_id: str, corrections: dict[str, Correction]) -> None:
    assert not failure(CASES[case_id], corrections[case_id])


def test_known_failures_are_cases() -> None:
    assert not KNOWN.keys() - CASES.keys()


def test_there_are_cases_enough_and_a_third_of_them_negative() -> None:
    negative = Counter(case.is_negative for case in CASES.values())
    assert negative.total() >= 400
    assert negative[True] * 3 >= negative.total()


def test_a_failure_is_told_from_a_success(zm: Zhengming) -> None:
    from dataclasses import replace

    case = next(case for case in CASES.values() if case.id not in KNOWN and not case.is_negative)
    untouched = replace(zm.correct("Nothing is wrong here."), findings=())
    assert failure(case, untouched) == "not found"
