"""How alike two spellings of a name are: rapidfuzz, over the folded letters."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from gazetteer.keys import fold, words


@lru_cache(maxsize=1 << 15)
def squash(text: str) -> str:
    """The letters of `text`, folded, written together."""
    return "".join(fold(word.text) for word in words(text))


def likeness(surface: str, spellings: Iterable[str]) -> float:
    """The likeness (0 to 1) of a surface and the nearest of several spellings, all squashed.

    The ratio of `rapidfuzz.fuzz` (normalised indel distance), with a little taken off where the first letters differ.
    """
    best = 0.0
    for spelling in spellings:
        ratio = fuzz.ratio(surface, spelling) / 100
        if surface[:1] != spelling[:1]:
            ratio -= FIRST_LETTER
        best = max(best, ratio)
    return best


FIRST_LETTER = 0.08
"""What differing first letters take off: machines and people keep the beginning of a name best."""
