"""Lines that changes touch, read as a part of their text."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from normalizers import Policy, Rule
from normalizers.applier import apply
from normalizers.excerpt import Excerpt, touched_lines
from normalizers.page import Page
from normalizers.proposal import Proposal

RULE = Rule("ZM999", "test-rule", "accuracy/mistranslation", "minor")


@pytest.mark.parametrize(
    ("text", "changed", "expected"),
    [
        ("one\ntwo\nthree", ["two"], "TWO"),
        ("one\ntwo\nthree", ["one", "three"], "ONE\nTHREE"),
        ("one two\nthree", ["one", "two"], "ONE TWO"),
        ("one\ntwo\nthree", ["one\ntwo"], "ONE\nTWO"),
        ("one\ntwo", ["two"], "TWO"),
        ("one\n", ["one"], "ONE"),
        ("one\ntwo\nthree", [], ""),
        ("", [], ""),
    ],
)
def test_touched_lines(text: str, changed: list[str], expected: str) -> None:
    proposals = [Proposal(RULE, text.index(was), text.index(was) + len(was), was.upper(), 0.95) for was in changed]
    corrected, findings = apply(text, proposals, Policy())
    assert touched_lines(corrected, findings) == expected


@pytest.fixture(scope="module")
def whole() -> Page:
    """A text that names one country."""
    return Page("The harvest in Japan was late.\nFarmers waited for rain.", Gazetteer.default())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Farmers in Mongolia waited for rain.", True),
        ("Farmers in Japan waited for rain.", False),
        ("Farmers waited for rain.", False),
        ("", False),
    ],
)
def test_a_country_that_the_whole_text_did_not_name(whole: Page, line: str, expected: bool) -> None:
    assert Excerpt(line, whole).names_new_country is expected


def test_an_excerpt_knows_what_the_whole_text_speaks_of(whole: Page) -> None:
    excerpt = Excerpt("Farmers waited for the bus.", whole)
    assert excerpt.document_countries == whole.document_countries
    assert whole.document_stems < excerpt.document_stems
