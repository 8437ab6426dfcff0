"""Countries and their seats of government: `data/countries.tsv`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gazetteer.entity import Entity
from gazetteer.errors import GazetteerError

COLUMNS = 7
SOURCE = "ISO 3166, Unicode CLDR"


def read(path: Path) -> Iterator[Entity]:
    """Yield a place for each country; its adjectives are right forms of its name, never touched.

    Raises:
        GazetteerError: a row has not the seven columns that the file's head names.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        cells = line.split("\t")
        if len(cells) != COLUMNS:
            raise GazetteerError(f"{path}: line {number} has {len(cells)} columns, not {COLUMNS}")
        code, name, others, adjectives, chinese, _, context = cells
        yield Entity(
            id=f"place/{code.lower()}",
            kind="place",
            name=name,
            also=(*_listed(others), *_listed(adjectives)),
            country=(code,),
            written={"zh": _listed(chinese)},
            context=_listed(context),
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
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        code, *_, seats, _ = line.split("\t")
        for at, seat in enumerate(_listed(seats)):
            yield Entity(id=f"place/{code.lower()}-seat-{at}", kind="place", name=seat, country=(code,), source=SOURCE)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
