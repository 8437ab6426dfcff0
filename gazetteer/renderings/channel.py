"""What channels yield and what they work with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gazetteer.glosses import Glosses
from gazetteer.lexicon import Lexicon
from gazetteer.national import Nations


class Rendering(NamedTuple):
    """One way a machine may write an entity's Chinese name.

    `parts` are the pieces of the English text (many renderings share their pieces), `cost` is how far it is from the
    plainest rendering of its channel (0 plainest, 1 farthest), `written` the position of the Chinese form in
    `Entity.zh` that it renders. `turned` says that the last part comes first, as it does in English only before "of"
    and its like.
    """

    parts: tuple[str, ...]
    cost: float
    written: int
    turned: bool = False

    @property
    def form(self) -> str:
        """The rendering as text."""
        return " ".join(self.parts)


@dataclass(frozen=True, slots=True, eq=False)
class Tools:
    """What channels read: the English lexicon, the glosses of Chinese words, the readings of Chinese characters. Equal
    is what is the same object, so that what follows from it can be remembered with it.
    """

    lexicon: Lexicon
    glosses: Glosses
    syllables: Callable[[str, bool], list[tuple[str, ...]]]
    """Han text and whether it begins with a surname -> for each character its toneless syllables, the likeliest
    first.
    """
    nations: Nations
    """Readings of Chinese characters in Korean, Japanese, Cantonese and Vietnamese."""
    countries: Mapping[str, Sequence[str]]
    """Country code -> the country's English names and adjectives."""
    country_names: frozenset[str]
    """The Chinese names of countries, in full and as one character."""
