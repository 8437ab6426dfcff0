"""The same word on both sides of “and”.

What it does
    Reports “reducing and reducing” and its like.

Why it matters
    The machine put one word for two Chinese words of nearly the same sense.

Example
    the training of talents and talents

When it is wrong
    “more and more”, “again and again”, “years and years” are English.

Fix
    none: the second word is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches
from normalizers.tables import words_of

RULE = Rule("ZM402", "repeated-phrase", "fluency/repetition", "minor")

BOTH = re.compile(r" and (?P<again>[a-z]{3,30}+)\b")


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a report for each pair."""
    text, meant = reader.text, words_of("paired_words")
    for match in matches(reader.page, BOTH):
        word = match["again"]
        start = match.start() - len(word)
        if start < 1 or not text.startswith(word, start) or text[start - 1].isalnum():
            continue
        if word not in meant and not word.endswith("er"):
            yield Proposal(RULE, start, match.end(), None, None)
