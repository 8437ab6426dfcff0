"""Dates of day, month or year precision, as data files have them."""

from __future__ import annotations

import calendar
import re
from datetime import date as Date

from gazetteer.errors import GazetteerError

DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def bound(text: str, *, last: bool, where: str) -> Date | None:
    """The first (or last) day that a date of day, month or year precision may mean; None for an empty text.

    Raises:
        GazetteerError: it is no date; the message begins with `where`.
    """
    if not text:
        return None
    match = DATE.fullmatch(text)
    try:
        year, month, day = (int(part) if part else None for part in match.groups())  # type: ignore[union-attr]
        assert year is not None
        month = month or (12 if last else 1)
        return Date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except (AttributeError, ValueError) as error:
        raise GazetteerError(f"{where}: {text!r} is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD") from error
