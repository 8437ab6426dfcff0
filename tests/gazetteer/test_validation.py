"""The checks of a validation, each on an entity that breaks it and on ones that do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as Date

import pytest

from gazetteer import builtin, validation
from gazetteer.entity import Entity, Tenure

PRESIDENT = Entity("office/xx-president", "office", "President", country=("XX",), written={"zh": ("总统",)})
FIRST = Entity(
    "person/first", "person", "Lee Nak-yon", origin="ko", written={"zh": ("李洛渊",), "ko": ("이낙연",)},
    held=(Tenure("office/xx-president", Date(2010, 1, 1), Date(2014, 12, 31)),),
)  # fmt: skip
SECOND = Entity(
    "person/second", "person", "Jair Bolsonaro", origin="pt", written={"zh": ("雅伊尔·博索纳罗",)},
    held=(Tenure("office/xx-president", Date(2014, 1, 1)),),
)  # fmt: skip
SEOUL = Entity("place/seoul", "place", "Seoul", written={"zh": ("首尔",)})
RIGHT = [PRESIDENT, FIRST, SECOND, SEOUL]
KNOWN = [Entity("place/geonames-1", "place", "Seoul", written={"zh": ("首尔",)}, source="GeoNames")]


def test_what_is_right_is_left_alone() -> None:
    assert validation.validate(RIGHT, KNOWN, builtin.tools()) == []


BROKEN = [
    ("same id", [*RIGHT, SEOUL], "place/seoul", "2 entities"),
    ("kind", [*RIGHT, replace(SEOUL, id="term/seoul")], "term/seoul", "does not begin"),
    ("no office", RIGHT[1:], "person/first", "no office"),
    ("no parent", [*RIGHT[1:], replace(PRESIDENT, of="organization/none")], "office/xx-president", "does not exist"),
    (
        "backwards",
        [PRESIDENT, replace(FIRST, held=(Tenure(PRESIDENT.id, Date(2014, 1, 1), Date(2010, 1, 1)),))],
        "person/first",
        "ends before",
    ),
    ("far away", [PRESIDENT, replace(FIRST, held=(Tenure(PRESIDENT.id, Date(1066, 1, 1)),))], "person/first", "1066"),
    (
        "two holders",
        [PRESIDENT, FIRST, replace(SECOND, held=(Tenure(PRESIDENT.id, Date(2011, 1, 1)),))],
        PRESIDENT.id,
        "both hold",
    ),
    ("hangul", [PRESIDENT, replace(FIRST, written={"zh": ("李洛渊",), "ko": ("김정은",)})], "person/first", "not read"),
    (
        "sound",
        [PRESIDENT, replace(SECOND, written={"zh": ("雅伊尔·特朗普",)}, name="Kim Novak", short="Novak")],
        "person/second",
        "sound",
    ),
    ("another name", [replace(SEOUL, name="Vienna")], "place/seoul", "elsewhere"),
    ("no reading", [replace(SEOUL, written={"zh": ("\ue000",)})], "place/seoul", "without a reading"),
]


@pytest.mark.parametrize(("entities", "where", "what"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_breach_is_found_where_it_is(entities: list[Entity], where: str, what: str) -> None:
    found = [finding for finding in validation.validate(entities, KNOWN, builtin.tools()) if what in finding.what]
    assert where in {finding.where for finding in found}
    assert all("\n" not in str(finding) and finding.todo for finding in found)


@pytest.mark.parametrize("entity", [FIRST, SECOND, SEOUL], ids=lambda entity: entity.id)
def test_a_note_explains_a_breach(entity: Entity) -> None:
    wrong = replace(entity, written={**entity.written, "zh": ("特朗普",)}, note="The press writes it so.")
    known = [Entity("place/geonames-2", "place", "Trump", written={"zh": ("特朗普",)}, source="GeoNames")]
    assert validation.validate([PRESIDENT, wrong], known, builtin.tools()) == []


def test_people_with_one_wrong_form_are_listed() -> None:
    other = Entity("person/other", "person", "Seo Hun", origin="ko", written={"zh": ("徐勋",)})
    one = Entity("person/one", "person", "Suh Hoon", origin="ko", written={"zh": ("徐薰",)})
    found = validation.validate([one, other], [], builtin.tools())
    assert [finding.what for finding in found] == ["徐薰 and 徐勋 (person/one) are both read xuxun"] or len(found) == 1
    assert found[0].severity == validation.WARNING
