"""Mandarin pinyin: the characters read aloud.

徐薰 becomes "Xu Xun", 平昌 "Pingchang", 加藤胜信 "Jiateng Shengxin", 欧盟 "Oumeng". Spacing, hyphens, apostrophes and
capitals mean nothing (a key has none), so one rendering covers "Ao Bama", "Aobama" and "Ao-ba-ma". The syllable ü is
written v, u or yu; a character with several readings is read as each of them, the likeliest first; a name with its
family name first is turned round as well.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from gazetteer.entity import FAMILY_NAME_FIRST, Entity
from gazetteer.readings import COMPOUND_SURNAMES, spellings
from gazetteer.renderings.channel import Rendering, Tools

NAME = "pinyin"
FOR_WEAK = True
"""Entries of word lists go through this channel as well."""

HETERONYM_COST = 0.15
TURNED_COST = 0.2
READINGS, WEAK_READINGS = 8, 1
"""Readings of one form, and of one that comes from a word list."""
LONGEST_TERM = 5
"""Characters of the longest term that is read aloud: machines gloss what is longer."""
NOT_HAN = regex.compile(r"[\p{Latin}\p{Nd}]")
"""What is not read aloud: without its letters or digits 波音737 would be 波音, another name."""


def claim(written: str, surface: str) -> str:
    """How `written` became `surface`, in words."""
    return f"“{surface}” is {written} read as Mandarin pinyin"


def render(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield the pinyin readings of every Chinese form of the entity."""
    for at, form in enumerate(entity.zh):
        for part in standing_alone(entity, form):
            if entity.kind in ("term", "event", "work") and len(part) > LONGEST_TERM:
                continue
            if NOT_HAN.search(part):
                continue
            yield from _readings(entity, part, at, tools)


def name_parts(written: str) -> list[str]:
    """The parts of a Chinese form that stand alone in a text: the whole without its dots, and the last part.

    >>> name_parts("迈克·蓬佩奥")
    ['迈克蓬佩奥', '蓬佩奥']
    """
    parts = [part for part in written.replace("•", "·").replace("・", "·").split("·") if part]
    whole = "".join(parts)
    return [whole] if len(parts) < 2 else [whole, parts[-1]]


def standing_alone(entity: Entity, written: str) -> list[str]:
    """What of a Chinese form a text may use alone: of a person's name also the last part, of all else the whole."""
    return name_parts(written) if entity.kind == "person" else name_parts(written)[:1]


def has_chinese_surname(entity: Entity) -> bool:
    """Whether the Chinese form of a person's name begins with a surname that is read as one."""
    return entity.kind == "person" and entity.origin in FAMILY_NAME_FIRST


def _readings(entity: Entity, han: str, at: int, tools: Tools) -> Iterator[Rendering]:
    surname = has_chinese_surname(entity)
    limit = WEAK_READINGS if entity.weak else READINGS
    for rank, reading in enumerate(spellings(tools.syllables(han, surname), limit)):
        cost = min(1.0, rank * HETERONYM_COST)
        for spelt in umlauts(reading):
            yield Rendering(("".join(spelt),), cost, at)
            if surname and rank == 0 and 2 <= len(spelt) <= 4:
                size = 2 if han[:2] in COMPOUND_SURNAMES else 1
                yield Rendering(("".join(spelt[size:] + spelt[:size]),), TURNED_COST, at)


def umlauts(reading: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The ways to write a reading whose ü is spelt v: as it is, with u, and with yu.

    >>> umlauts(("lv", "xiu"))
    [('lu', 'xiu'), ('lv', 'xiu'), ('lyu', 'xiu')]
    """
    if not any("v" in syllable for syllable in reading):
        return [reading]
    return [tuple(syllable.replace("v", to) for syllable in reading) for to in ("u", "v", "yu")]
