"""Surfaces that may be garbled names, each weighed against the entities it may stand for, and settled over the whole
text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date as Date
from typing import NamedTuple

from gazetteer.gazetteer import Linked
from gazetteer.manner import GLOSSES
from gazetteer.similarity import squash
from normalizers.context import Dated, context_of, glimpse
from normalizers.page import Page
from normalizers.surfaces import Surface, surfaces


class Reading(NamedTuple):
    """A surface with what it may stand for, likeliest first. `first` and `last` are word numbers, both inclusive."""

    first: int
    last: int
    start: int
    end: int
    surface: str
    linked: tuple[Linked, ...]
    settled_by: int = -1
    """The offset of the mention that settled this one; -1 where it stands on its own evidence."""

    @property
    def best(self) -> Linked:
        """The likeliest."""
        return self.linked[0]

    @property
    def key(self) -> str:
        """What mentions of one name share."""
        return squash(self.surface)


def read_names(page: Page, date: Date | None, is_dated: bool = True, least: float = 0.0) -> list[Reading]:
    """Every surface of the page that may be a garbled name, in the order of the text, settled over the document.

    Those that cannot come to the probability `least` (0 to 0.9) may be left out.
    """
    return sorted(settle(weigh_names(page, date, is_dated, least)), key=lambda reading: (reading.start, -reading.end))


def weigh_names(page: Page, date: Date | None, is_dated: bool = True, least: float = 0.0) -> list[Reading]:
    """Every surface of the page that may be a garbled name, on its own evidence and that of the surest others.

    `is_dated`: whether `date` is that of the text, and no estimate.
    """
    dated, found = (date, is_dated), surfaces(page)
    readings = [None if least and is_faint(page, one, dated, least) else _read(page, one, dated) for one in found]
    sure: Sure = defaultdict(list)
    for reading in filter(None, readings):
        if reading.best.probability >= SURE:
            sure[reading.best.entity.id].append(reading)
    if None in readings:
        keys = {reading.key for reading in filter(None, readings)}
        readings = [
            _read(page, surface, dated) if reading is None and _may_be_settled(page, surface, keys, sure) else reading
            for surface, reading in zip(found, readings, strict=True)
        ]
    kept = list(filter(None, readings))
    return [_weighed_again(page, dated, reading, sure) for reading in kept] if sure else kept


def _read(page: Page, surface: Surface, dated: Dated) -> Reading:
    """The reading of one surface on its own evidence."""
    first, last, candidates = surface
    start, end = page.span(first, last)
    linked = page.gazetteer.link(candidates, context_of(page, first, last, *dated))
    return Reading(first, last, start, end, page.text[start:end], tuple(linked[:MOST]))


def is_faint(page: Page, surface: Surface, dated: Dated, least: float) -> bool:
    """Whether a surface is a gloss by all its candidates, and cannot come to a probability by itself."""
    first, last, candidates = surface
    if any(candidate.posting.channel not in GLOSSES for candidate in candidates):
        return False
    return page.gazetteer.is_faint(candidates, glimpse(page, first, last, dated), least)


Sure = dict[str, list[Reading]]
"""The readings that are sure by themselves, by the entity they stand for."""


def _may_be_settled(page: Page, surface: Surface, keys: set[str], sure: Sure) -> bool:
    """Whether other surfaces may make more of one than it is by itself: those of the same letters, or of an entity."""
    start, end = page.span(surface.first, surface.last)
    return squash(page.text[start:end]) in keys or any(c.entity.id in sure for c in surface.candidates)


def _weighed_again(page: Page, dated: Dated, reading: Reading, sure: Sure) -> Reading:
    """The reading of one spelling, knowing for which entities other spellings elsewhere in the text surely stand."""
    entities = {linked.entity.id for linked in reading.linked}
    settled = frozenset(
        found for found in entities & sure.keys() if any(_is_elsewhere(other, reading) for other in sure[found])
    )
    if not settled:
        return reading
    context = context_of(page, reading.first, reading.last, *dated)._replace(settled=settled)
    linked = page.gazetteer.link([linked.candidate for linked in reading.linked], context)
    return reading._replace(linked=tuple(linked))


def _is_elsewhere(other: Reading, reading: Reading) -> bool:
    """Whether a reading is of another spelling, at another place."""
    return (other.last < reading.first or reading.last < other.first) and other.key != reading.key


MOST = 6
"""Candidates kept for one surface."""

SURE = 0.9
"""The probability from which a surface tells of others that may stand for the same entity."""


def settle(readings: Iterable[Reading]) -> list[Reading]:
    """One reading for a name throughout a document, unless the evidence divides it.

    The mention that is surest of an entity lends what it knows to the others of the same name, save to those that
    speak against it by themselves.
    """
    groups: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        groups[reading.key].append(reading)
    settled: list[Reading] = []
    for group in groups.values():
        if len(group) == 1:
            settled += group
            continue
        surest = max(group, key=lambda reading: (reading.best.probability, -reading.start))
        settled.extend(reading if reading is surest else _settled(reading, surest) for reading in group)
    return settled


def _settled(reading: Reading, surest: Reading) -> Reading:
    opposed = any(item.name.startswith("private person") for item in reading.best.evidence)
    if opposed or surest.best.probability <= reading.best.probability:
        return reading
    own = {linked.entity.id for linked in reading.linked}
    if surest.best.entity.id not in own:
        return reading
    return reading._replace(linked=surest.linked, settled_by=surest.start)
