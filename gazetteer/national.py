"""Korean, Japanese, Cantonese and Vietnamese readings of Chinese characters, in Latin letters: `data/readings.tsv`
(Unicode Unihan).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple


class Character(NamedTuple):
    """The readings of one character, each empty where it has none. `ko` is Hangul, `yue` Jyutping without tones."""

    ko: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    kun: tuple[str, ...] = ()
    yue: tuple[str, ...] = ()
    vi: tuple[str, ...] = ()


UNREAD = Character()


class Nations:
    """Simplified character -> its readings."""

    def __init__(self, table: Mapping[str, Character]) -> None:
        self._table = table

    def of(self, character: str) -> Character:
        """The readings of a character; all empty where it is not in the table."""
        return self._table.get(character, UNREAD)

    @cached_property
    def spelt(self) -> Mapping[str, frozenset[str]]:
        """For Korean and Cantonese the syllables of all readings, as names are spelt."""
        read = self._table.values()
        return {
            "ko": frozenset(korean(hangul) for each in read for hangul in each.ko),
            "yue": frozenset(spelling for each in read for syllable in each.yue for spelling in cantonese(syllable)),
        }


def read(path: Path) -> Nations:
    """Read the table."""
    table = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            character, *cells = line.split("\t")
            table[character] = Character(*(tuple(cell.split()) for cell in cells))
    return Nations(table)


_KOREAN_INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "_").split()
_KOREAN_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_KOREAN_FINALS = "_ k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split()
_HANGUL, _LAST_HANGUL = 0xAC00, 0xD7A3

KOREAN_SURNAMES = {
    "김": ("kim",), "이": ("lee", "yi"), "박": ("park", "pak"), "최": ("choi", "choe"), "정": ("jung", "jeong", "chung"),
    "강": ("kang",), "조": ("cho", "jo"), "윤": ("yoon", "yun"), "장": ("jang", "chang"), "임": ("lim", "im"), "오": ("oh",),
    "신": ("shin",), "서": ("seo", "suh"), "권": ("kwon",), "안": ("ahn", "an"), "류": ("ryu", "yoo"), "유": ("yoo", "yu"),
    "문": ("moon", "mun"), "노": ("roh", "noh"), "구": ("koo", "gu"), "우": ("woo",), "주": ("joo", "chu"), "심": ("shim",),
    "허": ("huh", "heo"), "고": ("ko",), "백": ("paik", "baek"), "리": ("ri", "lee"), "여": ("yeo",), "양": ("yang",), "마": ("ma",),
}  # fmt: skip
"""How the press spells Korean surnames, where it does not follow the Revised Romanization."""


def korean(hangul: str) -> str:
    """Hangul syllables in the Revised Romanization, each by itself (as names are written).

    >>> korean("서훈")
    'seohun'
    """
    found = []
    for syllable in hangul:
        number = ord(syllable) - _HANGUL
        if 0 <= number <= _LAST_HANGUL - _HANGUL:
            initial, vowel, final = number // 588, number % 588 // 28, number % 28
            found.append(_KOREAN_INITIALS[initial] + _KOREAN_VOWELS[vowel] + _KOREAN_FINALS[final])
    return "".join(found).replace("_", "")


_CANTONESE_INITIALS = (
    ("gw", "kw"), ("kw", "kw"), ("ng", "ng"), ("b", "p"), ("p", "p"), ("m", "m"), ("f", "f"), ("d", "t"), ("t", "t"), ("n", "n"),
    ("l", "l"), ("g", "k"), ("k", "k"), ("h", "h"), ("w", "w"), ("s", "s"), ("j", "y"),
)  # fmt: skip
_CANTONESE_FINALS = {
    "aa": "a", "aai": "ai", "aau": "au", "aam": "am", "aan": "an", "aang": "ang", "aap": "ap", "aat": "at", "aak": "ak", "ou": "o",
    "oe": "eu", "oeng": "eung", "oek": "euk", "eoi": "ui", "eon": "un", "eot": "ut", "yu": "u", "yun": "uen", "yut": "uet",
}  # fmt: skip

_CANTONESE_WHOLE = {"m": "ng", "ng": "ng", "waa": "wah"}


def cantonese(jyutping: str) -> tuple[str, ...]:
    """A Jyutping syllable as Hong Kong spells names: z and c are written ch or ts.

    >>> cantonese("loeng"), cantonese("zang")
    (('leung',), ('chang', 'tsang'))
    """
    if jyutping in _CANTONESE_WHOLE:
        return (_CANTONESE_WHOLE[jyutping],)
    if jyutping[:1] in ("z", "c"):
        final = _CANTONESE_FINALS.get(jyutping[1:], jyutping[1:])
        return (f"ch{final}", f"ts{final}")
    for initial, to in _CANTONESE_INITIALS:
        if jyutping.startswith(initial):
            rest = jyutping[len(initial) :]
            return (to + _CANTONESE_FINALS.get(rest, rest),)
    return (_CANTONESE_FINALS.get(jyutping, jyutping),)


def vietnamese(syllable: str) -> str:
    """A Vietnamese syllable without its marks."""
    plain = unicodedata.normalize("NFD", syllable.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if letter.isascii())
