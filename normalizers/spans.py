"""Spans of a page that a detector may speak of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

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


def line_before(text: str, start: int, most: int = 120) -> str:
    """What stands before `start` on its line, at most `most` code points of it."""
    begin = max(0, start - most)
    return text[max(begin, text.rfind("\n", begin, start) + 1) : start]


def line_after(text: str, end: int, most: int = 120) -> str:
    """What stands after `end` on its line, at most `most` code points of it."""
    stop = text.find("\n", end, end + most)
    return text[end : end + most if stop < 0 else stop]


QUOTE = re.compile('[“”"]')
REACH = 400
"""How far back on its line the mark is looked for that opened a quotation (code points)."""


def opened_at(text: str, start: int) -> int | None:
    """The offset of the mark that opened the quotation in which `start` stands on its line; None where there is none.

    A closing mark between two words where nothing is open counts as an opening one that stands the wrong way round.
    """
    before = line_before(text, start, REACH)
    offset, opened = start - len(before), None
    for match in QUOTE.finditer(before):
        at, mark = offset + match.start(), match.group()
        turned = mark == "”" and _is_inside(text[at - 1 : at]) and text[at + 1 : at + 2].isalnum()
        opened = at if mark == "“" or (opened is None and (mark == '"' or turned)) else None
    return opened


def _is_inside(before: str) -> bool:
    return before.isalnum() or (bool(before) and before in ",;:")
