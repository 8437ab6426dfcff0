"""Half-read names: one part of a foreigner's name as the press has it, the other in pinyin.

加藤胜信 (Katsunobu Kato) becomes "Kato Shengxin" or "Shengxin Kato", 文在寅 (Moon Jae-in) "Moon Zaiyin",
蒂姆·库克 (Tim Cook) "Tim Kuke". A machine knows the commoner part, and reads the other aloud. It may know one syllable
of a given name, and not the other: 尹锡悦 (Yoon Suk-yeol) becomes "Yoon Suk-yue", or "Yin Suk-yeol".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gazetteer.entity import Entity
from gazetteer.readings import COMPOUND_SURNAMES, likeliest
from gazetteer.renderings.channel import Rendering, Tools

NAME = "half-read"
COST, TURNED_COST = 0.1, 0.2
SURNAMES = {2: (1,), 3: (2, 1), 4: (2,), 5: (2, 3)}
"""Characters of a Japanese family name, by those of the whole name, the commoner first."""
SYLLABLES = re.compile(r"([A-Z][a-z]+) ([A-Z][a-z]+)[- ]([A-Za-z][a-z]+)")
"""A name in three syllables, as Koreans and people of Hong Kong spell theirs."""
SYLLABLES_COST = 0.2
ONE_CHARACTER = frozenset({"ko", "vi"})
"""Origins of names whose family name is one character, or one of the few compound ones."""


def claim(written: str, surface: str) -> str:
    """How `written` became `surface`, in words."""
    return f"“{surface}” is {written}, one part of it read as Mandarin pinyin"


def render(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield the names of people from abroad with one part in pinyin."""
    if entity.kind == "person" and entity.origin in tools.nations.spelt:
        yield from _by_syllables(entity, tools)
    family = entity.family_name
    given = entity.name.removesuffix(family) if entity.name.endswith(family) else entity.name.removeprefix(family)
    if entity.kind != "person" or given in ("", entity.name):
        return
    for at, form in enumerate(entity.zh[:2]):
        parts = form.split("·")
        if len(parts) == 2:
            yield from _forms(given.strip(), _pinyin(parts[1], tools), at)
            yield from _forms(_pinyin(parts[0], tools), family, at)
        elif len(parts) == 1:
            for size in _sizes(entity, form):
                yield from _forms(_pinyin(form[size:], tools), family, at)


def _by_syllables(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """The names of three syllables with the first in pinyin, one of the others, or the first and one of them; save for
    pinyin that is spelt like a syllable of that language, which would be somebody else's name.
    """
    theirs = tools.nations.spelt[entity.origin]
    spellings = [match.groups() for name in entity.right if (match := SYLLABLES.fullmatch(name))]
    for at, form in enumerate(entity.zh[:2]):
        pinyin = likeliest(tools.syllables(form, True))
        if len(form) != len(pinyin) or len(pinyin) != len(IN_PINYIN[0]):
            continue
        for spelling in spellings:
            own = [syllable.lower() for syllable in spelling]
            for read in IN_PINYIN:
                if all(pinyin[number] not in theirs for number, is_read in enumerate(read) if is_read):
                    family, *given = (pinyin[number] if is_read else own[number] for number, is_read in enumerate(read))
                    yield Rendering((family, "".join(given)), SYLLABLES_COST, at)


IN_PINYIN = ((1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, 0, 1))
"""Which of three syllables are in pinyin; that the last two are is what `_forms` yields."""


def _sizes(entity: Entity, form: str) -> tuple[int, ...]:
    """How many characters the family name of an undivided form may have."""
    if entity.origin == "ja":
        return SURNAMES.get(len(form), ())
    if entity.origin in ONE_CHARACTER and 2 <= len(form) <= 4:
        return (2,) if form[:2] in COMPOUND_SURNAMES else (1,)
    return ()


def _forms(given: str, family: str, at: int) -> Iterator[Rendering]:
    """The name in both orders; nothing where one of its parts is missing."""
    if given and family:
        yield Rendering((given, family), COST, at)
        yield Rendering((family, given), TURNED_COST, at)


def _pinyin(han: str, tools: Tools) -> str:
    return "".join(likeliest(tools.syllables(han, False))) if han else ""
