"""Wrong forms of names that machines are well known to write: `data/attested.tsv`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from gazetteer.errors import GazetteerError
from gazetteer.keys import key
from gazetteer.lexicon import Lexicon
from gazetteer.tables import listed, placed_rows

COLUMNS = ("id", "wrong forms")

Attested = Mapping[str, frozenset[str]]
"""The id of an entity -> the keys (`gazetteer.keys`) of its attested wrong forms."""


def read_attested(path: Path, lexicon: Lexicon) -> Attested:
    """Read a table (TSV: the id of an entity, then wrong forms divided by `;`).

    Raises:
        GazetteerError: a row has another form, or an id stands there twice.
    """
    return {
        entity_id: frozenset(key(form, lexicon) for form in forms) for entity_id, forms in attested_forms(path).items()
    }


@lru_cache(maxsize=4)
def attested_forms(path: Path) -> Mapping[str, tuple[str, ...]]:
    """The forms of a table as they are written, by the id of the entity."""
    found: dict[str, tuple[str, ...]] = {}
    for where, (entity_id, forms) in placed_rows(path, COLUMNS):
        if entity_id in found:
            raise GazetteerError(f"{where}: {entity_id} stands there twice; make one row of them")
        found[entity_id] = listed(forms)
    return found
