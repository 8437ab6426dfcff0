"""Tenures lie in one order, one after the other, and with people of the country."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date as Date
from itertools import pairwise

from gazetteer.entity import UNIONS, Entity, Tenure
from gazetteer.validation.finding import ERROR, WARNING, Finding

SURE_OVERLAP = 370
"""Days of overlap that no imprecise date explains: dates of the precision of a year may overlap by one."""

SINGLE = re.compile(
    r"(?:Acting )?(?:President|Prime Minister|Premier|Chancellor|King|Queen|Pope|Secretary-General|Director-General"
    r"|Minister of (?:Foreign Affairs|Defen[cs]e|Finance)|Foreign Minister|Defen[cs]e Minister|Secretary of \w+)"
)
"""Offices that one person holds at a time."""


def holders(entities: Sequence[Entity]) -> Iterator[Finding]:
    """No office of one person has two holders on one day, unless the office or a holder has a note."""
    offices = {entity.id: entity for entity in entities if entity.kind == "office"}
    held: dict[str, list[tuple[Tenure, Entity]]] = defaultdict(list)
    for entity in entities:
        for tenure in entity.held:
            if tenure.start and not entity.note:
                held[tenure.office].append((tenure, entity))
    for office_id, tenures in sorted(held.items()):
        office = offices.get(office_id)
        if office is None or office.note or not SINGLE.fullmatch(office.name):
            continue
        ordered = sorted(tenures, key=lambda item: (item[0].start or Date.min, item[1].id))
        for (first, one), (second, other) in pairwise(ordered):
            overlap = _overlap(first, second)
            if overlap > SURE_OVERLAP and one.id != other.id:
                span = "since then" if not (first.end or second.end) else f"for {overlap} days"
                what = f"{one.name} and {other.name} both hold it on {second.start}, and {span}"
                yield Finding(ERROR, office_id, what, f"mend the dates of {one.id} or {other.id}, or say why in a note")


def _overlap(first: Tenure, second: Tenure) -> int:
    """The days that two tenures share, where the first begins before the second."""
    assert first.start and second.start
    last = min(first.end or Date.max, second.end or Date.max)
    return (last - second.start).days if last >= second.start else 0


def countries(entities: Sequence[Entity]) -> Iterator[Finding]:
    """The holder of a country's office is of that country, unless the office or the holder has a note."""
    offices = {entity.id: entity for entity in entities if entity.kind == "office"}
    for entity in entities:
        for tenure in entity.held:
            office = offices.get(tenure.office)
            if not (office and office.country and entity.country) or office.note or entity.note:
                continue
            own = {*office.country, office.id.partition("/")[2][:2].upper()}
            if own.isdisjoint((*entity.country, *UNIONS)):
                what = f"is of {', '.join(entity.country)}, but held {office.id} of {', '.join(office.country)}"
                yield Finding(WARNING, entity.id, what, "add the country, or say why in a note")
