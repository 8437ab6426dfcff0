"""A word that stands twice.

What it does
    Finds a word that is followed by itself, and deletes the second one.

Why it matters
    The machine put one word for each half of a Chinese word.

Example
    the the delegation -> the delegation

When it is wrong
    “had had”, “that that” and “in in” (took in in the end) can be right; doubled words for stress (very very) are
    style; names (Lang Lang, Yang Yang) are left alone.

Fix
    certain for articles and ordinary nouns, likely for words that may be doubled for stress.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from operator import eq

from normalizers.finding import Rule
from normalizers.page import Page
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches
from normalizers.tables import words_of

RULE = Rule("ZM401", "repeated-word", "fluency/repetition", "minor")

TWICE = re.compile(r"\b(?P<word>[A-Za-z]{2,30})(?P<again>[ \u00a0](?i:(?P=word)))\b(?![-’'])")
ARTICLES = frozenset("the an of and from with its their this a to at for by into our his".split())
NAME_LIKE = 4.0
"""The Zipf frequency below which a doubled word with capitals may be a name."""
CERTAIN, LIKELY, UNSURE = 0.95, 0.92, 0.7


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each second word, with the space before it."""
    page = reader.page
    folded = page.folded
    if not any(map(eq, folded, islice(folded, 1, None))):
        return
    for match in matches(page, TWICE):
        confidence = _confidence(page, match["word"], match["again"][1:])
        if confidence:
            if confidence > UNSURE and _is_in_a_name(page, *match.span()):
                confidence = UNSURE
            yield Proposal(RULE, *match.span("again"), "", confidence)


def _confidence(page: Page, word: str, again: str) -> float:
    folded, lexicon = word.lower(), page.gazetteer.lexicon
    if folded in words_of("doubled_words"):
        return 0.0
    if folded in ARTICLES:
        return CERTAIN if again.islower() else 0.0
    if folded in words_of("stressed_words"):
        return UNSURE
    if again[0].isupper():
        return LIKELY if lexicon.zipf(folded) > NAME_LIKE and lexicon.is_ordinary(folded) and len(word) > 3 else 0.0
    return LIKELY if lexicon.is_ordinary(folded) and len(word) > 2 else 0.0


def _is_in_a_name(page: Page, start: int, end: int) -> bool:
    """Whether the two words belong to the rendering of a name, which will be put right as a whole."""
    return any(m.start <= start and end <= m.end and (m.facts.garbled or m.facts.right) for m in page.mentions)
