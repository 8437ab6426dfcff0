"""A body or a meeting that has a name, under a description in lower case.

What it does
    Reports a description that stands where a name has to: after “head of the” and a country, after a number that
    counts sessions (“the 52nd ... security conference”), and further mentions of the last words of such a description.

Why it matters
    Chinese shortens the names of bodies, and the machine put the short form into small words: the reader cannot tell
    which body or meeting it is.

Example
    The two held their fifth vice-ministerial border security dialogue.

When it is wrong
    The third family dinner is no session; a description may be all that the writer knows.

Fix
    none: the name is not in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.page import Page
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.tables import table

RULE = Rule("ZM604", "nameless-body", "accuracy/mistranslation/named-entity", "minor")
SUREST = 0.0

ORDINAL = re.compile(
    r"\d{1,3}(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
)
LEADERS = frozenset("head chief director chairman chairwoman president leader minister deputy".split())
BODY, MEETING = "body", "meeting"
MOST = 6
"""Words of a description, with the countries before it."""
DIVIDING = frozenset(
    """the a an of in on at to for with by from and or as that which who was were is are be been has had have its
    his her their this these those""".split()
)
"""Words at which a description begins."""


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a report for each description, from its last two words on where it has been led up to before."""
    page = reader.page
    heads = {row[0]: row[1] for row in table("nameless_heads")}
    plain, countries = frozenset(table("plain_descriptions")), page.countries
    at_country = {first for first, _ in countries}
    known: set[tuple[str, str]] = set()
    for at, word in enumerate(page.folded):
        if word not in heads or not at or not page.texts[at].islower() or not _is_described(page, at):
            continue
        pair = page.folded[at - 1], word
        first = _led_up_to(page, at, heads[word], at_country)
        if pair not in plain and (first is not None or pair in known):
            known.add(pair)
            yield Proposal(RULE, *page.span(at - 1 if first is None else first, at), None, None)


def _is_described(page: Page, at: int) -> bool:
    """Whether a word in lower case that says something stands right before."""
    return page.texts[at - 1].islower() and page.folded[at - 1] not in DIVIDING and _is_close(page, at - 1)


def _led_up_to(page: Page, at: int, kind: str, countries: set[int]) -> int | None:
    """The first word of the description that ends with word `at`, where a session’s number or the head of a body of a
    country stands before it.
    """
    first, before = at - 1, at - 2
    while before >= max(0, at - MOST) and page.texts[before].islower() and _is_close(page, before):
        if page.folded[before] in DIVIDING or ORDINAL.fullmatch(page.folded[before]):
            break
        first, before = before, before - 1
    begin = before
    while before >= max(0, at - MOST) and page.texts[before][0].isupper() and _is_close(page, before):
        before -= 1
    if before < 0 or not _is_close(page, before):
        return None
    if kind == MEETING:
        return first if ORDINAL.fullmatch(page.folded[before]) else None
    is_of_country = any(word in countries for word in range(before + 1, begin + 1))
    leaders = page.folded[max(0, before - 2) : before + 1]
    return first if is_of_country and "of" in leaders and not LEADERS.isdisjoint(leaders) else None


def _is_close(page: Page, at: int) -> bool:
    """Whether nothing but a space or a hyphen stands after a word."""
    return page.gaps[at + 1] in (" ", "-", "–")
