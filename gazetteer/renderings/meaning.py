"""The meaning of a name's parts, in whatever order and with whichever of their glosses.

百年孤独 becomes "One Hundred Years of Loneliness", 盗梦空间 "Dream Theft Space", 国家发展和改革委员会 "National
Reform and Development Commission". Nobody can list all that such names become: what is indexed are the stems that each
part of the name may give; a phrase that is written like a name is one of its renderings where each part of the name is
said by a word of the phrase, and each word of the phrase says a part of the name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gazetteer.entity import Entity
from gazetteer.keys import FUNCTION_WORDS, fold, words
from gazetteer.renderings.channel import Rendering, Tools
from gazetteer.renderings.gloss import divisions

NAME = "meaning"

KINDS = frozenset({"organization", "work", "term", "event", "product"})
"""Kinds of entities whose names mean something."""
LONGEST = 24
"""Characters of the longest name that is divided by its meaning."""
BY_CHARACTERS = 5
"""Characters of the longest name that is divided into its characters, too."""
MOST_PARTS = 12
"""Parts of the longest name that is indexed."""
SAYING_NOTHING = FUNCTION_WORDS | frozenset("is are am be was were been do does 's it one's oneself".split())
"""Words that a part of a name may give, and that a phrase may have, without saying anything."""


class Part(NamedTuple):
    """That a stem may say one of the `parts` of the Chinese form `written`: the part `number`, by the gloss `rank`."""

    stem: str
    written: int
    by_characters: bool
    number: int
    parts: int
    rank: int


def claim(written: str, surface: str) -> str:
    """How `written` became `surface`, in words."""
    return f"“{surface}” says, in other words or in another order, what {written} says"


def render(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield nothing: what this channel renders is found by `stated`."""
    return iter(())


def stated(entity: Entity, tools: Tools) -> Iterator[Part]:
    """Yield what each stem may say of the Chinese forms of the entity."""
    if entity.kind not in KINDS or entity.weak:
        return
    for written, form in enumerate(entity.zh):
        han = form.replace("·", "")
        if not 2 <= len(han) <= LONGEST:
            continue
        found = divisions(han, tools)
        plain = [found[0]] if found else []
        if len(han) <= BY_CHARACTERS and tuple(han) not in plain:
            plain.append(tuple(han))
        for by_characters, division in enumerate(plain):
            yield from _parts(division, written, bool(by_characters), tools)


def _parts(division: tuple[str, ...], written: int, by_characters: bool, tools: Tools) -> Iterator[Part]:
    said = [stems for part in division if (stems := _stems(part, tools)) is not None]
    if not 2 <= len(said) <= MOST_PARTS or not all(said):
        return
    for number, stems in enumerate(said):
        for stem, rank in stems.items():
            yield Part(stem, written, by_characters, number, len(said), rank)


def _stems(part: str, tools: Tools) -> dict[str, int] | None:
    """The stems that may say a part, with the rank of the gloss; None for a part that says nothing (的, 和)."""
    glosses = tools.glosses.of(part) or ((part,) if part.isascii() else ())
    if glosses and not _content(glosses[0]):
        return None
    found: dict[str, int] = {}
    for rank, gloss in enumerate(glosses):
        for word in _content(gloss):
            found.setdefault(tools.lexicon.stem(fold(word)), rank)
    return found


def _content(gloss: str) -> list[str]:
    return [word.text for word in words(gloss) if word.text.lower() not in SAYING_NOTHING]
