"""Words of the field of what people are: of a footballer "goal", of a singer "album"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from gazetteer.tables import listed, rows

UNSAID = frozenset({"director", "coach", "leader"})
"""Roles that tell a field where they stand alone, and not behind other words ("FBI director")."""

Fields = Mapping[str, tuple[str, ...]]
"""What a person is, in lower case -> words of that field."""


@lru_cache(maxsize=4)
def read_fields(path: Path) -> Fields:
    """Read a table: a role, then its words divided by `;`.

    Raises:
        GazetteerError: a row has another form.
    """
    return {role: listed(words) for role, words in rows(path, ("role", "words"))}


def fields_of(roles: Iterable[str], fields: Fields) -> Iterator[str]:
    """The words of the fields of some roles: of the whole role, or else of its last word ("Tottenham forward")."""
    for role in roles:
        last = role.rpartition(" ")[2].lower()
        yield from fields.get(role.lower()) or (() if last in UNSAID else fields.get(last, ()))
