"""Tables that detectors match against: tab-separated text, read once.

A table is UTF-8 text with one row a line and its fields divided by tabs. Lines that begin with `#` are comments, and
the first of them names the columns; empty lines count for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

Row = tuple[str, ...]


@lru_cache(maxsize=64)
def table(name: str) -> tuple[Row, ...]:
    """The rows of the table `name` (without `.tsv`) that is shipped in `normalizers/data`.

    Raises:
        FileNotFoundError: there is no such table.
        ValueError: a row has more or fewer fields than the first one.
    """
    return rows(files("normalizers").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8"), name)


@lru_cache(maxsize=64)
def words_of(name: str) -> frozenset[str]:
    """The first column of a shipped table, as a set."""
    return frozenset(row[0] for row in table(name))


def rows(text: str, name: str = "table") -> tuple[Row, ...]:
    """The rows of a table's text.

    Raises:
        ValueError: a row has more or fewer fields than the first one.
    """
    found: list[Row] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = tuple(field.strip() for field in line.split("\t"))
        if found and len(row) != len(found[0]):
            raise ValueError(f"{name}, line {number}: {len(row)} fields where {len(found[0])} are due; check the tabs")
        found.append(row)
    return tuple(found)


def own_sources() -> Iterator[str]:
    """Yield the code and the tables of this package, by the names of their files: what decides which findings come."""
    package = files("normalizers")
    folders = (package, package / "detectors", package / "data")
    paths = [path for folder in folders for path in folder.iterdir() if path.is_file()]
    for path in sorted(paths, key=lambda path: path.name):
        yield path.read_text(encoding="utf-8")
