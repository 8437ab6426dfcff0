"""Wrong forms written down by hand (`garbled`): seen in the wild, and derived by no other channel. The last resort."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.entity import Entity
from gazetteer.renderings.channel import Rendering, Tools

NAME = "curated"


def claim(written: str, surface: str) -> str:
    """How `written` became `surface`, in words."""
    return f"“{surface}” has been seen as a rendering of {written}"


def render(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield the wrong forms that the entity lists."""
    for form in entity.garbled:
        yield Rendering((form,), 0.0, 0)
