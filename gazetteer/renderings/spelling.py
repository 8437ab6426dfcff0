"""Near-spelling: the right name with letters lost, doubled or changed ("pompeio", "Lee soo hye").

Like a phonetic guess, a misspelling keeps the order of the consonants: a rendering here is the skeleton of the right
name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gazetteer.entity import Entity
from gazetteer.keys import fold
from gazetteer.lexicon import Lexicon
from gazetteer.renderings.channel import Rendering, Tools
from gazetteer.renderings.sound import KINDS, SHORTEST, skeleton

NAME = "spelling"
PREFIX = "~"
"""The renderings of this channel are skeletons, not text: `posting.SKELETON`."""

SHORTEST_NAME = 4
"""Letters of the shortest name whose misspelling can be told from another name."""

WORDS = frozenset({"term", "event"})
"""Kinds of which only names that are one foreign word ("Novichok") can be misspelt, and no phrases."""

SHORTEST_WITHOUT_R = 3
"""Consonants of the shortest skeleton that is looked for without an R that Chinese leaves out."""

UNHEARD_R = re.compile(r"(?<=.)R(?=[^R])")
"""An R or L before another consonant, for which Chinese often has no syllable: Bergamo is 贝加莫."""


def claim(written: str, surface: str) -> str:
    """How `written` became `surface`, in words."""
    return f"“{surface}” is near the right spelling of the name that is {written} in Chinese"


def render(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield the skeletons of the names, with and without an R before another consonant."""
    if entity.origin == "zh":
        return
    names = spelt_names(entity.kind, entity.name, entity.short, entity.also)
    heard = {skeleton(name) for name in names if _may_be_misspelt(entity.kind, name, tools.lexicon)}
    without_r = (UNHEARD_R.sub("", latin) for latin in heard)
    heard |= {latin for latin in without_r if len(latin) >= SHORTEST_WITHOUT_R}
    for latin in sorted(heard):
        if len(latin) >= SHORTEST:
            yield Rendering((latin,), 0.0, 0)


def spelt_names(kind: str, name: str, short: str, also: Sequence[str]) -> list[str]:
    """The right names of an entity that a garbled one may be like: of people and bodies the name and the short form, of
    others also what else they are called, but for abbreviations.

    >>> spelt_names("product", "Iskander missile", "", ["Iskander", "SS-26"])
    ['Iskander missile', 'Iskander']
    """
    others = () if kind in ("person", "organization") else (form for form in also if not form.isupper())
    return [form for form in (name, short, *others) if len(form) >= SHORTEST_NAME]


def _may_be_misspelt(kind: str, name: str, lexicon: Lexicon) -> bool:
    """Whether a name has a spelling of its own: any name, of terms those that are one word and no English one."""
    return kind in KINDS or (kind in WORDS and name.isalpha() and not lexicon.is_ordinary(fold(name)))
