"""The Korean reading of a Chinese name: 朴树 (Pu Shu) becomes "Park Shu", 李玲 "Lee Ling", 徐静 "Seo Jeong".

A machine that takes a singer for a Korean reads the whole name as Korean, or the surname alone and the rest as pinyin.
"""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.entity import Entity
from gazetteer.national import KOREAN_SURNAMES, korean
from gazetteer.readings import likeliest
from gazetteer.renderings.channel import Rendering, Tools

NAME = "korean"
ORIGINS = frozenset({"zh", "yue", "nan", "hak"})
"""Origins of names that are no Korean names."""
WHOLE_COST, MIXED_COST = 0.4, 0.2
LONGEST = 4


def claim(written: str, surface: str) -> str:
    """How `written` became `surface`, in words."""
    return f"“{surface}” is {written} read as a Korean name"


def render(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield the Korean readings of the names of Chinese people."""
    if entity.kind != "person" or entity.origin not in ORIGINS:
        return
    for at, form in enumerate(entity.zh[:2]):
        readings = [tools.nations.of(character).ko for character in form]
        if not 2 <= len(form) <= LONGEST or not all(readings):
            continue
        given = "".join(korean(options[0]) for options in readings[1:])
        mixed = "".join(likeliest(tools.syllables(form, True))[1:])
        for surname in _surnames(readings[0]):
            for rest, cost in ((given, WHOLE_COST), (mixed, MIXED_COST)):
                yield Rendering((surname + rest,), cost, at)


def _surnames(readings: tuple[str, ...]) -> tuple[str, ...]:
    """The spellings of a surname; at the head of a name ㄹ is written ㅇ or ㄴ in the South."""
    found = [spelt for hangul in readings for spelt in (*KOREAN_SURNAMES.get(_southern(hangul), ()), korean(hangul))]
    return tuple(dict.fromkeys(found))


def _southern(hangul: str) -> str:
    return {"리": "이", "림": "임", "량": "양", "로": "노", "려": "여"}.get(hangul, hangul)
