"""The Japanese reading of a Chinese name: 松山 (Songshan) becomes "Matsuyama", 林静 "Hayashi Sei".

Places and two-character names are read in native words (kun) or in Sino-Japanese (on), and a mixed name has one of
each.
"""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.entity import Entity
from gazetteer.renderings.channel import Rendering, Tools

NAME = "japanese"
ORIGINS = frozenset({"zh", "yue", "nan", "hak"})
"""Origins of names that are no Japanese names."""
CHINA = frozenset({"CN", "TW", "HK", "MO"})
COST = 0.4
LONGEST = 3
LONG_VOWELS = (("ou", "o"), ("uu", "u"), ("oo", "o"))


def claim(written: str, surface: str) -> str:
    """How `written` became `surface`, in words."""
    return f"“{surface}” is {written} read as a Japanese name"


def render(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield the Japanese readings of Chinese people and places."""
    chinese = (entity.kind == "person" and entity.origin in ORIGINS) or (
        entity.kind == "place" and CHINA & set(entity.country)
    )
    if not chinese:
        return
    for at, form in enumerate(entity.zh[:2]):
        if not 2 <= len(form) <= LONGEST:
            continue
        readings = [tools.nations.of(character) for character in form]
        if all(each.kun and each.on for each in readings):
            native, sino = [each.kun[0] for each in readings], [each.on[0] for each in readings]
            for parts in (native, sino, [native[0], *sino[1:]], [sino[0], *native[1:]]):
                yield Rendering((_short("".join(parts)),), COST, at)


def _short(romaji: str) -> str:
    """The reading as the press writes it, without long vowels."""
    for long, to in LONG_VOWELS:
        romaji = romaji.replace(long, to)
    return romaji
