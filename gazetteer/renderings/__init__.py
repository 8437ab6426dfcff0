"""The channels: each derives, from an entity's Chinese name, how a machine garbles it. One channel a file.

A channel is a module with

- `NAME`, a stable kebab-case name;
- `render(entity, tools)`, which yields a `Rendering` for each garbled form;
- `claim(written, surface)`, which says in words how `written` became `surface`;
- where its renderings are keys that are looked up apart (consonant skeletons, single stems), the `PREFIX` of these;
  where it serves entries of word lists as well, `FOR_WEAK = True`.

The order of `CHANNELS` is the order in which an index numbers them.
"""

from __future__ import annotations

from types import ModuleType

from gazetteer.renderings import (
    abbreviation,
    cantonese,
    curated,
    gloss,
    half_read,
    japanese,
    korean,
    meaning,
    pinyin,
    slip,
    sound,
    spelling,
    vietnamese,
    word,
)
from gazetteer.renderings.channel import Rendering, Tools

CHANNELS: tuple[ModuleType, ...] = (
    pinyin, slip, gloss, sound, spelling, curated, korean, japanese, cantonese, vietnamese, abbreviation, meaning, word,
    half_read,
)  # fmt: skip
"""The channels in the order in which an index numbers them, from 1: number 0 is the right name."""

RIGHT = 0
"""The number that stands for the right name where an index numbers channels."""

__all__ = ["CHANNELS", "RIGHT", "Rendering", "Tools"]
