"""A day of the month that is a bare number.

What it does
    Finds the figure after “the evening of” and after “Reporter” that was the day of the month, and makes it an
    ordinal.

Why it matters
    “on 25” is no date in English.

Example
    LANZHOU, March 12 (Ma Lan) - Reporter 12 from the bureau learned -> Reporter on the 12th from the bureau learned

When it is wrong
    The figure may count something whose name follows.

Fix
    certain where the text names the same day with its month, or its own date is that day or the next; likely elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from normalizers.dating import MONTHS
from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches_with

RULE = Rule("ZM505", "bare-day", "accuracy/mistranslation/date-time", "minor")

MONTH = "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))
DAY = re.compile(
    rf"(?<= (?:morning|evening) of )(?P<day>[12]?\d|3[01])(?=[,. ])(?! ?\d| (?:{MONTH})\b)"
    rf"|(?<=afternoon of )(?P<noon>[12]?\d|3[01])(?=[,. ])(?! ?\d| (?:{MONTH})\b)"
)
REPORTER = re.compile(
    r"(?<=[Rr]eporter )(?P<day>[12]?\d|3[01])(?= (?:in|from|at|learned|was|interviewed|visited|came|saw|to)\b)"
)
NAMED = re.compile(rf"\b(?:{MONTH})\.? (?P<after>\d{{1,2}})\b|\b(?P<before>\d{{1,2}}) (?:{MONTH})\b")
ENDINGS = {"1": "st", "2": "nd", "3": "rd"}
CERTAIN, LIKELY = 0.95, 0.8


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each bare day."""
    found = [
        (match, match["day"] or match["noon"], "the ")
        for match in matches_with(reader.page, ("ning of ", "noon of "), DAY)
    ]
    found += [(match, match["day"], "on the ") for match in matches_with(reader.page, ("reporter ",), REPORTER)]
    known = _known_days(reader) if found else frozenset()
    for match, day, words in found:
        yield Proposal(RULE, *match.span(), words + ordinal(day), CERTAIN if int(day) in known else LIKELY)


def _known_days(reader: Reader) -> frozenset[int]:
    """The days of the month that the text names, and that of its date and the day before."""
    named = {int(match["after"] or match["before"]) for match in NAMED.finditer(reader.text)}
    date = reader.given_date
    return frozenset(named | ({date.day, (date - timedelta(1)).day} if date and date.toordinal() > 1 else set()))


def ordinal(day: str) -> str:
    """A day as an ordinal.

    >>> ordinal("21"), ordinal("12"), ordinal("3")
    ('21st', '12th', '3rd')
    """
    return day + ("th" if day[:-1] == "1" else ENDINGS.get(day[-1], "th"))
