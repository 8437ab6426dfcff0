"""The normal form under which text and renderings meet.

A key is the words of a name, each in its normal form, written together: `Peng Peio`, `Pengpeio` and `Peng-peio` are all
`pengpeio`; `special gold meetings` is `specialgoldmeet`. Written together, because a machine's spacing of a name means
nothing; word by word, because a key only ever matches from the beginning of a word to the end of one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

import regex

WORD = regex.compile(r"[^\W_]+(?:['’][^\W_]+)*+")
"""A word: letters and digits, with apostrophes inside. A hyphen divides words."""

POSSESSIVE = ("'s", "’s", "'S", "’S")

FUNCTION_WORDS = frozenset(
    "a an the of and or in on at to for with by from into as its his her their our your this that these those".split()
)
"""Words that a key leaves out where they are written in lower case: `declaration of the final war` is
`declarationfinalwar`.
"""

LONGEST_KEY = 96
"""Code points of the longest key: nothing longer is a name."""


class Stems(Protocol):
    """What makes inflected forms of ordinary English words one."""

    def stem(self, word: str) -> str:
        """The normal form of a casefolded word: its stem where it is an ordinary English word, else itself."""
        ...


class Word(NamedTuple):
    """A word of a text: code points `start` to `end`, without a possessive ending; `text` as written."""

    start: int
    end: int
    text: str


def words(text: str) -> Iterator[Word]:
    """Yield the words of `text` in order."""
    for match in WORD.finditer(text):
        start, end = match.span()
        found = match.group()
        if found.endswith(POSSESSIVE) and len(found) > 2:
            end -= 2
            found = found[:-2]
        yield Word(start, end, found)


def fold(word: str) -> str:
    """`word` casefolded, without apostrophes and diacritics."""
    if word.isascii():
        return word.lower().replace("'", "")
    plain = unicodedata.normalize("NFKD", word.replace("’", "").replace("'", "").replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def is_dropped(word: str) -> bool:
    """Whether a key leaves this word out: a function word in lower case, as it stands inside a phrase."""
    return word in FUNCTION_WORDS


def key(form: str, stems: Stems) -> str:
    """The key of a whole form; empty where the form has no word or is too long to be a name."""
    parts = [word.text for word in words(form)]
    kept = [part for part in parts if not is_dropped(part)] or parts
    joined = "".join(stems.stem(fold(part)) for part in kept)
    return joined if len(joined) <= LONGEST_KEY else ""


def key_of_words(parts: Iterable[str], stems: Stems) -> str:
    """The key of words that are already divided and stripped of function words."""
    return "".join(stems.stem(fold(part)) for part in parts)
