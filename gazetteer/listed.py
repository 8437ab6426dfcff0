"""Right names that are only listed: `data/names_only.tsv`. What a text calls so is right as it stands, and nothing is
derived from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from gazetteer.similarity import squash

WORK, ORGANIZATION = "work", "organization"
KINDS = frozenset({WORK, ORGANIZATION})

Listed = Mapping[str, frozenset[str]]
"""A kind -> the names of that kind, squashed (`gazetteer.similarity`)."""


@lru_cache(maxsize=2)
def read_listed(path: Path) -> Listed:
    """Read a table (TSV: a kind and a name).

    Raises:
        ValueError: a row has another form, or an unknown kind.
    """
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        kind, tab, name = line.partition("\t")
        if kind not in KINDS or not tab or not name.strip():
            raise ValueError(
                f"{path.name}, line {number}: a kind ({', '.join(sorted(KINDS))}), a tab and a name are due"
            )
        found[kind].add(squash(name))
    return {kind: frozenset(names) for kind, names in found.items()}
