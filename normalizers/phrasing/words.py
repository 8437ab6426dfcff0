"""Single words that are no names spelt by ear: of people of a place, brands, and words made of other words."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from gazetteer.lexicon import Lexicon


def is_adjective_of(word: str, names: Iterable[str]) -> bool:
    """Whether a casefolded word is what people or things of a place are called: it begins alike, and ends so.

    >>> is_adjective_of("chechen", ["Chechnya"]), is_adjective_of("henei", ["Hanoi"])
    (True, False)
    """
    if not word.endswith(DEMONYMS):
        return False
    return any(name.casefold().startswith(word[:SHORTEST_BEGINNING]) for name in names)


DEMONYMS = ("an", "en", "ese", "i", "ish", "er", "ar", "eno", "ino")
"""How words for people of a place end."""

SHORTEST_BEGINNING = 4


PREFIXES = frozenset("anti co de dis inter mis non out over post pre re sub super trans un under".split())
"""Beginnings with which English makes a word of another."""
SHORTEST_PART = 4
"""Letters of the shortest word of two that are written together."""


def is_made_up(word: str, lexicon: Lexicon) -> bool:
    """Whether a casefolded word is an ordinary one behind a prefix, or two ordinary ones written together: "resharpen"
    and "carpetmaker", which word lists do not have.
    """
    return any(
        (word[:cut] in PREFIXES or (cut >= SHORTEST_PART and lexicon.is_ordinary(word[:cut])))
        and lexicon.is_ordinary(word[cut:])
        for cut in range(2, len(word) - SHORTEST_PART + 1)
    )


def is_brand(word: str) -> bool:
    """Whether a word has capitals inside as brands have and people's names have not.

    >>> is_brand("BankSA"), is_brand("McCain"), is_brand("DeSantis"), is_brand("NATO")
    (True, False, False, False)
    """
    if word.isupper() or word[1:].islower():
        return False
    return PARTICLE.match(word) is None and any(letter.isupper() for letter in word[1:])


PARTICLE = regex.compile(r"(?:Ma?c|De[lr]?|Di|Du|La|Le|Van|Fitz|Al|El|O['’]?)\p{Lu}\p{Ll}+\Z")
"""A name with a particle before it, written together."""
