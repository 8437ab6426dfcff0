"""Claims that hold of somebody, and when."""

from __future__ import annotations

from datetime import date as Date

import pytest

from gazetteer import Gazetteer
from gazetteer.evidence import Candidate, Context
from gazetteer.posting import Posting
from gazetteer.renderings import CHANNELS

SPELLING = [channel.NAME for channel in CHANNELS].index("spelling") + 1


def _names(gazetteer: Gazetteer, entity_id: str, context: Context) -> set[str]:
    entity = gazetteer.entity(entity_id)
    assert entity is not None
    return {item.name for item in gazetteer.linker.evidence(Candidate(entity, Posting(0, SPELLING), 0.9), context)}


@pytest.mark.parametrize(
    ("near", "holds"),
    [
        (("south", "korean", "presid"), "held the office at another time"),
        (("oust", "south", "korean", "presid"), "held the office"),
        (("former", "south", "korean", "presid"), "held the office"),
    ],
)
def test_a_former_holder_is_called_so(near: tuple[str, ...], holds: str, gazetteer: Gazetteer) -> None:
    context = Context(before=near, countries_near=frozenset({"KR"}), date=Date(2019, 3, 1))
    assert holds in _names(gazetteer, "person/park-geun-hye", context)


def test_ambassadors_are_called_by_capitals_too(gazetteer: Gazetteer) -> None:
    context = Context(
        before=("american", "ambassador", "beij"), countries_near=frozenset({"US", "CN"}), date=Date(2012, 3, 1)
    )
    assert "office, country and date agree" in _names(gazetteer, "person/gary-locke", context)


@pytest.mark.parametrize(
    ("near", "day", "holds"),
    [
        (("confirm", "foreign", "minist"), Date(2017, 6, 14), "held the office"),
        (("foreign", "minist"), Date(2017, 6, 14), "held the office at another time"),
        (("confirm", "foreign", "minist"), Date(2016, 6, 14), "held the office at another time"),
    ],
)
def test_who_is_about_to_hold_an_office(near: tuple[str, ...], day: Date, holds: str, gazetteer: Gazetteer) -> None:
    context = Context(before=near, countries_sentence=frozenset({"KR"}), date=day)
    found = _names(gazetteer, "person/kang-kyung-wha", context)
    assert holds in found
    assert "office of an unnamed country" not in found


def test_a_known_word_beside_a_title_may_be_its_holder(gazetteer: Gazetteer) -> None:
    around = Context(before=("german", "chancellor"), countries_near=frozenset({"DE"}), date=Date(2022, 3, 1))
    known = around._replace(traits=frozenset({"known word"}))
    assert "sounds like the holder" in _names(gazetteer, "person/olaf-scholz", known)
    assert "sounds like the holder" not in _names(gazetteer, "person/olaf-scholz", around)
    assert "sounds like the holder" not in _names(gazetteer, "person/angela-merkel", known)


@pytest.mark.parametrize(("near", "elsewhere"), [("KP", False), ("JP", True)])
def test_one_korea_is_not_another_country_than_the_other(near: str, elsewhere: bool, gazetteer: Gazetteer) -> None:
    found = _names(gazetteer, "place/busan", Context(countries_near=frozenset({near})))
    assert any(name.startswith("another country") for name in found) is elsewhere


@pytest.mark.parametrize(
    ("entity_id", "asked"),
    [
        ("place/kr", False),
        ("organization/european-union", False),
        ("organization/unesco", False),
        ("place/busan", True),
        ("organization/us-federal-reserve", True),
    ],
)
def test_another_country_says_nothing_of_countries_and_unions(
    entity_id: str, asked: bool, gazetteer: Gazetteer
) -> None:
    found = _names(gazetteer, entity_id, Context(countries_near=frozenset({"PE"})))
    assert any(name.startswith("another country") for name in found) is asked


@pytest.mark.parametrize(
    ("spelt", "counts"), [(("shi", "ma", "talks"), False), (("shi", "mo", "talks"), True), (("xi",), False)]
)
def test_a_right_name_that_is_its_own_does_not_speak_against_it(
    spelt: tuple[str, ...], counts: bool, gazetteer: Gazetteer
) -> None:
    traits = frozenset({"right name in it"})
    found = _names(gazetteer, "event/xi-ma-meeting", Context(spelt=spelt, in_pinyin=5, traits=traits))
    assert any(name.startswith("right name in it") for name in found) is counts


@pytest.mark.parametrize(
    ("entity_id", "title", "unnamed"),
    [
        ("person/antonio-guterres", ("un", "secretari", "general"), False),
        ("person/angela-merkel", ("chancellor",), True),
    ],
)
def test_those_who_serve_a_union_need_no_country(
    entity_id: str, title: tuple[str, ...], unnamed: bool, gazetteer: Gazetteer
) -> None:
    context = Context(before=title, date=Date(2019, 3, 1))
    assert any(name.startswith("country not named") for name in _names(gazetteer, entity_id, context)) is unnamed


@pytest.mark.parametrize(
    ("spelt", "elsewhere", "name"),
    [
        (("angella", "merkel"), True, "both names in the text"),
        (("merkell",), True, "named elsewhere (ear)"),
        (("angella", "merkel"), False, ""),
    ],
)
def test_a_name_beside_its_like(spelt: tuple[str, ...], elsewhere: bool, name: str, gazetteer: Gazetteer) -> None:
    named = frozenset({"person/angela-merkel"}) if elsewhere else frozenset[str]()
    found = _names(gazetteer, "person/angela-merkel", Context(spelt=spelt, named=named))
    assert {each for each in found if "both names" in each or "elsewhere" in each} == ({name} if name else set())


@pytest.mark.parametrize(
    ("entity_id", "beside", "alike"),
    [
        ("organization/european-union", "place/kr", True),
        ("place/busan", "place/kr", True),
        ("place/busan", "place/seoul", True),
        ("place/busan", "place/paris", False),
        ("place/busan", "person/moon-jae-in", False),
        ("place/busan", "place/busan", False),
        ("person/angela-merkel", "person/moon-jae-in", True),
        ("organization/us-youtube", "organization/us-facebook", True),
        ("organization/cn-huawei", "organization/cn-alibaba", False),
    ],
)
def test_what_is_listed_with_its_like(entity_id: str, beside: str, alike: bool, gazetteer: Gazetteer) -> None:
    other = gazetteer.entity(beside)
    assert other is not None
    found = _names(gazetteer, entity_id, Context(listed=(other,)))
    assert any(name.startswith("listed with its like") for name in found) is alike
