"""A phrase that stands twice, or one word on both sides of “and”.

What it does
    Finds “reducing and reducing”, a phrase of two to six words that is followed by itself, and a bracket that is.

Why it matters
    The machine had one word for two Chinese words of nearly the same sense, or went over the same words again.

Example
    the training of talents and talents

When it is wrong
    “more and more”, “again and again”, “day after day after day” and “contacts of contacts of” are English;
    “New York New York” is a song.

Fix
    none for a word on both sides of “and”: the second word is lost. Certain for a bracket and for a phrase in lower
    case; likely for a phrase that ends in “of” or the like, or has capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.page import Page
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import is_open, matches
from normalizers.tables import words_of

RULE = Rule("ZM402", "repeated-phrase", "fluency/repetition", "minor")

BOTH = re.compile(r" and (?P<again>[a-z]{3,30}+)\b")
BRACKET = re.compile(r"(?P<bracket>\([A-Z][^()\n]{2,60}\))(?P<again> (?P=bracket))")
SHORTEST, LONGEST = 2, 6
"""Words of a phrase."""
LINKING = frozenset("of the a an in on at for with from as that before per its their his her our".split())
"""Words with which a phrase may go on into its like: contacts of contacts of."""
JOINING = frozenset("and or but by after upon to than nor".split())
"""Words with which English goes round: more and more and, step by step by."""
SPOKEN = frozenset("i you he she it we they who what that this there is was be are were do did not no yes oh".split())
"""Words of phrases that people say twice."""
MAKING = frozenset("make makes made making call calls called calling".split())
"""Verbs with two objects, which may be the same."""
CERTAIN, LIKELY = 0.92, 0.7


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a report for each pair, and a proposal for each second phrase or bracket, with the space before it."""
    text, meant = reader.text, words_of("paired_words")
    for match in matches(reader.page, BOTH):
        word = match["again"]
        start = match.start() - len(word)
        if start < 1 or not text.startswith(word, start) or text[start - 1].isalnum():
            continue
        if word not in meant and not word.endswith("er"):
            yield Proposal(RULE, start, match.end(), None, None)
    if ") (" in text:
        for match in matches(reader.page, BRACKET):
            yield Proposal(RULE, *match.span("again"), "", CERTAIN)
    yield from _phrases(reader.page)


def _phrases(page: Page) -> Iterator[Proposal]:
    """Each second phrase, and what further times it stands there, as one."""
    folded, last, done = page.folded, dict[str, int](), -1
    for again, word in enumerate(folded):
        at, last[word] = last.get(word, -1), again
        size = again - at
        if not SHORTEST <= size <= LONGEST or at <= done or not _repeats(page, at, size):
            continue
        if confidence := _confidence(page, at, size):
            end = again + size
            while folded[end : end + size] == folded[at:again] and _is_joined(page, end - 1, end + size):
                end += size
            done = end - 1
            start, stop = page.ends[again - 1], page.ends[done]
            if is_open(page, start, stop):
                yield Proposal(RULE, start, stop, "", confidence)


def _repeats(page: Page, at: int, size: int) -> bool:
    """Whether `size` words are followed by the same ones, with nothing but spaces between any of them."""
    folded = page.folded
    if at < 0 or at + 2 * size > len(folded) or folded[at + 1] != folded[at + 1 + size]:
        return False
    return folded[at : at + size] == folded[at + size : at + 2 * size] and _is_joined(page, at, at + 2 * size)


def _is_joined(page: Page, first: int, end: int) -> bool:
    return all(gap == " " for gap in page.gaps[first + 1 : end])


def _confidence(page: Page, at: int, size: int) -> float:
    """How sure it is that the second phrase should go; 0 where English has it so."""
    end = at + 2 * size
    phrase = page.folded[at : at + size]
    if at and page.folded[at - 1] in MAKING:
        return 0.0  # "what makes a man a man"
    if len(set(phrase)) == 1 or not SPOKEN.isdisjoint(phrase) or any(map(str.isdigit, phrase)):
        return 0.0
    if phrase[0] in JOINING or phrase[-1] in JOINING or LINKING.issuperset(phrase):
        return 0.0
    is_plain = phrase[-1] not in LINKING and all(page.texts[n].islower() for n in range(at + 1, end))
    return CERTAIN if is_plain else LIKELY
