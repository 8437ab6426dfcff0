"""The Vietnamese reading of a Chinese name: 张德江 (Zhang Dejiang) becomes "Truong Duc Giang"."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.entity import Entity
from gazetteer.national import vietnamese
from gazetteer.renderings.channel import Rendering, Tools

NAME = "vietnamese"
ORIGINS = frozenset({"zh", "yue", "nan", "hak"})
"""Origins of names that are no Vietnamese names."""
COST = 0.4
LONGEST = 4


def claim(written: str, surface: str) -> str:
    """How `written` became `surface`, in words."""
    return f"“{surface}” is {written} read as a Vietnamese name"


def render(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield the Sino-Vietnamese readings of the names of Chinese people."""
    if entity.kind != "person" or entity.origin not in ORIGINS:
        return
    for at, form in enumerate(entity.zh[:2]):
        readings = [tools.nations.of(character).vi for character in form]
        if 2 <= len(form) <= LONGEST and all(readings):
            yield Rendering(("".join(vietnamese(options[0]) for options in readings),), COST, at)
