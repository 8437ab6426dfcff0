"""The English side of the index: which words are ordinary English, how common they are, and their stems.

Ordinary are the words of the SCOWL word list (as shipped with symspellpy; few proper names are in it) that `wordfreq`
has seen. The Snowball stem of a word stands for all ordinary words that share it (`operation`, `operations` and
`operational` are one); a word that is not ordinary English is its own stem, so that no name is ever shortened.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import marisa_trie

ORDINARY = 2.0
"""Zipf frequency (wordfreq) from which a listed word counts as ordinary: once in ten million words."""

_SCOWL = "frequency_dictionary_en_82_765.txt"
_ORDINARY_MARK, _KNOWN_MARK = 1, 0


class Lexicon:
    """English words, mapped from a file: stems and frequencies. Words are asked for casefolded."""

    def __init__(self, path: Path) -> None:
        """Map the lexicon that `build` wrote to `path`."""
        self._trie = marisa_trie.BytesTrie()
        self._trie.mmap(str(path))
        self.stem = lru_cache(maxsize=1 << 17)(self._stem)
        self.zipf = lru_cache(maxsize=1 << 16)(self._zipf)
        self.is_ordinary = lru_cache(maxsize=1 << 16)(self._is_ordinary)

    def _stem(self, word: str) -> str:
        found = self._trie.get(word)
        return found[0][2:].decode() if found and found[0][1] == _ORDINARY_MARK else word

    def _zipf(self, word: str) -> float:
        """The Zipf frequency of a word, proper names included: 0 (never seen) to 8."""
        found = self._trie.get(word)
        return found[0][0] / 10 if found else 0.0

    def _is_ordinary(self, word: str) -> bool:
        """Whether a word is ordinary English, so not only a name."""
        found = self._trie.get(word)
        return bool(found) and found[0][1] == _ORDINARY_MARK


def build(path: Path) -> None:
    """Write the lexicon to `path`. The same word lists give the same bytes."""
    import Stemmer
    import wordfreq

    stemmer = Stemmer.Stemmer("english")
    listed = files("symspellpy").joinpath(_SCOWL).read_text(encoding="utf-8-sig").splitlines()
    ordinary = {line.split()[0] for line in listed if line}
    entries: dict[str, bytes] = {}
    for word in wordfreq.iter_wordlist("en", wordlist="best"):
        frequency = wordfreq.zipf_frequency(word, "en")
        if frequency < ORDINARY or not (word.isascii() and word.isalpha()):
            continue
        mark = _ORDINARY_MARK if word in ordinary else _KNOWN_MARK
        entries[word] = bytes((min(255, round(frequency * 10)), mark)) + stemmer.stemWord(word).encode()
    marisa_trie.BytesTrie(sorted(entries.items())).save(str(path))
