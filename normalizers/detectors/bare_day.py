"""A day of the month that is a bare number.

What it does
    Finds the figure after “the evening of” and “Reporter ... on” that was the day of the month.

Why it matters
    “on 25” is no date in English.

Example
    on the evening of 21, the rain -> on the evening of the 21st, the rain

When it is wrong
    The figure may count something whose name follows.

Fix
    likely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches

RULE = Rule("ZM505", "bare-day", "accuracy/mistranslation/date-time", "minor")

DAY = re.compile(
    r"(?<= (?:morning|evening) of )(?P<day>[12]?\d|3[01])(?=[,. ])(?! ?\d| (?:January|February|March|April|May|June)\b)"
    r"(?! (?:July|August|September|October|November|December)\b)"
)
REPORTER = re.compile(r"(?<=[Rr]eporter )(?P<day>[12]\d|3[01])(?= (?:in|from|at|learned)\b)")
REPORTED = re.compile(r"eporter \d")
ENDINGS = {"1": "st", "2": "nd", "3": "rd"}
CONFIDENCE = 0.8


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a suggestion for each bare day."""
    text = reader.text
    if "morning of " in text or "evening of " in text:
        for match in matches(reader.page, DAY):
            yield Proposal(RULE, *match.span(), f"the {ordinal(match['day'])}", CONFIDENCE)
    if REPORTED.search(text):
        for match in matches(reader.page, REPORTER):
            yield Proposal(RULE, *match.span(), f"on the {ordinal(match['day'])}", CONFIDENCE)


def ordinal(day: str) -> str:
    """A day as an ordinal.

    >>> ordinal("21"), ordinal("12"), ordinal("3")
    ('21st', '12th', '3rd')
    """
    return day + ("th" if day[:-1] == "1" else ENDINGS.get(day[-1], "th"))
