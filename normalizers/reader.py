"""What a detector reads: the page, its date, and the names on it, each worked out once and only when asked for."""

from __future__ import annotations

from datetime import date as Date
from functools import cached_property

from normalizers.naming import Reading, read_names
from normalizers.page import Page


class Reader:
    """One document under the eyes of the detectors."""

    def __init__(self, page: Page, date: Date | None = None) -> None:
        self.page = page
        self.date = date

    @property
    def text(self) -> str:
        """The original text."""
        return self.page.text

    @cached_property
    def names(self) -> list[Reading]:
        """The surfaces that may be garbled names, settled over the document."""
        return read_names(self.page, self.date)
