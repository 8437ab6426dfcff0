"""Wrong forms of names that machines are well known to write: `data/attested.tsv`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from gazetteer.keys import key
from gazetteer.lexicon import Lexicon

Attested = Mapping[str, frozenset[str]]
"""The id of an entity -> the keys (`gazetteer.keys`) of its attested wrong forms."""


def read_attested(path: Path, lexicon: Lexicon) -> Attested:
    """Read a table (TSV: the id of an entity, then wrong forms divided by `;`).

    Raises:
        ValueError: a row has another form, or an id stands there twice.
    """
    return {
        entity_id: frozenset(key(form, lexicon) for form in forms) for entity_id, forms in attested_forms(path).items()
    }


@lru_cache(maxsize=4)
def attested_forms(path: Path) -> Mapping[str, tuple[str, ...]]:
    """The forms of a table as they are written, by the id of the entity."""
    found: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        entity_id, tab, listed = line.partition("\t")
        if not tab or entity_id in found:
            raise ValueError(f"{path.name}, line {number}: an entity's id, a tab and its forms are due, each id once")
        found[entity_id] = tuple(form.strip() for form in listed.split(";"))
    return found
