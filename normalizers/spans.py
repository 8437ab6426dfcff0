"""Spans of a page that a detector may speak of."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from normalizers.page import Page


def is_open(page: Page, start: int, end: int) -> bool:
    """Whether a span touches no address, code or file name of the page. Logarithmic in their number."""
    if not page.protected:
        return True
    at = bisect_right(page.protected, (max(start, end - 1), len(page.text)))
    return at == 0 or page.protected[at - 1][1] <= start


def matches(page: Page, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that touch nothing protected."""
    for match in pattern.finditer(page.text):
        if is_open(page, *match.span()):
            yield match


def matches_with(page: Page, parts: Iterable[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """As `matches`, of a pattern whose every match stands on one line, and on one that has one of `parts`.

    `parts` are in lower case and found in whatever case. Only the lines that have one are searched.
    """
    for start, stop in lines_with(page, parts):
        for match in pattern.finditer(page.text, start, stop):
            if is_open(page, *match.span()):
                yield match


def lines_with(page: Page, parts: Iterable[str]) -> list[tuple[int, int]]:
    """The offsets of the lines that have one of `parts`, which are in lower case, in whatever case."""
    found, lowered = set[tuple[int, int]](), page.lowered
    for part in parts:
        stop = 0
        while (at := lowered.find(part, stop)) >= 0:
            start, stop = lowered.rfind("\n", 0, at) + 1, lowered.find("\n", at)
            stop = stop if stop >= 0 else len(lowered)
            found.add((start, stop))
    return sorted(found)


def line_before(text: str, start: int, most: int = 120) -> str:
    """What stands before `start` on its line, at most `most` code points of it."""
    begin = max(0, start - most)
    return text[max(begin, text.rfind("\n", begin, start) + 1) : start]


def line_after(text: str, end: int, most: int = 120) -> str:
    """What stands after `end` on its line, at most `most` code points of it."""
    stop = text.find("\n", end, end + most)
    return text[end : end + most if stop < 0 else stop]


QUOTE = re.compile('[“”"\n]')
REACH = 400
"""How far back on its line the mark is looked for that opened a quotation (code points)."""


def opened_at(text: str, start: int) -> int | None:
    """The offset of the mark that opened the quotation in which `start` stands on its line; None where there is none.

    A closing mark between two words where nothing is open counts as an opening one that stands the wrong way round.
    """
    places, opened = _marks(text)
    at = bisect_left(places, start)
    found = opened[at - 1] if at else -1
    return found if found >= max(0, start - REACH) else None


@lru_cache(maxsize=4)
def _marks(text: str) -> tuple[array[int], array[int]]:
    """The offsets of all marks and line ends, and which mark has opened the quotation behind each; -1: none has."""
    places, states, opened = array("q"), array("q"), -1
    for match in QUOTE.finditer(text):
        at, mark = match.start(), match.group()
        opened = -1 if opened < at - REACH else opened
        turned = mark == "”" and _is_inside(text[at - 1 : at]) and text[at + 1 : at + 2].isalnum()
        opened = at if mark == "“" or (opened < 0 and (mark == '"' or turned)) else -1
        places.append(at)
        states.append(opened)
    return places, states


def _is_inside(before: str) -> bool:
    return before.isalnum() or (bool(before) and before in ",;:")
