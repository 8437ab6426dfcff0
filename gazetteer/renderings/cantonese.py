"""The Cantonese reading of a name: 梁冠华 (Liang Guanhua) becomes "Leung Koon Wah", 刘德华 (Andy Lau) "Lau Tak Wah" or
"Lau Dehua".

For a mainland name any Cantonese reading is wrong; for a name of Hong Kong the spelling by rule may not be the bearer's
own. A mixed form has the surname in Cantonese and the rest in pinyin.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from gazetteer.entity import Entity
from gazetteer.national import cantonese
from gazetteer.readings import likeliest
from gazetteer.renderings.channel import Rendering, Tools

NAME = "cantonese"
ORIGINS = frozenset({"zh", "yue", "nan", "hak"})
WHOLE_COST, MIXED_COST = 0.2, 0.3
LONGEST = 4
MOST = 8
"""Spellings kept for one name."""


def claim(written: str, surface: str) -> str:
    """How `written` became `surface`, in words."""
    return f"“{surface}” is {written} read in Cantonese"


def render(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield the Cantonese readings of the names of Chinese people."""
    if entity.kind != "person" or entity.origin not in ORIGINS:
        return
    for at, form in enumerate(entity.zh[:2]):
        readings = [tools.nations.of(character).yue for character in form]
        if not 2 <= len(form) <= LONGEST or not all(readings):
            continue
        syllables = [cantonese(options[0]) for options in readings]
        for parts in islice(product(*syllables), MOST):
            yield Rendering(("".join(parts),), WHOLE_COST, at)
        mixed = "".join(likeliest(tools.syllables(form, True))[1:])
        for surname in syllables[0]:
            yield Rendering((surname + mixed,), MIXED_COST, at)
