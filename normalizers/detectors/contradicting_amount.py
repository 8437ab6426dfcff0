"""Two amounts of the same thing that differ by a factor of ten or a hundred.

What it does
    Reports the second of two figures with the same digits before the same word, where one is ten or a hundred times
    the other.

Why it matters
    Chinese counts in ten thousands: a machine slips by a factor of ten.

Example
    19,200 hectares were flooded ... the 192,000 hectares

When it is wrong
    Two amounts can have the same digits by chance.

Fix
    none: which of the two is right is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches

RULE = Rule("ZM503", "contradicting-amount", "accuracy/mistranslation/number", "major")
SUREST = 0.0

AMOUNT = re.compile(
    r"(?P<number>\d(?<!\w\d)(?:\d{0,2}(?:,\d{3}){1,4}|\d{0,8}(?:\.\d{1,4})?))(?P<scale> million| billion)?"
    r" (?P<thing>[a-z]{4,30})\b"
)
SIZE = {None: 1, " million": 10**6, " billion": 10**9}
TIMES = frozenset({"years", "days", "hours", "minutes", "percent", "degrees", "million", "billion", "times"})
FEWEST = 3
"""Digits that two amounts share before that says anything."""


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a report for each amount that contradicts an earlier one."""
    seen: dict[tuple[str, str], set[Decimal]] = {}
    for match in matches(reader.page, AMOUNT):
        digits = match["number"].replace(",", "").replace(".", "").strip("0")
        if len(digits) < FEWEST or match["thing"] in TIMES:
            continue
        amount = Decimal(match["number"].replace(",", "")) * SIZE[match["scale"]]
        others = seen.setdefault((digits, match["thing"]), set())
        if any(max(amount, other) / min(amount, other) in (10, 100) for other in others):
            yield Proposal(RULE, *match.span(), None, None)
        others.add(amount)
