"""What a rule asks before it searches never hides what the search would find."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gazetteer import Gazetteer
from normalizers.detectors import (
    bare_day,
    chinese_unit,
    contradicting_month,
    desk_residue,
    detached_quote,
    lowercase_date_word,
    weekday_and_date,
)
from normalizers.page import Page
from normalizers.spans import matches, matches_with

WITH_PARTS = (
    (desk_residue.TAG, desk_residue.TAGS),
    (bare_day.DAY, ("ning of ", "noon of ")),
    (bare_day.REPORTER, ("reporter ",)),
    (contradicting_month.DATE, contradicting_month.PARTS),
)
WITH_WORDS = (
    (weekday_and_date.PAIR, weekday_and_date.DAYS),
    (weekday_and_date.PAIR, weekday_and_date.MONTHS),
    (contradicting_month.DATE, contradicting_month.MONTHS),
    (chinese_unit.AMOUNT, tuple(chinese_unit.PER_UNIT)),
    (lowercase_date_word.DATE_WORD, (*lowercase_date_word.WORDS, *lowercase_date_word.WITH_FIGURE)),
)
AROUND = st.text(alphabet="aZ9 _.'’\"”\n\u0130\u017f\u00e9-", max_size=6)
often = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.default()


def drawn(data: st.DataObject, pattern: re.Pattern[str]) -> str:
    """A text that may have matches of the pattern."""
    before = data.draw(st.sampled_from(("", "on the morning of ", "the Reporter ", "x’", "\n", "İ ")))
    return before + data.draw(AROUND) + data.draw(st.from_regex(pattern)) + data.draw(AROUND)


@pytest.mark.parametrize(("pattern", "parts"), WITH_PARTS)
@often
@given(data=st.data())
def test_every_match_is_on_a_line_with_a_part(
    pattern: re.Pattern[str], parts: tuple[str, ...], gazetteer: Gazetteer, data: st.DataObject
) -> None:
    page = Page(drawn(data, pattern), gazetteer)
    found = [match.span() for match in matches_with(page, parts, pattern)]
    assert found == [match.span() for match in matches(page, pattern)]


@pytest.mark.parametrize(("pattern", "words"), WITH_WORDS)
@often
@given(data=st.data())
def test_every_match_has_a_word_that_is_written(
    pattern: re.Pattern[str], words: tuple[str, ...], gazetteer: Gazetteer, data: st.DataObject
) -> None:
    page = Page(drawn(data, pattern), gazetteer)
    assert not any(matches(page, pattern)) or not page.written.isdisjoint(words)


@often
@given(text=st.text(alphabet='ab \u00a0”".,\n)', max_size=12))
def test_a_detached_quote_ends_as_it_is_looked_for(text: str) -> None:
    assert not detached_quote.GAP.search(text) or detached_quote.DETACHED.search(text)


@often
@given(text=st.text(alphabet="ab \u00a0()（）[]【】\n", max_size=30))
def test_a_bracket_at_the_end_of_a_line_is_found_from_its_end(text: str) -> None:
    found = []
    for closing in desk_residue.CLOSING.finditer(text):
        match = desk_residue.BRACKETED.search(text, text.rfind("\n", 0, closing.start()) + 1, closing.end())
        found += [match.span()] if match else []
    assert found == [match.span() for match in desk_residue.BRACKETED.finditer(text)]


@given(text=st.text(alphabet=st.characters(), max_size=40))
def test_a_text_is_lowered_letter_for_letter(text: str, gazetteer: Gazetteer) -> None:
    lowered = Page(text, gazetteer).lowered
    assert len(lowered) == len(text)
    for at, letter in enumerate(text):
        assert not ("a" <= lowered[at] <= "z") or re.fullmatch(lowered[at], letter, re.IGNORECASE)
        assert all(lowered[at] == each for each in "aiksz" if re.fullmatch(each, letter, re.IGNORECASE))
