"""Countries and their seats of government: `data/countries.tsv`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gazetteer.entity import Entity
from gazetteer.tables import listed, rows

COLUMNS = ("code", "name", "other names", "adjectives", "Chinese names", "seats", "context")
SOURCE = "ISO 3166, Unicode CLDR"


def read(path: Path) -> Iterator[Entity]:
    """Yield a place for each country; its adjectives are right forms of its name, never touched.

    Raises:
        GazetteerError: a row has not the seven columns that the file's head names.
    """
    for code, name, others, adjectives, chinese, _, context in rows(path, COLUMNS):
        yield Entity(
            id=f"place/{code.lower()}",
            kind="place",
            name=name,
            also=(*listed(others), *listed(adjectives)),
            country=(code,),
            written={"zh": listed(chinese)},
            context=listed(context),
            source=SOURCE,
        )


ABBREVIATED = frozenset("中美韩朝日俄英法德意印越台欧伊以巴澳加泰菲缅柬老蒙埃土沙")
"""The characters that stand for countries in the names of talks, wars and alliances (中美, 韩美, 美日韩)."""


def english_names(path: Path) -> dict[str, tuple[str, ...]]:
    """Country code -> its name, other names and adjectives."""
    return {entity.country[0]: entity.right for entity in read(path)}


def chinese_names(path: Path) -> frozenset[str]:
    """The Chinese names of countries, in full and as one character."""
    return ABBREVIATED | {form for entity in read(path) for form in entity.zh}


def read_seats(path: Path) -> Iterator[Entity]:
    """Yield the seats of government, which stand for their countries in the news; they have no Chinese form here."""
    for code, *_, seats, _ in rows(path, COLUMNS):
        for at, seat in enumerate(listed(seats)):
            yield Entity(id=f"place/{code.lower()}-seat-{at}", kind="place", name=seat, country=(code,), source=SOURCE)
