"""What a detector reads: the page, its date, and the names on it, each worked out once and only when asked for."""

from __future__ import annotations

from datetime import date as Date
from functools import cached_property

from gazetteer.entity import Entity
from gazetteer.former_names import FormerName, called_on
from normalizers.dating import estimate
from normalizers.naming import Reading, read_names
from normalizers.page import Page
from normalizers.style import NO_STYLE, HouseStyle
from normalizers.surfaces import Surface, surfaces

LEAST = 0.05
"""The probability below which nobody is told what a surface may stand for."""
FOLLOWED = 0.5
"""The probability of a full name at which its family name is followed through the text, whoever is told of it."""


class Reader:
    """One document under the eyes of the detectors."""

    def __init__(
        self,
        page: Page,
        date: Date | None = None,
        style: HouseStyle = NO_STYLE,
        least: float = LEAST,
        is_estimate: bool = False,
    ) -> None:
        """`date` of publication, or one that `is_estimate`; where there is none it is estimated from the text. What is
        less probable than `least` may be left out of the names.
        """
        self.page = page
        self.style = style
        self.least = min(least, FOLLOWED)
        self.given_date = None if is_estimate else date
        self._estimate = date if is_estimate else None

    @cached_property
    def date(self) -> Date | None:
        """The date of the text: the given one, else the estimate."""
        return self.given_date or self._estimate or estimate(self.page.text)

    def former_name(self, entity: Entity) -> FormerName | None:
        """The name that an entity had on the day of the text, where it was renamed since."""
        return called_on(self.date, entity, self.page.gazetteer.former_names) if self.date else None

    @property
    def text(self) -> str:
        """The original text."""
        return self.page.text

    @cached_property
    def names(self) -> list[Reading]:
        """The surfaces that may be garbled names, settled over the document."""
        return read_names(self.page, self.date, self.given_date is not None, self.least)

    @property
    def surfaces(self) -> list[Surface]:
        """All surfaces that may be garbled names, however improbable."""
        return surfaces(self.page)
