"""What entities were called before they were renamed: `data/former_names.tsv`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date as Date
from pathlib import Path
from typing import NamedTuple

from gazetteer.dates import bound
from gazetteer.entity import Entity
from gazetteer.errors import GazetteerError
from gazetteer.tables import placed_rows

COLUMNS = ("id", "former name", "first day", "last day", "source")


class FormerName(NamedTuple):
    """A name that was right from `start` (None: from the beginning) to `end`, both inclusive."""

    name: str
    start: Date | None
    end: Date


FormerNames = Mapping[str, Sequence[FormerName]]
"""The id of an entity -> its former names."""


def read_former_names(path: Path) -> FormerNames:
    """Read a table (TSV: id, former name, first day, which may be empty, last day, source).

    Raises:
        GazetteerError: a row has more or fewer cells, a day is no date, or there is no last one.
    """
    found: dict[str, list[FormerName]] = {}
    for where, (entity_id, name, first, last, _) in placed_rows(path, COLUMNS):
        end = bound(last, last=True, where=where)
        if end is None:
            raise GazetteerError(
                f"{where}: the last day of {name!r} is missing; write it as YYYY, YYYY-MM or YYYY-MM-DD"
            )
        found.setdefault(entity_id, []).append(FormerName(name, bound(first, last=False, where=where), end))
    return found


def called_on(day: Date, entity: Entity, former: FormerNames) -> FormerName | None:
    """The former name that an entity had on a day; None where it had the name that it has."""
    for known in former.get(entity.id, ()):
        if (known.start is None or known.start <= day) and day <= known.end and known.name in entity.right:
            return known
    return None
