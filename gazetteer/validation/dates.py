"""Dates lie in this age, and in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gazetteer.entity import Entity
from gazetteer.validation.finding import ERROR, WARNING, Finding

FIRST_YEAR, LAST_YEAR = 1700, 2035
"""Years in which a tenure may lie."""

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def dates(entities: Iterable[Entity]) -> Iterator[Finding]:
    """Tenures begin before they end, in this age; and a thing with a year in its name is not younger than that."""
    for entity in entities:
        if entity.since and entity.since.year > LAST_YEAR:
            yield Finding(ERROR, entity.id, f"is known since {entity.since.year}", "mend the year, or leave it out")
        named = YEAR.search(entity.name) if entity.kind in ("event", "term") and not entity.note else None
        if entity.since and named and int(named[0]) < entity.since.year:
            yield Finding(WARNING, entity.id, f"{entity.name} is known since {entity.since.year}", "mend the year")
        for tenure in entity.held:
            if tenure.start and tenure.end and tenure.end < tenure.start:
                yield Finding(ERROR, entity.id, f"{tenure.office} ends before it begins", "mend the dates")
            for day in (tenure.start, tenure.end):
                if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
                    yield Finding(ERROR, entity.id, f"{tenure.office} has a date in {day.year}", "mend the date")
