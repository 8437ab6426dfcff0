"""What names of places, bodies and affairs end in, in Chinese, and what a machine writes for it: `data/endings.tsv`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from gazetteer.errors import GazetteerError
from gazetteer.tables import listed, placed_rows

TABLE = Path(__file__).parent / "data" / "endings.tsv"

Endings = Mapping[str, tuple[str, ...]]
"""A Chinese ending -> the English words for it, the likeliest first."""

SORTS = ("place", "body", "affair")
COLUMNS = ("sort", "ending", "English")


@lru_cache(maxsize=1)
def endings() -> Mapping[str, Endings]:
    """The endings by the sort of name: `place`, `body` (organisations, companies, media), `affair` (events, terms).

    Raises:
        GazetteerError: a row of the table has another form than its first line says.
    """
    found: dict[str, dict[str, tuple[str, ...]]] = {sort: {} for sort in SORTS}
    for where, (sort, ending, english) in placed_rows(TABLE, COLUMNS):
        if sort not in SORTS:
            raise GazetteerError(f"{where}: {sort!r} is none of {', '.join(SORTS)}")
        if ending in found[sort]:
            raise GazetteerError(f"{where}: {sort} {ending} stands there twice; make one row of them")
        found[sort][ending] = listed(english)
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def place_words() -> frozenset[str]:
    """The English words that say what sort of place a name is that of, casefolded."""
    return _words("place")


@lru_cache(maxsize=1)
def body_words() -> frozenset[str]:
    """The English words that say what sort of organisation a name is that of, casefolded."""
    return _words("body") - place_words()


def _words(sort: str) -> frozenset[str]:
    return frozenset(word.casefold() for words in endings()[sort].values() for word in words)
