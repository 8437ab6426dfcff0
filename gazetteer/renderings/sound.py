"""Phonetic guesses: a foreign name spelt by ear from its Chinese syllables.

博索纳罗 (Bolsonaro) becomes "Bosonaro" or "Bossonaro", 焦布洛 (Ziobro) "Giablo", 蓬佩奥 (Pompeo) "Peng Peio". What
survives is the order of the consonants, so a rendering here is a consonant skeleton: the classes of the consonants
without their vowels. Text and names meet in the skeleton; whether they sound alike is then a matter of similarity
(`gazetteer.similarity`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gazetteer.entity import FAMILY_NAME_FIRST, Entity
from gazetteer.keys import fold
from gazetteer.readings import likeliest
from gazetteer.renderings.channel import Rendering, Tools
from gazetteer.renderings.pinyin import standing_alone

NAME = "sound"
PREFIX = "~"
"""The renderings of this channel are skeletons, not text: `posting.SKELETON`."""

KINDS = frozenset({"person", "place", "organization", "product"})
SHORTEST = 2
"""Consonants of the shortest skeleton that is worth anything."""

_LATIN = [
    (re.compile(pattern), to)
    for pattern, to in (
        (r"[^a-z]", ""), (r"tsch|tch|sch|dzh|dz|dj|dg(?=[ei])|cz|sz|zs|tz|ts|sh|ch|zh|sc(?=[ei])", "S"), (r"kh|gh|wh|^rh", "h"),
        (r"ph", "F"), (r"th", "T"), (r"ck|qu|cc(?![ei])", "K"), (r"x(?=.)", "S"), (r"x", "KS"), (r"ng(?![aeiouy])", "N"), (r"[cg](?=[eiy])", "S"),
        (r"(?<=[nv])ic$", "S"), (r"[jqsz]", "S"), (r"[cgk]", "K"), (r"[pb]", "P"), (r"[fv]", "F"), (r"[td]", "T"), (r"[lr]", "R"),
        (r"n", "N"), (r"m(?=[PF])", "N"), (r"m", "M"), (r"[aeiouyhw]", ""),
    )
]  # fmt: skip
"""Latin spelling to consonant classes, in order. Voice, length and vowels are lost on the way through Chinese; so they
are here.
"""

_INITIALS = {
    "b": "P", "p": "P", "m": "M", "f": "F", "d": "T", "t": "T", "n": "N", "l": "R", "g": "K", "k": "K", "h": "", "j": "S", "q": "S",
    "x": "S", "zh": "S", "ch": "S", "sh": "S", "z": "S", "c": "S", "s": "S", "r": "R", "y": "", "w": "F",
}  # fmt: skip


def claim(written: str, surface: str) -> str:
    """How `written` became `surface`, in words."""
    return f"“{surface}” is spelt by ear from {written}"


def render(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield the skeletons of a foreign name's Chinese syllables."""
    if entity.kind not in KINDS or entity.origin in FAMILY_NAME_FIRST or entity.origin == "ja":
        return
    for at, form in enumerate(entity.zh[:2]):
        for part in standing_alone(entity, form):
            if 2 <= len(part) <= 8:
                for found in sorted(reading_skeletons(likeliest(tools.syllables(part, False)))):
                    yield Rendering((found,), 0.0, at)


@lru_cache(maxsize=1 << 15)
def skeleton(latin: str) -> str:
    """The consonant classes of a name in Latin letters, in order.

    >>> skeleton("Giablo"), skeleton("Bossonaro"), skeleton("Pompeo")
    ('SPR', 'PSNR', 'PNP')
    """
    found = fold(latin)
    for pattern, to in _LATIN:
        found = pattern.sub(to, found)
    return re.sub(r"(.)\1+", r"\1", found)


@lru_cache(maxsize=1 << 15)
def reading_skeletons(reading: tuple[str, ...]) -> frozenset[str]:
    """The skeletons of a reading: w (维, 沃) as a consonant and as none; final consonants kept."""
    found = set()
    for w in ("F", ""):
        classes = []
        for syllable in reading:
            size = 2 if syllable[:2] in _INITIALS else 1 if syllable[:1] in _INITIALS else 0
            initial = syllable[:size]
            classes.append(w if initial == "w" else _INITIALS.get(initial, ""))
            classes.append("N" if syllable.endswith(("n", "ng")) else "R" if syllable == "er" else "")
        joined = re.sub(r"(.)\1+", r"\1", "".join(classes))
        if len(joined) >= SHORTEST:
            found.add(joined)
    return frozenset(found)
