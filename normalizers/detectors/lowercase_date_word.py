"""A day or a month in lower case.

What it does
    Finds the days of the week and the months that are no other word; may, march and august only beside a figure.

Why it matters
    English writes them with a capital.

Example
    on july 7 -> on July 7

When it is wrong
    Names of products and handles in lower case.

Fix
    certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches

RULE = Rule("ZM205", "lowercase-date-word", "fluency/capitalization", "minor")

DATE_WORD = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|september|october|november|december)\b"
    r"|\b(?:may|march|august)\b(?=,? (?:[12]\d{3}\b|\d{1,2}(?:st|nd|rd|th)?(?:,|\.(?!\d)| to \d|[-–]\d)))"
)
WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february april june july september october
    november december""".split()
)
WITH_FIGURE = {word: re.compile(rf"{word},? \d") for word in ("may", "march", "august")}
CONFIDENCE = 0.96


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each day or month."""
    written = reader.page.written
    if WORDS.isdisjoint(written) and not any(
        word in written and figure.search(reader.text) for word, figure in WITH_FIGURE.items()
    ):
        return
    for match in matches(reader.page, DATE_WORD):
        yield Proposal(RULE, *match.span(), match.group().capitalize(), CONFIDENCE)
