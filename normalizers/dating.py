"""The date of a text that comes without one, estimated from the dates it names."""

from __future__ import annotations

from calendar import month_abbr, month_name
from collections.abc import Iterator
from datetime import date as Date

import regex

MONTHS = {name.lower(): number for names in (month_name, month_abbr) for number, name in enumerate(names) if name}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))

WHOLE = (
    regex.compile(
        rf"\b(?P<month>{_MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>(?:19|20)\d\d)\b", regex.IGNORECASE
    ),
    regex.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month>{_MONTH})\.?,?\s(?P<year>(?:19|20)\d\d)\b", regex.IGNORECASE
    ),
    regex.compile(r"\b(?P<year>(?:19|20)\d\d)[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})\b"),
)
YEAR = regex.compile(r"\b(?:in|since|of|by|year|early|late|mid)[ -](?P<year>(?:19[5-9]|20[0-4])\d)\b", regex.IGNORECASE)

READ = 20_000
"""Code points of the text's beginning that are read: news dates itself early."""


def estimate(text: str) -> Date | None:
    """The latest whole date that the beginning of the text names, else the middle of the latest year; None where it
    names none.

    News speaks of what has been: the latest date named is seldom later than the text.
    """
    head = text[:READ]
    if dates := sorted(_whole_dates(head)):
        return dates[-1]
    years = [int(match["year"]) for match in YEAR.finditer(head)]
    return Date(max(years), 7, 1) if years else None


def _whole_dates(text: str) -> Iterator[Date]:
    for pattern in WHOLE:
        for match in pattern.finditer(text):
            month = match["month"].lower()
            try:
                yield Date(int(match["year"]), MONTHS.get(month) or int(month), int(match["day"]))
            except ValueError:
                continue
