"""A date whose month contradicts the other dates of the text.

What it does
    Reports a date without a year that lies in another month than the document and all its other dates, though its
    day is near the document’s.

Why it matters
    A machine that reads a bare day number may invent its month.

Example
    on 14 July, in a report of October 20 that tells of October 13 and October 16

When it is wrong
    A text may look back; a date with a year, and one far from the day of the document, is left alone.

Fix
    none, though the document’s month is named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches_with

RULE = Rule("ZM506", "contradicting-month", "accuracy/mistranslation/date-time", "major")

MONTHS = tuple("January February March April May June July August September October November December".split())
PARTS = tuple(map(str.lower, MONTHS))
MONTH = re.compile("|".join(MONTHS))
DATE = re.compile(
    rf"\b(?:(?P<month>{'|'.join(MONTHS)}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{'|'.join(MONTHS)}))"
    r"(?!\d|,? \d{4})\b"
)
FEWEST = 2
"""Other dates that have to agree."""
NEAR = 10
"""Days of the month between the date and the document's."""
CONFIDENCE = SUREST = 0.4


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a report for each such date."""
    if reader.date is None:
        return
    if reader.page.written.isdisjoint(MONTHS) or len(MONTH.findall(reader.text)) <= FEWEST:
        return
    dates = list(matches_with(reader.page, PARTS, DATE))
    if len(dates) <= FEWEST:
        return
    month = MONTHS[reader.date.month - 1]
    counts = Counter(_month(match) for match in dates)
    if counts[month] < FEWEST or len(dates) - counts[month] != 1:
        return
    for match in dates:
        if _month(match) != month and abs(int(match["day"] or match["day2"]) - reader.date.day) <= NEAR:
            yield Proposal(RULE, *match.span(), match.group().replace(_month(match), month), CONFIDENCE)


def _month(match: re.Match[str]) -> str:
    return match["month"] or match["month2"]
