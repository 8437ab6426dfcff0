"""Glossaries in CSV or TSV. The first row names the columns; `name` and `zh` must be there, all others may.

    name,zh,kind,also,origin,country,roles,context,garbled,short,since,note,id
    Suh Hoon,徐薰,person,Seo Hoon,ko,KR,,,,,,,

Several values in one cell are divided by `;` or `|`. Without `kind` a row is a term.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date as Date
from pathlib import Path

from gazetteer.dates import bound
from gazetteer.entity import Entity
from gazetteer.errors import GazetteerError
from gazetteer.sources.curated import ID
from gazetteer.sources.rows import BadRow, Problem, Report, entity, lines, text

SUFFIXES = (".csv", ".tsv")
COLUMNS = {
    "en": "name",
    "english": "name",
    "right": "name",
    "chinese": "zh",
    "zh-hans": "zh",
    "zh-cn": "zh",
    "type": "kind",
}
"""Other names of columns."""
LISTS = ("also", "roles", "context", "garbled")


def read(path: Path, report: Report) -> Iterator[Entity]:
    """Yield the entities of a glossary.

    Raises:
        GazetteerError: the first row does not name the columns `name` and `zh`.
    """
    delimiter = "\t" if ".tsv" in path.suffixes else ","
    rows = csv.reader((line for _, line in lines(path, report)), delimiter=delimiter)
    head = [COLUMNS.get(cell.strip().lower(), cell.strip().lower()) for cell in next(rows, [])]
    if "name" not in head or "zh" not in head:
        raise GazetteerError(f"{path}: the first row must name the columns, with `name` and `zh` among them")
    while True:
        where = f"{path.name}: row {rows.line_num + 1}"
        try:
            cells = next(rows)
            if any(map(str.strip, cells)):
                yield _entity(dict(zip(head, cells, strict=False)), path.name)
        except StopIteration:
            return
        except (BadRow, csv.Error) as error:
            report(Problem(where, str(error)))


def _entity(cells: dict[str, str], source: str) -> Entity:
    one = {key: text(cells.get(key, ""), key) for key in ("id", "kind", "origin", "short", "note", "source")}
    if one["id"] and not ID.fullmatch(one["id"]):
        raise BadRow(f"id {one['id']!r} is not of the form kind/lower-case-slug; leave it out or mend it")
    also, roles, context, garbled = (_listed(cells.get(key, ""), key) for key in LISTS)
    kind = one["kind"].lower() or one["id"].partition("/")[0] or "term"
    return entity(
        kind,
        (*_listed(cells.get("name", ""), "name")[:1], *also),
        _listed(cells.get("zh", ""), "zh"),
        identity=one["id"],
        origin=one["origin"],
        country=_listed(cells.get("country", ""), "country"),
        roles=roles,
        context=context,
        garbled=garbled,
        short=one["short"],
        note=one["note"],
        since=_since(cells.get("since", "")),
        source=one["source"] or source,
    )


def _since(cell: str) -> Date | None:
    try:
        return bound(cell.strip(), last=False, where="since")
    except GazetteerError as error:
        raise BadRow(str(error)) from error


def _listed(cell: str, field: str) -> tuple[str, ...]:
    return tuple(text(part, field) for part in cell.replace("|", ";").split(";") if part.strip())
