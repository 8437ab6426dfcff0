"""A name that is one ordinary word, put into English: 生意人报 (Kommersant) becomes "Businessman", 毅力号 "Willpower".

What says only what sort of thing it is (报 "newspaper", 号 of a ship) may be left out. Nothing tells such a word from
any other but its capital and what stands around it, so that these renderings are looked up only where a capital says
something.
"""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.endings import endings
from gazetteer.entity import Entity
from gazetteer.keys import FUNCTION_WORDS, fold, words
from gazetteer.renderings.channel import Rendering, Tools
from gazetteer.renderings.gloss import FARTHEST, FARTHEST_KEPT, NUMBER, title

NAME = "word"
PREFIX = "+"
"""The renderings of this channel are stems, looked up by themselves."""

KINDS = frozenset({"organization", "product", "work"})
"""Kinds of things that are called by a word."""
FORMS = 4
"""Chinese forms of one entity that are read."""
SHORTEST, LONGEST_ENDING = 2, 3
"""Characters of the shortest word, and of the longest ending that is left out."""
SHORTEST_WORD = 4
"""Letters of the shortest English word that may be a name."""


def claim(written: str, surface: str) -> str:
    """How `written` became `surface`, in words."""
    return f"“{surface}” is the word {written} put into English"


def render(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield the stems of the ordinary words that a name means, but for those of its right names."""
    if entity.kind not in KINDS:
        return
    known = {tools.lexicon.stem(fold(word.text)) for form in entity.right for word in words(form)}
    for at, form in enumerate(entity.zh[:FORMS]):
        for han in _words(title(form), entity.kind):
            for rank, gloss in enumerate(tools.glosses.of(han)[: FARTHEST_KEPT + 1]):
                stem = tools.lexicon.stem(fold(gloss))
                if _is_word(gloss, tools) and stem not in known:
                    yield Rendering((stem,), rank / FARTHEST, at)


def _words(han: str, kind: str) -> Iterator[str]:
    """A name, and the name without what sort of thing it is."""
    yield han
    if kind != "organization":
        yield NUMBER.sub("", han)
        return
    for size in range(1, min(LONGEST_ENDING, len(han) - SHORTEST) + 1):
        if han[-size:] in endings()["body"]:
            yield han[:-size]


def _is_word(gloss: str, tools: Tools) -> bool:
    """Whether a gloss is one ordinary English word."""
    is_alone = gloss.isalpha() and gloss.islower() and gloss not in FUNCTION_WORDS
    return is_alone and len(gloss) >= SHORTEST_WORD and tools.lexicon.is_ordinary(gloss)
