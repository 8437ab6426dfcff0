"""A weekday that does not belong to its date.

What it does
    Works out the weekday of a date that a weekday stands beside, in the year that the text gives or in that of the
    document.

Why it matters
    Machines put weekdays where the original has none.

Example
    Thursday, July 24, 2020 -> Friday, July 24, 2020

When it is wrong
    The date may be what is wrong; a date without a year may be of another year.

Fix
    likely, and never applied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Date

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches

RULE = Rule("ZM504", "weekday-and-date", "accuracy/mistranslation/date-time", "major")

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple("January February March April May June July August September October November December".split())
PAIR = re.compile(
    rf"\b(?P<weekday>{'|'.join(DAYS)}),? (?:(?P<month>{'|'.join(MONTHS)}) (?P<day>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?"
    rf"|(?P<day2>\d{{1,2}}) (?P<month2>{'|'.join(MONTHS)}))(?:,? (?P<year>\d{{4}}))?\b"
)
WITH_YEAR, WITHOUT = 0.7, 0.55
SUREST = WITH_YEAR


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a suggestion for each weekday that the date contradicts."""
    written = reader.page.written
    if written.isdisjoint(DAYS) or written.isdisjoint(MONTHS):
        return
    for match in matches(reader.page, PAIR):
        year = match["year"] or (reader.date.year if reader.date else None)
        weekday = (
            _weekday(int(year), match["month"] or match["month2"], match["day"] or match["day2"]) if year else None
        )
        if weekday and weekday != match["weekday"]:
            yield Proposal(RULE, *match.span("weekday"), weekday, WITH_YEAR if match["year"] else WITHOUT)


def _weekday(year: int, month: str, day: str) -> str | None:
    """The weekday of a date; None where there is no such day."""
    try:
        return DAYS[Date(year, MONTHS.index(month) + 1, int(day)).weekday()]
    except ValueError:
        return None
