"""An office or a body of state with only a part of its name in capitals, or none.

What it does
    Sets the capitals of “Ministry of national defense” and “Secretary of state”, and of a body in lower case that
    the gazetteer knows in the country named right before it.

Why it matters
    The name is then found, and not read as a description.

Example
    Secretary of state Marco Rubio -> Secretary of State Marco Rubio

When it is wrong
    A description in lower case throughout (“the ministry of defense”) is style and is left alone, unless the
    country’s name stands before a body that bears exactly this name; a ministry or a court is only suggested then, and
    so is what a country has (“Japan’s weather bureau”).

Fix
    certain where the name began with a capital, likely elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gazetteer.endings import body_words
from normalizers.finding import Rule
from normalizers.page import POSSESSIVE_GAPS, Mention, Page
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches
from normalizers.tables import words_of
from normalizers.wording import titled

RULE = Rule("ZM202", "miscased-office", "fluency/capitalization", "minor")

HEADS = "Ministry|Ministries|Department|Minister|Secretary|Undersecretary|Bureau|Commissioner"
STARTS = tuple(f"{head} {small}" for head in HEADS.split("|") for small in ("of", "for"))
HEAD_OF = frozenset({"head", "chief", "director", "deputy", "leader"})
EITHER_CASE = frozenset("army cabinet congress court embassy government ministry navy parliament police senate".split())
"""Last words of bodies that many newspapers write in lower case behind a country: the German interior ministry."""
CERTAIN, LIKELY, STYLE = 0.95, 0.92, 0.7


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each office."""
    text = reader.text
    if any(head in text for head in STARTS):
        for match in matches(reader.page, offices(words_of("portfolios"))):
            yield Proposal(RULE, *match.span(), titled(match.group()), CERTAIN)
    yield from _bodies(reader.page)


@lru_cache(maxsize=4)
def offices(portfolios: frozenset[str]) -> re.Pattern[str]:
    """The pattern of an office or ministry with a portfolio in lower case."""
    longest_first = "|".join(sorted(map(re.escape, portfolios), key=lambda portfolio: (-len(portfolio), portfolio)))
    return re.compile(rf"\b(?:{HEADS}) (?:of|for) (?:the )?(?:{longest_first})\b")


def _bodies(page: Page) -> Iterator[Proposal]:
    """Bodies in lower case after the name of their country, and all further mentions of the same words."""
    candidates = [
        m
        for m in page.mentions
        if m.first != m.last and m.facts.right and m.surface.islower() and _is_of_a_body(page.folded[m.last])
    ]
    if not candidates:
        return
    country_at = {first + size: codes for first, codes in page.countries for size in range(1, 4)}
    named: dict[str, str] = {}
    for mention in candidates:
        codes = country_at.get(mention.first)
        if codes and (form := _form(mention, codes)):
            named.setdefault(mention.surface, form)
    for mention in candidates:
        if form := named.get(mention.surface):
            is_described = page.gaps[mention.first] in POSSESSIVE_GAPS
            codes = country_at.get(mention.first)
            direct = bool(codes and _form(mention, codes)) or _is_headed(page, mention)
            is_wrong = direct and not is_described and page.folded[mention.last] not in EITHER_CASE
            yield Proposal(RULE, mention.start, mention.end, form, LIKELY if is_wrong else STYLE)


def _is_of_a_body(word: str) -> bool:
    """Whether a name that ends in a word is that of a body, and no paper's or movement's ("foreign policy")."""
    return word in body_words() or word in EITHER_CASE or word in BODIES


BODIES = frozenset(
    """assembly authority board centre center chamber command confederation corps exchange federation fleet force forces
    guard headquarters house institution library mint office police secretariat service services staff treasury
    tribunal""".split()
)
"""Last words of the names of bodies, besides those that Chinese names end in."""


def _is_headed(page: Page, mention: Mention) -> bool:
    """Whether “head of the” or its like stands before."""
    before = page.folded[max(0, mention.first - 3) : mention.first]
    return bool(before) and not HEAD_OF.isdisjoint(before)


def _form(mention: Mention, codes: frozenset[str]) -> str | None:
    """The name of the body of one of these countries that the surface is but for its case."""
    for entity in mention.facts.right:
        if entity.kind != "organization" or codes.isdisjoint(entity.country) or mention.surface in entity.right:
            continue
        for form in entity.right:
            if form.casefold() == mention.surface and form == titled(form):
                return form
    return None
