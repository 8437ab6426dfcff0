"""Slips in pinyin: a syllable dropped, doubled or swapped, and sounds taken for their neighbours.

文在寅 becomes "Wen Yin" (a syllable dropped), 关向东 "Guan Dongdong" (one for another), 尹炳世 "Yin Bingshi"; xu is
written xue, in for ing, n for l. One slip a name, in names of people and in places of three syllables and more: a
second slip leaves nothing to go by.
"""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.entity import Entity
from gazetteer.readings import likeliest
from gazetteer.renderings.channel import Rendering, Tools
from gazetteer.renderings.pinyin import has_chinese_surname, standing_alone, umlauts

NAME = "slip"

DROP_COST, DOUBLE_COST, SWAP_COST, SOUND_COST = 0.6, 0.4, 0.5, 0.5

INITIALS = {"n": "l", "l": "n", "zh": "z", "z": "zh", "ch": "c", "c": "ch", "sh": "s", "s": "sh", "f": "h", "r": "l"}
FINALS = {
    "an": ("ang",), "ang": ("an",), "en": ("eng",), "eng": ("en",), "in": ("ing",), "ing": ("in",), "ian": ("iang", "an"),
    "uan": ("uang", "un"), "un": ("uan", "ong"), "ong": ("eng",), "uo": ("o", "u"), "o": ("uo",), "ui": ("ei",), "ei": ("ai",),
    "ie": ("ei", "ue"), "ue": ("ie", "u"), "u": ("ue", "v"), "i": ("ie", "e"), "e": ("i",), "iu": ("iou", "ui"), "ai": ("ei",),
}  # fmt: skip
"""Finals that machines and people take for one another; neighbours in the sound, or one letter apart in the
spelling.
"""

UMLAUTED = frozenset({"l", "n"})
"""Initials after which ü is not written u."""


def claim(written: str, surface: str) -> str:
    """How `written` became `surface`, in words."""
    return f"“{surface}” is {written} read as Mandarin pinyin with one slip"


def render(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield the readings with one slip, of people's names and of longer places and organisations."""
    if entity.kind not in ("person", "place", "organization"):
        return
    for at, form in enumerate(entity.zh[:2]):
        han = standing_alone(entity, form)[-1]
        reading = likeliest(tools.syllables(han, has_chinese_surname(entity))) if han else ()
        if len(reading) >= (2 if entity.kind == "person" else 3):
            for slipped, cost in _slips(reading):
                for spelt in umlauts(slipped):
                    yield Rendering(("".join(spelt),), cost, at)


def _slips(reading: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], float]]:
    size = len(reading)
    for at in range(size):
        before, syllable, after = reading[:at], reading[at], reading[at + 1 :]
        if size >= 3 and at > 0:
            yield before + after, DROP_COST
        if size >= 2 and at > 0:
            yield (*before, syllable, syllable, *after), DOUBLE_COST
        if 0 < at < size - 1:
            yield (*before, after[0], syllable, *after[1:]), SWAP_COST
        if size >= 3:
            for other in neighbours(syllable):
                yield (*before, other, *after), SOUND_COST


def neighbours(syllable: str) -> list[str]:
    """The syllables a machine may write for this one.

    >>> neighbours("xun")
    ['xuan', 'xong']
    """
    size = 2 if syllable[:2] in ("zh", "ch", "sh") else 1 if syllable[:1] not in "aeiouv" else 0
    initial, final = syllable[:size], syllable[size:]
    found = [INITIALS[initial] + final] if initial in INITIALS else []
    return found + [initial + other for other in FINALS.get(final, ()) if other != "v" or initial in UMLAUTED]
