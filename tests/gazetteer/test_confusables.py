"""Countries and holders of offices that bulk imports take for one another, held against the built-in gazetteer."""

from __future__ import annotations

import unicodedata
from datetime import date as Date
from pathlib import Path

import pytest
import yaml

from gazetteer import builtin
from gazetteer.entity import Entity

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "confusables.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def entities() -> list[Entity]:
    return builtin.entities()


@pytest.mark.parametrize("case", CASES["places"], ids=lambda case: case["zh"])
def test_a_country_is_not_its_namesake(case: dict[str, object], entities: list[Entity]) -> None:
    found = [entity for entity in entities if entity.kind == "place" and case["zh"] in entity.zh]
    assert found
    assert {country for entity in found for country in entity.country} == {case["country"]}
    names = {name for entity in found for name in entity.right}
    assert case["name"] in names
    assert names.isdisjoint(case["never"])


@pytest.mark.parametrize("case", CASES["holders"], ids=lambda case: f"{case['office']} on {case['date']}")
def test_an_office_is_held_by_its_holder(case: dict[str, object], entities: list[Entity]) -> None:
    day = case["date"]
    assert isinstance(day, Date)
    holders = [
        entity
        for entity in entities
        for tenure in entity.held
        if tenure.office == case["office"] and (tenure.start or Date.min) <= day <= (tenure.end or Date.max)
    ]
    assert len(holders) == 1, [holder.name for holder in holders]
    assert _plain(str(case["name"])) in set(map(_plain, holders[0].right))


def _plain(name: str) -> str:
    """A name without its diacritics."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
