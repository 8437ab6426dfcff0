"""What the readers of users' files share: rows -> entities, and the problems of rows that are none."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date as Date
from pathlib import Path
from typing import IO, NamedTuple, cast

import regex

from gazetteer.entity import KINDS, Entity, short_form
from gazetteer.errors import GazetteerError

LONGEST_LINE = 4_000_000
"""Characters of the longest line that is read (a Wikidata entity may have two million)."""
LONGEST_NAME = 200
"""Characters of the longest name."""
MOST_NAMES = 50
"""Names of one row that are kept."""
HAN = regex.compile(r"\p{Han}")
CONTROL = regex.compile(r"[\p{Cc}\p{Cs}\p{Bidi_Control}]")


class Problem(NamedTuple):
    """A row that did not go in: where it stands (file and row), and what is wrong with it."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


Report = Callable[[Problem], None]
"""What a reader tells of the rows it leaves out."""


class BadRow(ValueError):
    """A row that makes no entity; the message says why."""


def open_text(path: Path) -> IO[str]:
    """Open a text file in UTF-8 (with or without a mark), `.gz` and `.bz2` as well."""
    if path.suffix == ".gz":
        return cast("IO[str]", gzip.open(path, "rt", encoding="utf-8-sig", errors="replace", newline=""))
    if path.suffix == ".bz2":
        return cast("IO[str]", bz2.open(path, "rt", encoding="utf-8-sig", errors="replace", newline=""))
    return path.open(encoding="utf-8-sig", errors="replace", newline="")


def lines(path: Path, report: Report) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file with their numbers from 1, without ends; lines that are too long are reported.

    Raises:
        GazetteerError: the file cannot be read, or is no such archive as its name says.
    """
    try:
        with open_text(path) as stream:
            number = 0
            while line := stream.readline(LONGEST_LINE + 1):
                number += 1
                if len(line) > LONGEST_LINE:
                    report(Problem(f"{path.name}: line {number}", f"longer than {LONGEST_LINE} characters; divide it"))
                    while len(line) > LONGEST_LINE and not line.endswith("\n"):
                        line = stream.readline(LONGEST_LINE + 1)
                    continue
                yield number, line.rstrip("\r\n")
    except (OSError, EOFError) as error:
        raise GazetteerError(f"{path}: cannot be read: {error}") from error


def text(value: object, field: str) -> str:
    """A name or other short text, in NFC.

    Raises:
        BadRow: it is no text, too long, or has control characters.
    """
    if not isinstance(value, str):
        raise BadRow(f"{field} must be a text, not a {type(value).__name__}")
    found = unicodedata.normalize("NFC", value.strip())
    if len(found) > LONGEST_NAME:
        raise BadRow(f"{field} has {len(found)} characters, more than {LONGEST_NAME}")
    if CONTROL.search(found):
        raise BadRow(f"{field} has control characters; remove them")
    return found


def entity(
    kind: str,
    names: Sequence[str],
    chinese: Sequence[str],
    *,
    source: str,
    identity: str = "",
    origin: str = "",
    country: Iterable[str] = (),
    roles: tuple[str, ...] = (),
    context: tuple[str, ...] = (),
    garbled: tuple[str, ...] = (),
    short: str = "",
    note: str = "",
    since: Date | None = None,
    weak: bool = False,
) -> Entity:
    """An entity of a user's row; the first name is the preferred one. Without `identity` its id is made of kind and
    name.

    Raises:
        BadRow: there is no name, no Chinese form, or no such kind.
    """
    names = tuple(dict.fromkeys(text(name, "name") for name in names if name))[:MOST_NAMES]
    forms = tuple(dict.fromkeys(text(form, "zh") for form in chinese if form))[:MOST_NAMES]
    if not names:
        raise BadRow("has no name in Latin letters; add one")
    if kind not in KINDS:
        raise BadRow(f"kind {kind!r} is none of {', '.join(KINDS)}")
    if not forms or not all(HAN.search(form) for form in forms):
        raise BadRow("has no Chinese form in Chinese characters; add one")
    return Entity(
        id=identity or f"{kind}/{slug(names[0], forms[0])}",
        kind=kind,
        name=names[0],
        also=names[1:],
        short=short or short_form(kind, names[0], origin),
        origin=origin,
        country=tuple(code.upper() for code in country if code),
        written={"zh": forms},
        note=note,
        since=since,
        source=source,
        weak=weak,
        roles=roles,
        context=context,
        garbled=garbled,
    )


def slug(name: str, salt: str = "") -> str:
    """A name as part of an id: ASCII letters, digits and hyphens, and a digest that keeps namesakes apart.

    >>> slug("Suh Hoon", "徐薰").rpartition("-")[0]
    'own-suh-hoon'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    digest = hashlib.blake2b(f"{name}\0{salt}".encode(), digest_size=4).hexdigest()
    return "-".join(filter(None, ("own", re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-"), digest)))
