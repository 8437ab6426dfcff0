"""A word that stands twice.

What it does
    Finds a word that is followed by itself, and deletes the second one.

Why it matters
    The machine put one word for each half of a Chinese word.

Example
    the the delegation -> the delegation

When it is wrong
    “had had”, “that that” and “in in” (took in in the end) can be right; doubled words for stress (very very) are
    style; names (Lang Lang, Yang Yang) are left alone. A pair that comes twice in a text is rather a name put into
    English, and a word that follows a third time stands for something lost. “Whatever happens happens” is right.

Fix
    certain for articles and ordinary nouns, likely for words that may be doubled for stress and for pairs that come
    again.
"""

from __future__ import annotations

import re
from collections import Counter
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

TWICE = re.compile(r"(?<![\w’'-])(?P<word>[A-Za-z]{2,30})(?P<again>[ \u00a0](?i:(?P=word)))\b(?![-’'])")
ARTICLES = frozenset("the an of and from with its their this a to at for by into our his".split())
CLAUSE = re.compile(r"\b(?:what|(?:what|who|which)ever)\b[^.,;:!?\n]*\Z", re.IGNORECASE)
"""A clause that may be the subject of the second of two verbs: "whatever happens happens"."""
LONGEST_CLAUSE = 30
"""Code points of such a clause before the first of the two words."""
THIRD = 4
"""Words after a pair among which the same word may not come again."""
NAME_LIKE = 4.0
"""The Zipf frequency below which a doubled word with capitals may be a name."""
CERTAIN, LIKELY, UNSURE = 0.95, 0.92, 0.7


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each second word, with the space before it."""
    page = reader.page
    folded = page.folded
    if not any(map(eq, folded, islice(folded, 1, None))):
        return
    found = list(matches(page, TWICE))
    times = Counter(match["word"].lower() for match in found)
    for match in found:
        confidence = _confidence(page, match["word"], match["again"][1:])
        if CLAUSE.search(page.text, max(0, match.start() - LONGEST_CLAUSE), match.start()):
            confidence = min(confidence, UNSURE)
        if confidence > UNSURE and match["word"].lower() not in ARTICLES:
            is_doubtful = times[match["word"].lower()] > 1 or _comes_again(page.text, match)
            confidence = UNSURE if is_doubtful or _is_in_a_name(page, *match.span()) else confidence
        if confidence:
            yield Proposal(RULE, *match.span("again"), "", confidence)


def _confidence(page: Page, word: str, again: str) -> float:
    folded, lexicon = word.lower(), page.gazetteer.lexicon
    if folded in words_of("doubled_words") or (word.isupper() and again.istitle()):
        return 0.0  # good English, or a heading and the first word of its text
    if folded in ARTICLES:
        return CERTAIN if again.islower() else 0.0
    if folded in words_of("stressed_words"):
        return UNSURE
    if again[0].isupper():
        return LIKELY if lexicon.zipf(folded) > NAME_LIKE and lexicon.is_ordinary(folded) and len(word) > 3 else 0.0
    return LIKELY if lexicon.is_ordinary(folded) and len(word) > 2 else 0.0


def _comes_again(text: str, match: re.Match[str]) -> bool:
    """Whether the word follows once more among the next few."""
    following = text[match.end() : match.end() + 120].lower().split(maxsplit=THIRD)[:THIRD]
    return match["word"].lower() in (word.strip('.,;:!?”"’') for word in following)


def _is_in_a_name(page: Page, start: int, end: int) -> bool:
    """Whether the two words belong to the rendering of a name, which will be put right as a whole."""
    return any(m.start <= start and end <= m.end and (m.facts.garbled or m.facts.right) for m in page.mentions)
