"""Names and titles as they are compared: by the stems of their words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from gazetteer.keys import FUNCTION_WORDS, fold, words
from gazetteer.lexicon import Lexicon

TITLE_WORDS = {
    "secretari": "minist", "advisor": "advis", "defenc": "defens", "chief": "head", "director": "head",
    "chairman": "head", "chairwoman": "head", "chairperson": "head", "chair": "head", "leader": "head", "boss": "head",
    "premier": "prime-minist", "ministri": "minist", "spokesman": "spokesperson", "spokeswoman": "spokesperson",
    "vice": "deputi",
}  # fmt: skip
"""Stems that name the same rank in titles (a machine writes any of them), and spellings of one word."""

_EMPTY = frozenset("the of and for to in on at".split())


@lru_cache(maxsize=1 << 14)
def content_stems(form: str, lexicon: Lexicon) -> frozenset[str]:
    """The stems of the content words of a name."""
    return frozenset(lexicon.stem(fold(word.text)) for word in words(form) if word.text not in FUNCTION_WORDS)


def title_stems(title: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of a title in the form in which they are compared."""
    stems = (lexicon.stem(word.strip(".,'’()")) for word in title.replace("-", " ").replace("/", " ").lower().split())
    return ranked(stems) - _EMPTY


def ranked(stems: Iterable[str]) -> frozenset[str]:
    """Stems with one for all that name the same rank."""
    found: set[str] = set()
    for stem in stems:
        stem = TITLE_WORDS.get(stem, stem)
        found.update(("prime", "minist") if stem == "prime-minist" else (stem,))
    return frozenset(found)
