"""Right names that are only listed: `data/names_only.tsv`. What a text calls so is right as it stands, and nothing is
derived from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from gazetteer.errors import GazetteerError
from gazetteer.similarity import squash
from gazetteer.tables import placed_rows

COLUMNS = ("kind", "name")
WORK, ORGANIZATION = "work", "organization"
KINDS = frozenset({WORK, ORGANIZATION})

Listed = Mapping[str, frozenset[str]]
"""A kind -> the names of that kind, squashed (`gazetteer.similarity`)."""


@lru_cache(maxsize=2)
def read_listed(path: Path) -> Listed:
    """Read a table (TSV: a kind and a name).

    Raises:
        GazetteerError: a row has another form, or an unknown kind.
    """
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for where, (kind, name) in placed_rows(path, COLUMNS):
        if kind not in KINDS or not name.strip():
            raise GazetteerError(f"{where}: a kind ({', '.join(sorted(KINDS))}) and a name are due")
        found[kind].add(squash(name))
    return {kind: frozenset(names) for kind, names in found.items()}
