"""An amount in wan (ten thousands) or yi (hundred millions).

What it does
    Puts the amount in thousands, millions or billions.

Why it matters
    The words are no English, and the amount is lost on the reader.

Example
    300 wan yuan -> 3 million yuan

When it is wrong
    Wan and Yi are names as well: only figures before them and a counted thing after them make them amounts.

Fix
    certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches

RULE = Rule("ZM502", "chinese-numeral", "accuracy/mistranslation/number", "major")

AMOUNT = re.compile(
    r"\b(?P<number>\d{1,6}(?:\.\d{1,4})?) ?(?P<scale>wan|yi)\b"
    r"(?= (?:yuan|RMB|people|mu|tons|tonnes|dollars|square|households|units|kilometers)\b)"
)
SIZE = {"wan": 10**4, "yi": 10**8}
CONFIDENCE = 0.95


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each amount."""
    if "wan " not in reader.text and "yi " not in reader.text:
        return
    for match in matches(reader.page, AMOUNT):
        yield Proposal(RULE, *match.span(), in_words(Decimal(match["number"]) * SIZE[match["scale"]]), CONFIDENCE)


def in_words(amount: Decimal) -> str:
    """An amount as English writes it.

    >>> in_words(Decimal(3_000_000)), in_words(Decimal(45_000))
    ('3 million', '45,000')
    """
    for size, name in ((10**9, " billion"), (10**6, " million")):
        if amount >= size:
            return f"{(amount / size).normalize():f}{name}"
    return f"{amount.normalize():,f}"
