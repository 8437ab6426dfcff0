"""Tables that detectors match against: tab-separated text, read once.

A table is UTF-8 text with one row a line and its fields divided by tabs. Lines that begin with `#` are comments, and
the first of them names the columns; empty lines count for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

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
    for path in _files_in(files("normalizers")):
        yield path.read_text(encoding="utf-8")


def _files_in(folder: Traversable) -> Iterator[Traversable]:
    """The code and the tables in a folder and in those inside it."""
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.is_dir():
            yield from _files_in(path)
        elif path.name.endswith((".py", ".tsv")):
            yield path
