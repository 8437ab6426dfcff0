"""Near-spelling: the right name with letters lost, doubled or changed ("pompeio", "Lee soo hye").

Like a phonetic guess, a misspelling keeps the order of the consonants: a rendering here is the skeleton of the right
name.
"""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.entity import Entity
from gazetteer.renderings.channel import Rendering, Tools
from gazetteer.renderings.sound import KINDS, SHORTEST, skeleton

NAME = "spelling"
PREFIX = "~"
"""The renderings of this channel are skeletons, not text: `posting.SKELETON`."""

SHORTEST_NAME = 4
"""Letters of the shortest name whose misspelling can be told from another name."""


def claim(written: str, surface: str) -> str:
    """How `written` became `surface`, in words."""
    return f"“{surface}” is near the right spelling of the name that is {written} in Chinese"


def render(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield the skeletons of the right name and of its short form."""
    if entity.kind not in KINDS or entity.origin == "zh":
        return
    found = {skeleton(name) for name in (entity.name, entity.short) if len(name) >= SHORTEST_NAME}
    for latin in sorted(found):
        if len(latin) >= SHORTEST:
            yield Rendering((latin,), 0.0, 0)
