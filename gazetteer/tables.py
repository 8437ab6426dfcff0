"""Tables by which names are judged: tab-separated text, one row a line; lines that begin with `#` are comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path


def rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table at `path`, a cell for each of `columns`.

    Raises:
        ValueError: a row has more or fewer cells; the message names the file, the line and the columns.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if len(cells) != len(columns):
            due = ", ".join(columns)
            raise ValueError(f"{path.name}, line {number}: {len(cells)} cells where {due} are due; check the tabs")
        yield cells


def listed(cell: str) -> tuple[str, ...]:
    """What is listed in a cell, divided by `;`."""
    return tuple(word.strip() for word in cell.split(";") if word.strip())
