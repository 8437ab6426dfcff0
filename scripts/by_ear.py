"""Spells a foreign name as a machine does that only has its Chinese syllables: 博索纳罗 as "Bosonaro" or "Bossonaro".

A syllable of a transliteration stands for a consonant with a vowel, or for a consonant alone (斯 s, 特 t, 尔 l or r), and
l and r are one in Chinese. Which letters come out is a matter of chance, so they are drawn. The tables follow the Xinhua
transcription tables read backwards.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

INITIALS = {
    "b": "b", "p": "p", "m": "m", "f": "f v", "d": "d", "t": "t", "n": "n", "l": "l l r", "g": "g", "k": "k c", "h": "h h kh", "j": "j g gi",
    "q": "ch c", "x": "s sh hi", "zh": "j dj zh", "ch": "ch", "sh": "sh s", "z": "z s", "c": "ts z", "s": "s s ss", "r": "r j", "y": "y i",
    "w": "w v", "": "",
}  # fmt: skip
FINALS = {
    "i": "i i e y", "a": "a", "o": "o", "e": "e er", "ai": "ai e", "ei": "e ei ay", "ao": "o au ao", "ou": "o ou", "an": "an", "en": "en an",
    "ang": "an ang", "eng": "en eng", "ong": "on ong", "u": "u o", "ua": "wa", "uo": "o", "uai": "wai", "ui": "ui we", "uan": "wan",
    "un": "un on", "uang": "uan", "ia": "ia ya", "ie": "ie ye", "iao": "io yo", "iu": "iu yu", "ian": "ian yan", "in": "in", "iang": "ian",
    "ing": "in ing", "iong": "ion", "v": "u", "ve": "ue", "er": "er ar l r",
}  # fmt: skip
BARE = {
    "si": "s", "te": "t", "ke": "k c", "de": "d", "fu": "f v", "mu": "m", "bu": "b", "ge": "g", "pu": "p", "le": "l", "lu": "l r", "er": "l r",
    "ci": "ts", "zi": "z", "shi": "sh", "qi": "ch",
}  # fmt: skip
"""Syllables that stand for a consonant without a vowel more often than not, save at the beginning."""
OFTEN = 0.6
"""How often such a syllable has no vowel."""


def spelt(syllables: Sequence[str], draw: random.Random) -> str:
    """The syllables as one name, drawn.

    >>> spelt(("bo", "suo", "na", "luo"), random.Random(4))[:2]
    'Bo'
    """
    return "".join(_syllable(found, at, draw) for at, found in enumerate(syllables)).capitalize()


def _syllable(syllable: str, at: int, draw: random.Random) -> str:
    if at and syllable in BARE and draw.random() < OFTEN:
        return draw.choice(BARE[syllable].split())
    size = 2 if syllable[:2] in INITIALS else 1 if syllable[:1] in INITIALS else 0
    initial, final = (INITIALS[syllable[:size]].split() or [""]), FINALS.get(syllable[size:], syllable[size:]).split()
    return draw.choice(initial) + draw.choice(final or [""])
