"""What a detector reads: the page, its date, and the names on it, each worked out once and only when asked for."""

from __future__ import annotations

from datetime import date as Date
from functools import cached_property

from normalizers.dating import estimate
from normalizers.naming import Reading, read_names
from normalizers.page import Page
from normalizers.style import NO_STYLE, HouseStyle


class Reader:
    """One document under the eyes of the detectors."""

    def __init__(self, page: Page, date: Date | None = None, style: HouseStyle = NO_STYLE) -> None:
        """`date` of publication; where there is none it is estimated from the text."""
        self.page = page
        self.style = style
        self.given_date = date

    @cached_property
    def date(self) -> Date | None:
        """The date of the text: the given one, else the estimate."""
        return self.given_date or estimate(self.page.text)

    @property
    def text(self) -> str:
        """The original text."""
        return self.page.text

    @cached_property
    def names(self) -> list[Reading]:
        """The surfaces that may be garbled names, settled over the document."""
        return read_names(self.page, self.date, is_dated=self.given_date is not None)
