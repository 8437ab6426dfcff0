"""Every rule against its cases: a text a line, and what becomes of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from gazetteer import Gazetteer
from normalizers.applier import apply
from normalizers.detectors import DETECTORS
from normalizers.page import Page
from normalizers.policy import Policy
from normalizers.reader import Reader
from normalizers.style import house_style

FOLDER = Path(__file__).parent / "cases"
RULES = {detector.RULE.code: detector for detector in DETECTORS}
NAMES = "ZM1"
DAY = date(2020, 10, 20)
STYLE = {"Kim Jong-un": (), "Belt and Road Initiative": ("One Belt One Road", "OBOR")}
"""The house style under which the cases are read."""


def read(path: Path) -> list[tuple[str, str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    pairs = [line.rsplit("|", 1) for line in lines]
    return [(path.stem, _unescaped(text), _unescaped(becomes)) for text, becomes in pairs]


def _unescaped(text: str) -> str:
    return (
        text.replace("\\n", "\n").replace("\\t", "\t")
        if "\\u" not in text
        else ("".join(chr(int(part[:4], 16)) + part[4:] if at else part for at, part in enumerate(text.split("\\u"))))
    )


CASES = [case for path in sorted(FOLDER.glob("*.txt")) for case in read(path)]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.default()


def run(detector: ModuleType, text: str, gazetteer: Gazetteer) -> tuple[str, int]:
    reader = Reader(Page(text, gazetteer), DAY, house_style(STYLE, gazetteer))
    corrected, findings = apply(text, detector.detect(reader), Policy())
    return corrected, len(findings)


@pytest.mark.parametrize(("code", "text", "becomes"), CASES)
def test_a_rule_does_what_its_case_says(code: str, text: str, becomes: str, gazetteer: Gazetteer) -> None:
    corrected, found = run(RULES[code], text, gazetteer)
    if becomes == "=":
        assert (corrected, found) == (text, 0)
    elif becomes == "?":
        assert corrected == text
        assert found
    else:
        assert corrected == becomes
        assert run(RULES[code], corrected, gazetteer)[0] == corrected


def test_every_rule_beside_those_of_names_has_cases_and_a_fifth_are_negative() -> None:
    assert {code for code, _, _ in CASES} == {code for code in RULES if not code.startswith(NAMES)}
    for rule in {code for code, _, _ in CASES}:
        becomes = [case[2] for case in CASES if case[0] == rule]
        assert becomes.count("=") * 5 >= len(becomes), rule


@pytest.mark.parametrize(("code", "text", "becomes"), [case for case in CASES if hasattr(RULES[case[0]], "SUREST")])
def test_no_proposal_is_surer_than_the_rule_says(code: str, text: str, becomes: str, gazetteer: Gazetteer) -> None:
    detector = RULES[code]
    proposals = detector.detect(Reader(Page(text, gazetteer), DAY, house_style(STYLE, gazetteer)))
    assert all((proposal.confidence or 0.0) <= detector.SUREST for proposal in proposals)
