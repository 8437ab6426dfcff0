"""Tables by which names are judged: tab-separated text, one row a line; lines that begin with `#` are comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from gazetteer.errors import GazetteerError


def rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table at `path`, a cell for each of `columns`.

    Raises:
        GazetteerError: a row has more or fewer cells; the message names the file, the line and the columns.
    """
    return (cells for _, cells in placed_rows(path, columns))


def placed_rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The same, each with its place ("sorts.tsv, line 3"), for messages about what is in it."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        where, cells = f"{path.name}, line {number}", tuple(line.split("\t"))
        if len(cells) != len(columns):
            due = ", ".join(columns)
            raise GazetteerError(f"{where}: {len(cells)} cells where {due} are due; check the tabs")
        yield where, cells


def listed(cell: str) -> tuple[str, ...]:
    """What is listed in a cell, divided by `;`."""
    return tuple(word.strip() for word in cell.split(";") if word.strip())
