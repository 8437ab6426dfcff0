"""What stands around a surface, and what in it belongs to another name."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from gazetteer import Gazetteer
from normalizers import Zhengming
from normalizers.context import context_of, surroundings
from normalizers.page import Page
from tests.normalizers.runs import run_of


def _traits(gazetteer: Gazetteer, text: str, surface: str) -> Iterable[str]:
    page = Page(text, gazetteer)
    return context_of(page, *run_of(page, surface), None).traits


@pytest.mark.parametrize(
    ("text", "surface", "trait"),
    [
        ("The U.S. Lines sailed.", "U.S. Lines", "two words"),
        ("The U.S. Lines sailed.", "U.S. Lines", "country and a word"),
        ("The Ohio Lines sailed.", "Ohio Lines", "two words"),
        ("The U.S. Lines Service sailed.", "U.S. Lines Service", "three words"),
        ("They feared a final war declaration.", "final war declaration", "three words in lower case"),
        ("Britain's Meadow newspaper fell.", "Meadow newspaper", "sort in lower case"),
        ("It was the Silver Arrow missile.", "Silver Arrow missile", "sort in lower case"),
        ("Sunland Lines Corp sailed.", "Sunland Lines", "legal form"),
        ("Sunland Lines Corp sailed.", "Sunland Lines Corp", "legal form"),
        ("It was Sunland Lines, Inc.", "Sunland Lines", "legal form"),
    ],
)
def test_what_a_surface_is_by_its_words(text: str, surface: str, trait: str, gazetteer: Gazetteer) -> None:
    assert trait in _traits(gazetteer, text, surface)


@pytest.mark.parametrize(
    ("text", "surface", "trait"),
    [
        ("The Ohio Lines sailed.", "Ohio Lines", "country and a word"),
        ("The U.S. Lines Service sailed.", "U.S. Lines Service", "country and a word"),
        ("Sunland Lines Co., Ltd. sailed.", "Sunland Lines", "legal form"),
        ("Sunland Lines sailed.", "Sunland Lines", "legal form"),
        ("They feared a Final War Declaration.", "Final War Declaration", "three words in lower case"),
        ("They read the Meadow Newspaper.", "Meadow Newspaper", "sort in lower case"),
        ("They read the Meadow news agency.", "Meadow news", "sort in lower case"),
        ("They read a meadow newspaper.", "meadow newspaper", "sort in lower case"),
        ("They saw the Meadow flowers.", "Meadow flowers", "sort in lower case"),
    ],
)
def test_what_a_surface_is_not_by_its_words(text: str, surface: str, trait: str, gazetteer: Gazetteer) -> None:
    assert trait not in _traits(gazetteer, text, surface)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The Beijing Suntuanlian met on Monday.", {"CN"}),
        ("The pro-Beijing Suntuanlian met on Monday.", set()),
        ("The US-backed Suntuanlian met on Monday.", set()),
        ("Chile's Suntuanlian met on Monday.", {"CL"}),
    ],
)
def test_a_friend_of_a_country_is_not_of_it(text: str, owners: set[str], gazetteer: Gazetteer) -> None:
    page = Page(text, gazetteer)
    assert surroundings(page, *run_of(page, "Suntuanlian")).owners == owners


@pytest.mark.parametrize(
    ("text", "surface", "goes_on"),
    [
        ("They wrote to Secretary of State Peng Beiou.", "Peng Beiou", False),
        ("They wrote to Upper Peng Beiou.", "Peng Beiou", True),
        ("The Sunland Association of Zoological Parks met.", "Sunland Association", True),
        ("The Sunland Association of Japan met.", "Sunland Association", False),
        ("The Sunland Association of nurses met.", "Sunland Association", False),
        ("Lawyers of Torvald & Sunland came.", "Sunland", True),
    ],
)
def test_a_longer_name(text: str, surface: str, goes_on: bool, gazetteer: Gazetteer) -> None:
    assert ("in a longer name" in _traits(gazetteer, text, surface)) is goes_on


@pytest.mark.parametrize(
    ("text", "reporting"),
    [
        ("Rao Dimei reported that the ferry sank.", True),
        ("Rao Dimei also reported on the ferry.", True),
        ("According to the Norwegian daily Rao Dimei, the ferry sank.", True),
        ("The captain told the Rao Dimei that the ferry was old.", True),
        ("The letter was published by Rao Dimei in May.", True),
        ("A Rao Dimei correspondent saw the ferry sink.", True),
        ("Rao Dimei said that the ferry sank.", False),
        ("According to the owner of Rao Dimei, the ferry sank.", False),
        ("According to police, Rao Dimei was on the ferry.", False),
        ("The ferry was built by Rao Dimei in May.", False),
        ("He came to Rao Dimei in May.", False),
    ],
)
def test_who_reports(text: str, reporting: bool, gazetteer: Gazetteer) -> None:
    assert ("reporting" in _traits(gazetteer, text, "Rao Dimei")) is reporting


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("Rao Dimei, a nurse from Hefei, won a car.", True),
        ("Rao Dimei, a Nobel laureate from Hefei, won a car.", False),
        ("Rao Dimei, a nurse who met the president, won a car.", True),
        ("Rao Dimei, a driver for the ambassador, won a car.", True),
        ("By our reporter Rao Dimei.", True),
        ("Rao Dimei reported from Hefei.", True),
        ("Our correspondent reported that Rao Dimei was in Hefei.", False),
    ],
)
def test_who_is_told_to_be_known_is_not_private(text: str, private: bool, gazetteer: Gazetteer) -> None:
    assert ("private person" in _traits(gazetteer, text, "Rao Dimei")) is private


@pytest.mark.parametrize(
    "text",
    [
        "Moon Jae-in, whose Chinese name is Wen Zaiyin, met the South Korean troops.",
        "Moon Jae-in, also known as Wen Zaiyin, met the South Korean troops.",
        'South Korean papers explain that the characters of Moon Jae-in are read "Wen Zaiyin" in Mandarin.',
        "The School of Sports Law of Peking University opened in Beijing.",
        "YANBIAN, Jilin -- Apples are cheap this autumn.",
    ],
)
def test_what_is_right_beside_a_right_name_stays(text: str, zm: Zhengming) -> None:
    assert zm.correct(text).text == text


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("Then came Peng Beiou, who keeps a bookshop in Wuhan.", "told of"),
        ("Then came Peng Beiou, who was in Wuhan.", None),
        ("Then came Minister Peng Beiou, who keeps a bookshop.", None),
        ("Then came Peng Beiou, a nurse who keeps a bookshop.", "private person"),
    ],
)
def test_who_is_introduced(text: str, trait: str | None, gazetteer: Gazetteer) -> None:
    found = {"told of", "private person"}.intersection(_traits(gazetteer, text, "Peng Beiou"))
    assert found == ({trait} if trait else set())


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Zhentiluo took the oath as prime minister in Rome.", True),
        ("Zhentiluo stepped down as prime minister in Rome.", True),
        ("Zhentiluo took the train with the prime minister in Rome.", False),
    ],
)
def test_an_office_that_somebody_takes(text: str, described: bool, gazetteer: Gazetteer) -> None:
    page = Page(text, gazetteer)
    around = surroundings(page, *run_of(page, "Zhentiluo"))
    assert ("prime" in around.description(page.stems)) is described


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They left Seoul, Suntuan and Incheon.", {"Seoul", "Incheon"}),
        ("Suntuan and China agreed.", {"China"}),
        ("Chile, Suntuan or Peru will win.", {"Chile", "Peru"}),
        ("Chile will play Suntuan. And Peru will win.", set()),
        ("They went from Seoul to Suntuan.", set()),
        ("In Seoul (Suntuan) it rained.", set()),
    ],
)
def test_what_a_name_is_listed_with(text: str, names: set[str], gazetteer: Gazetteer) -> None:
    page = Page(text, gazetteer, [0])
    assert {entity.name for entity in context_of(page, *run_of(page, "Suntuan"), None).listed} == names
