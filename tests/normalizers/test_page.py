"""A text divided into words, sentences and mentions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer import Gazetteer, keys
from normalizers.page import Page, plain
from normalizers.page.division import DIVIDED, DIVIDED_WIDELY, READ_ALIKE
from normalizers.page.slots import is_quoted


def words(text: str, gazetteer: Gazetteer) -> list[str]:
    return [word.text for word in Page(text, gazetteer).words]


@pytest.mark.parametrize(
    "text",
    [
        "see https://example.org/Pingchang/news now",
        "write to Pingchang.Office@example.org now",
        "run `Pingchang` now",
        "open /srv/Pingchang/article.html now",
        "open C:\\news\\Pingchang now",
        "ask @Pingchang now",
        "open Pingchang.html now",
    ],
)
def test_nothing_is_a_name_in_addresses_code_and_paths(gazetteer: Gazetteer, text: str) -> None:
    assert not any("Pingchang" in mention.surface for mention in Page(text, gazetteer).mentions)


@pytest.mark.parametrize(
    "text",
    ["in Pingchang now", "(Pingchang)", "Pingchang, 2018", "Pingchang/Seoul talks", "“Pingchang”", "Pingchang's"],
)
def test_a_name_elsewhere_is_found(gazetteer: Gazetteer, text: str) -> None:
    surfaces = {mention.surface.removesuffix("'s") for mention in Page(text, gazetteer).mentions}
    assert "Pingchang" in surfaces


@pytest.mark.parametrize(
    ("text", "starts", "expected"),
    [
        ("One two. Three.", (0, 9), [0, 0, 1]),
        ("Title\nOne two.", (0,), [0, 1, 1]),
        ("One two three", (0,), [0, 0, 0]),
        ("", (0,), []),
    ],
)
def test_sentences(gazetteer: Gazetteer, text: str, starts: tuple[int, ...], expected: list[int]) -> None:
    assert Page(text, gazetteer, starts).sentence_of == expected


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("the “net action” of", "net action", True),
        ('the "net action," he', "net action", True),
        ("the net action of", "net action", False),
        ("the “net action of” a", "net action", False),
    ],
)
def test_quotation(gazetteer: Gazetteer, text: str, surface: str, expected: bool) -> None:
    start = text.index(surface)
    assert is_quoted(text, start, start + len(surface)) is expected


def test_mentions_stop_at_a_full_stop(gazetteer: Gazetteer) -> None:
    found = {mention.surface for mention in Page("They met in South. Korea was not named.", gazetteer).mentions}
    assert not any("South. Korea" in surface for surface in found)


def test_a_right_name_is_known_as_right(gazetteer: Gazetteer) -> None:
    page = Page("Moon Jae-in flew from Seoul to PyeongChang.", gazetteer)
    assert {"Moon Jae-in", "Seoul", "PyeongChang"} <= {mention.surface for mention in page.right_mentions}


def test_a_garbled_name_is_not_right(gazetteer: Gazetteer) -> None:
    page = Page("They flew to Pingrang.", gazetteer)
    assert "Pingrang" not in {mention.surface for mention in page.right_mentions}


@given(text=st.text(alphabet=st.sampled_from(" \n.,-'’\"“”<>&;/@`aAzZ0éü金\u200b\x00😀"), max_size=60))
def test_words_and_mentions_are_slices_of_the_text(gazetteer: Gazetteer, text: str) -> None:
    page = Page(text, gazetteer)
    for word in page.words:
        assert text[word.start : word.end] == word.text
    for mention in page.mentions:
        assert text[mention.start : mention.end] == mention.surface
    assert len(page.sentence_of) == len(page.stems) == len(page.words)


@given(st.text())
def test_plain_is_settled_at_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text(max_size=40))
def test_a_text_is_divided_into_the_words_of_keys(gazetteer: Gazetteer, text: str) -> None:
    page = Page(text, gazetteer)
    outside = [word for word in keys.words(text) if not page.is_protected(word.start, word.end)]
    assert list(page.words) == outside
    assert len(page.gaps) == len(page.words) + 1


def test_what_is_read_fast_is_read_alike() -> None:
    alike = [chr(code) for code in range(0x110000) if READ_ALIKE.fullmatch(chr(code))]
    assert len(alike) > 20_000
    assert all(DIVIDED.split(letter) == DIVIDED_WIDELY.split(letter) for letter in alike)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The National People's Congress opened.", "National People's Congress"),
        ("The National People’s Congress opened.", "National People’s Congress"),
        ("The Supreme People's Procuratorate said so.", "Supreme People's Procuratorate"),
    ],
)
def test_a_possessive_may_stand_inside_a_name(gazetteer: Gazetteer, text: str, named: str) -> None:
    page = Page(text, gazetteer)
    assert named in {mention.surface for mention in page.right_mentions}


def test_what_is_a_countrys_is_no_name_with_it(gazetteer: Gazetteer) -> None:
    page = Page("China's National Congress opened.", gazetteer)
    assert not any(mention.surface.startswith("China's") for mention in page.mentions)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("On Monday the President came.", set()),
        ("On Friday the Agency of the Province came in 1984.", set()),
        ("On Friday the Kuomintang met in Beijing.", {"TW", "CN"}),
        ("On Monday the Korean came.", {"KR", "KP"}),
        ("On Monday the Presidency of Bosnia and Herzegovina met.", {"BA"}),
    ],
)
def test_a_country_is_named_by_a_right_name_letter_by_letter(text: str, codes: set[str], gazetteer: Gazetteer) -> None:
    assert Page(text, gazetteer).document_countries <= codes
    assert bool(Page(text, gazetteer).document_countries) is bool(codes)
