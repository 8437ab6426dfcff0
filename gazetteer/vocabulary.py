"""What a written word is, looked up once for all texts."""

from __future__ import annotations

from typing import NamedTuple

from gazetteer.keys import FUNCTION_WORDS, POSSESSIVE, fold
from gazetteer.lexicon import Lexicon

MOST_WORDS = 1 << 15
"""Words that are remembered."""
LONGEST_WORD = 64
"""Code points of the longest of them."""


class Written(NamedTuple):
    """A word as written in a text.

    `text` is without a possessive ending, which has `cut` letters. `folded`, `stem` and `zipf` are
    those of `gazetteer.keys.fold`, `Lexicon.stem` and `Lexicon.zipf`.
    """

    text: str
    cut: int
    folded: str
    stem: str
    is_capitalised: bool
    is_kept: bool
    """Whether a key has this word: it is no function word in lower case, and more than marks."""
    zipf: float


class Vocabulary(dict[str, Written]):
    """Written words, as they are asked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, written: str) -> Written:
        cut = 2 if written.endswith(POSSESSIVE) and len(written) > 2 else 0
        text = written[:-cut] if cut else written
        folded = fold(text)
        word = Written(
            text,
            cut,
            folded,
            self._lexicon.stem(folded),
            text[0].isupper(),
            text not in FUNCTION_WORDS and folded != "",
            self._lexicon.zipf(folded),
        )
        if len(written) <= LONGEST_WORD:
            if len(self) >= MOST_WORDS:
                self.clear()
            self[written] = word
        return word
