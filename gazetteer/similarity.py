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


def spellings_of(form: str) -> frozenset[str]:
    """A name squashed, and as it is where a press without umlauts writes it ("Schlüter" is "Schlueter" as well) or
    spells Macao as in Portuguese.

    >>> sorted(spellings_of("Köln-Mülheim")), sorted(spellings_of("Bonn"))
    (['koelnmuelheim', 'kolnmulheim'], ['bonn'])
    """
    found = squash(form)
    return frozenset((found, squash(form.translate(SPELT_OUT)), found.replace("macao", "macau")))


SPELT_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
)
"""Letters of German and of the languages of Scandinavia, and what stands for them where there are none."""


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
