"""Pairs of English words that often stand side by side: a phrase made of them may be meant as it is written.

The pairs are the 243,342 commonest ones of the Google Books n-grams that symspellpy ships, kept as one memory-mapped
trie.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import marisa_trie

_PAIRS = "frequency_bigramdictionary_en_243_342.txt"


class Collocations:
    """Common pairs of words, mapped from a file. Words are asked for casefolded."""

    def __init__(self, path: Path) -> None:
        """Map the pairs that `build` wrote to `path`."""
        self._trie = marisa_trie.Trie()
        self._trie.mmap(str(path))
        self.knows = lru_cache(maxsize=1 << 15)(self._knows)

    def _knows(self, first: str, second: str) -> bool:
        """Whether the two words often stand side by side, in this order."""
        return f"{first} {second}" in self._trie


def build(path: Path) -> None:
    """Write the pairs to `path`. The same list gives the same bytes."""
    listed = files("symspellpy").joinpath(_PAIRS).read_text(encoding="utf-8-sig").splitlines()
    marisa_trie.Trie(sorted({" ".join(line.split()[:2]) for line in listed if line})).save(str(path))
