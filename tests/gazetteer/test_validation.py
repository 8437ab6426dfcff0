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
KNOWN = [
    Entity("place/geonames-1", "place", "Seoul", written={"zh": ("首尔",)}, source="GeoNames"),
    Entity("organization/cedict-1", "organization", "Bank of Seoul", written={"zh": ("首尔",)}, source="CC-CEDICT"),
]


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
    (
        "another body",
        [replace(SEOUL, id="organization/x", kind="organization", name="Red Cross")],
        "organization/x",
        "elsewhere",
    ),
    ("another country", [PRESIDENT, replace(FIRST, country=("YY",))], "person/first", "held office/xx-president of XX"),
    (
        "younger than its name",
        [replace(SEOUL, id="event/x", kind="event", name="Seoul Games 1988", since=Date(1990, 1, 1))],
        "event/x",
        "known since 1990",
    ),
    ("of a coming age", [replace(SEOUL, since=Date(2090, 1, 1))], "place/seoul", "known since 2090"),
    ("twice", [*RIGHT, replace(SEOUL, id="event/seoul", kind="event", name="SEOUL")], "place/seoul", "SEOUL as well"),
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


SHORT_NAMES = [
    Entity("person/kaka", "person", "Kaka", origin="pt", written={"zh": ("卡卡",)}),
    Entity("person/bush", "person", "George Bush", origin="en", written={"zh": ("布什",)}),
]


@pytest.mark.parametrize("entity", SHORT_NAMES, ids=lambda entity: entity.id)
def test_a_short_name_is_heard_by_its_vowels(entity: Entity) -> None:
    assert validation.validate([entity], [], builtin.tools()) == []


HOMONYMS = [
    ("another country", replace(SEOUL, country=("KR",)), [replace(KNOWN[0], name="Shou'er", country=("CN",))]),
    ("another entity of ours", SEOUL, [replace(KNOWN[0], name="Vienna")]),
]


@pytest.mark.parametrize(("entity", "known"), [case[1:] for case in HOMONYMS], ids=[case[0] for case in HOMONYMS])
def test_a_homonym_of_a_list_is_no_contradiction(entity: Entity, known: list[Entity]) -> None:
    vienna = Entity("place/vienna", "place", "Vienna", written={"zh": ("维也纳",)})
    assert validation.validate([entity, vienna], known, builtin.tools()) == []


SUH = Entity("person/one", "person", "Suh Hoon", origin="ko", country=("KR",), written={"zh": ("徐薰",)})
SEO = replace(SUH, id="person/other", name="Seo Hun", written={"zh": ("徐勋",)})
PAIRS = [
    ("nothing", SUH, SEO, validation.WARNING, "say in a note"),
    ("countries", SUH, replace(SEO, country=("KP",)), validation.NOTE, "countries tell"),
    ("roles", replace(SUH, roles=("director",)), replace(SEO, roles=("singer",)), validation.NOTE, "roles tell"),
    ("one role", replace(SUH, roles=("singer",)), replace(SEO, roles=("singer",)), validation.WARNING, "say in a note"),
    ("a note", replace(SUH, note="A cousin of the other."), SEO, validation.NOTE, "say in a note"),
]


@pytest.mark.parametrize(
    ("one", "other", "severity", "todo"), [case[1:] for case in PAIRS], ids=[case[0] for case in PAIRS]
)
def test_people_with_one_wrong_form_are_listed(one: Entity, other: Entity, severity: str, todo: str) -> None:
    (found,) = validation.validate([other, one], [], builtin.tools())
    assert found.what == "徐薰 and 徐勋 (person/other) are both read xuxun"
    assert (found.severity, todo in found.todo) == (severity, True)


def test_the_gravest_stand_first() -> None:
    broken = [*RIGHT, SEOUL, replace(SUH, country=("YY",)), SEO]
    ranks = [
        validation.SEVERITIES.index(finding.severity) for finding in validation.validate(broken, [], builtin.tools())
    ]
    assert ranks == sorted(ranks) and len(set(ranks)) > 1


@pytest.mark.parametrize(
    "other",
    [
        replace(SEOUL, id="place/other", note="a village of that name"),
        replace(SEOUL, id="place/other", written={"zh": ("汉城",)}),
        replace(SEOUL, id="office/seoul", kind="office"),
    ],
    ids=["a note", "another form", "its office"],
)
def test_two_things_of_one_name_are_no_doubled_one(other: Entity) -> None:
    found = validation.validate([*RIGHT, other], [], builtin.tools())
    assert not any("as well" in finding.what for finding in found)


def test_two_places_of_two_countries_are_two() -> None:
    others = [replace(SEOUL, country=("KR",)), replace(SEOUL, id="place/other", country=("US",))]
    found = validation.validate([*RIGHT[:3], *others], [], builtin.tools())
    assert not any("as well" in finding.what for finding in found)
