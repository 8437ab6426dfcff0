"""A run of words that the gazetteer knows, and whether it is a right name as it is written."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, normalize

from gazetteer.entity import Entity
from gazetteer.facts import KeyFacts, shared_countries


class Mention:
    """A run of words whose key the gazetteer has. Offsets are code points of the text; `end` is exclusive."""

    __slots__ = ("end", "facts", "first", "last", "start", "surface")

    def __init__(self, first: int, last: int, start: int, end: int, surface: str, facts: KeyFacts) -> None:
        self.first, self.last, self.start, self.end = first, last, start, end
        self.surface, self.facts = surface, facts

    def __repr__(self) -> str:
        return f"Mention({self.surface!r}, {self.start}, {self.end})"


@lru_cache(maxsize=1 << 14)
def kinds_named(facts: KeyFacts) -> frozenset[str]:
    """The kinds of what a right name names: of a family name there may be hundreds of bearers."""
    return frozenset(entity.kind for entity in facts.right)


def is_right(mention: Mention) -> bool:
    """Whether the surface is, letter by letter, a right name of one of its entities."""
    surface, forms = mention.surface, _right_forms(mention.facts)
    if surface in forms:
        return True
    if surface.isupper() and len(surface) >= SHORTEST_HEADLINE:
        return plain(surface) in _headline_forms(mention.facts)
    return not (surface.isalpha() and surface.isascii()) and plain(surface) in forms


@lru_cache(maxsize=1 << 14)
def countries_named(surface: str, facts: KeyFacts) -> frozenset[str]:
    """The countries that a right name speaks of: those of what it names, if all that have its key share a country."""
    return shared_countries(named_by(surface, facts)) if facts.countries else facts.countries


@lru_cache(maxsize=1 << 14)
def named_by(surface: str, facts: KeyFacts) -> tuple[Entity, ...]:
    """What is so called letter by letter, of what a key stands for; all of it where nothing is. "President" has the key
    of the Presidency of Bosnia.
    """
    written = plain(surface)
    return tuple(entity for entity in facts.right if written in map(plain, entity.right)) or facts.right


SHORTEST_HEADLINE = 5
"""Letters from which a name in capitals is one of a headline or a dateline, and no abbreviation."""


def plain(text: str) -> str:
    """`text` with its dashes and apostrophes made alike, and without diacritics and the stops of initials.

    >>> plain("U.S."), plain("Moon Jae\N{HYPHEN}in"), plain("Maranhão")
    ('US', 'Moon Jae-in', 'Maranhao')
    """
    if not text.isascii():
        text = normalize("NFC", "".join(c for c in normalize("NFKD", text) if not combining(c)))
    return text.translate(_PLAIN)


_PLAIN = str.maketrans({"‐": "-", "‑": "-", "–": "-", "’": "'", "‘": "'", ".": None, "\u00a0": " ", "\n": " "})


@lru_cache(maxsize=1 << 12)
def _headline_forms(facts: KeyFacts) -> frozenset[str]:
    """The same in capitals."""
    return frozenset(map(str.upper, _right_forms(facts)))


@lru_cache(maxsize=1 << 14)
def _right_forms(facts: KeyFacts) -> frozenset[str]:
    """Every right form of what a key stands for, `plain`."""
    return frozenset(plain(form) for entity in facts.right for form in entity.right)
