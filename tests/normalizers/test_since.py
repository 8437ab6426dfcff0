"""What was not yet in the world when a text was written is not what it speaks of."""

from __future__ import annotations

import json
from datetime import date as Date
from pathlib import Path

import pytest

from gazetteer import Gazetteer, importing
from normalizers import load

GLOSSARY = """name,zh,kind,since,context
The Ferryman's Ledger,摆渡人账本,work,2023,film;cinema
"""
TEXT = "The cinema showed the film “Ferry People Account Book” on Friday."


@pytest.fixture(scope="module")
def glossary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("own") / "films.csv"
    path.write_text(GLOSSARY, encoding="utf-8")
    return path


def test_a_glossary_says_since_when(glossary: Path) -> None:
    (found,) = importing.read_entities(glossary).entities
    assert found.since == Date(2023, 1, 1)


@pytest.mark.parametrize("cell", ["last year", "2023-13", "23"])
def test_what_is_no_date_is_named(cell: str, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"name,zh,since\nLantern Day,灯日,{cell}\n", encoding="utf-8")
    read = importing.read_entities(path)
    assert not read.entities
    assert cell in str(read.problems[0])


@pytest.mark.parametrize(("day", "is_found"), [("2019-05-10", False), ("2022-12-01", True), ("2023-05-10", True)])
def test_the_date_of_the_text_decides(glossary: Path, day: str, is_found: bool) -> None:
    zm = load(Gazetteer.default() | Gazetteer.read(glossary))
    assert any(finding.rule.code == "ZM105" for finding in zm.correct(TEXT, date=day).findings) is is_found


def test_an_estimated_date_rules_nothing_out(glossary: Path) -> None:
    zm = load(Gazetteer.default() | Gazetteer.read(glossary))
    text = f"{TEXT} It was built in 2015."
    assert any(finding.rule.code == "ZM105" for finding in zm.correct(text).findings)


def test_the_evidence_names_the_day(glossary: Path) -> None:
    zm = load(Gazetteer.default() | Gazetteer.read(glossary))
    finding = next(f for f in zm.correct(TEXT, date="2023-05-10").findings)
    assert "it was new then: known since 2023" in [evidence.claim for evidence in finding.evidence]


@pytest.mark.parametrize(
    ("times", "since"),
    [
        (["+2019-04-26T00:00:00Z"], Date(2019, 4, 26)),
        (["+2019-00-00T00:00:00Z", "+2021-05-00T00:00:00Z"], Date(2019, 1, 1)),
        (["-0470-00-00T00:00:00Z"], None),
        (["+2019-99-99T00:00:00Z"], None),
        (["+2019-02-30T00:00:00Z"], None),
        ([], None),
    ],
)
def test_wikidata_says_since_when(times: list[str], since: Date | None, tmp_path: Path) -> None:
    published = [{"mainsnak": {"datavalue": {"value": {"time": time}}}} for time in times]
    film = [{"mainsnak": {"datavalue": {"value": {"id": "Q11424"}}}}]
    labels = {"en": {"value": "The Ferryman's Ledger"}, "zh": {"value": "摆渡人账本"}}
    item = {
        "id": "Q1",
        "labels": labels,
        "sitelinks": dict.fromkeys("abcde"),
        "claims": {"P31": film, "P577": published},
    }
    path = tmp_path / "dump.json"
    path.write_text(f"[\n{json.dumps(item)}\n]\n", encoding="utf-8")
    (found,) = importing.read_entities(path).entities
    assert found.since == since
