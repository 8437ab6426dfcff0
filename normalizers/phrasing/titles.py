"""Titles between quotation marks, and right names that are only listed."""

from __future__ import annotations

from bisect import bisect_left

import regex

from gazetteer.listed import ORGANIZATION, WORK
from gazetteer.similarity import squash
from normalizers.page import Page
from normalizers.page.slots import is_quoted


def is_listed(page: Page, first: int, last: int) -> bool:
    """Whether a surface is a right name that is only listed (`gazetteer.listed`): of a body or firm where it is written
    like one, of a film or book where it stands in quotation marks.
    """
    start, end = page.span(first, last)
    listed, letters = page.gazetteer.listed, squash(page.text[start:end])
    if letters in listed[ORGANIZATION]:
        return page.is_capitalised[first] and page.is_capitalised[last]
    begin = page.starts[first - 1] if first and page.texts[first - 1] == "The" else start
    return squash(page.text[begin:end]) in listed[WORK] and is_quoted(page.text, begin, end)


UNTITLED = frozenset({"person", "place"})
"""Kinds whose names do not stand alone between quotation marks: such a word is a title, whatever town is called so."""


def is_quoted_word(page: Page, first: int, last: int) -> bool:
    """Whether a surface is one word between quotation marks of its own, and so no name of what is `UNTITLED`."""
    return first == last and is_quoted(page.text, *page.span(first, last))


def is_part_of_title(page: Page, first: int, last: int) -> bool:
    """Whether a surface is a part of what stands between quotation marks and is written like a title: "Miracles" in
    "Pocketful of Miracles".
    """
    begin = first - 1 if first and page.texts[first - 1] in ARTICLES else first
    return any(start <= begin and last <= stop and (start, stop) != (begin, last) for start, stop in _titles(page))


ARTICLES = frozenset({"A", "An", "The"})


def _titles(page: Page) -> tuple[tuple[int, int], ...]:
    """The first and last words of what stands between quotation marks and is written like a title."""
    found: tuple[tuple[int, int], ...] | None = page.remembered.get(_titles)
    if found is None:
        quoted = (match.span(1) for match in QUOTED.finditer(page.text))
        titles = [span for span in quoted if TITLE.fullmatch(page.text, *span)]
        words = ((bisect_left(page.starts, start), bisect_left(page.starts, end) - 1) for start, end in titles)
        found = page.remembered[_titles] = tuple(words)
    return found


QUOTED = regex.compile(r"[\"“‘«「『《]([^\"“”‘«»「」『』《》\n]{3,80})[\"”’»」』》]")
"""What stands between quotation marks, on one line."""

TITLE = regex.compile(r"(?:\p{Lu}[\w'’.-]*+|an?|and|at|by|for|from|in|into|of|on|or|the|to|with|&|[\s,:!?-]++)+\p{Po}?")
"""Words with capitals, and the small words of a title between them."""
