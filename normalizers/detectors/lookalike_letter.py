"""A Cyrillic or Greek letter inside a Latin word.

What it does
    Puts the Latin letter that looks the same.

Why it matters
    The word looks right and is found by no search.

Example
    the Рresident (with a Cyrillic Р) -> the President

When it is wrong
    A word that is all Cyrillic or Greek, or has a letter without a Latin twin, is left alone.

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

RULE = Rule("ZM313", "lookalike-letter", "fluency/character-encoding", "minor")

TWINS = str.maketrans("АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxijsABEZHIKMNOPTYXo")
FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
WORD = re.compile(r"(?<!\w)(?=[^\W_]{0,40}?[A-Za-z])[A-Za-z\u0370-\u04ff]{2,40}(?!\w)")
CONFIDENCE = 0.95


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each mixed word."""
    if reader.text.isascii() or not FOREIGN.search(reader.text):
        return
    for match in matches(reader.page, WORD):
        surface = match.group()
        if not surface.isascii() and (plain := surface.translate(TWINS)).isascii():
            yield Proposal(RULE, *match.span(), plain, CONFIDENCE)
