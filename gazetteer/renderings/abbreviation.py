"""Abbreviations: the short Chinese form, its first part in pinyin and its last put into English.

加州 (California) becomes "Jia State" or "Jiazhou", 世卫 (WHO) "Shiwei". The short forms are those of a place or
organisation (`written.zh`) that end in a word for its kind; and those that are made of a long form: 世界卫生组织 gives
世卫 and 世卫组织, one character a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.entity import Entity
from gazetteer.readings import spellings
from gazetteer.renderings.channel import Rendering, Tools

NAME = "abbreviation"

ENDINGS = {
    "州": ("State",), "省": ("Province",), "市": ("City",), "县": ("County",), "岛": ("Island",), "府": ("Prefecture", "Government"),
    "部": ("Ministry", "Department"), "院": ("Court", "Institute"), "党": ("Party",), "社": ("News Agency", "Agency", "Society"),
    "报": ("Newspaper", "Daily"), "行": ("Bank",), "会": ("Association", "Council"), "团": ("Group",), "盟": ("League", "Alliance"),
    "组织": ("Organization", "Organisation"), "集团": ("Group",), "公司": ("Company",), "大学": ("University",), "协会": ("Association",),
}  # fmt: skip
"""Words for kinds of places and organisations that a machine translates, with the rest left in pinyin."""
COST, MADE_COST = 0.1, 0.4
LONGEST_STEM = 3
"""Characters of the longest stem: longer names are not left in pinyin."""
WORD_LENGTH = 2
"""Characters of the words in a long form that is abbreviated one character a word."""


def claim(written: str, surface: str) -> str:
    """How `written` became `surface`, in words."""
    return f"“{surface}” is the abbreviation of {written} in pinyin"


def render(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield the half-translated short forms of places and organisations."""
    if entity.kind not in ("place", "organization"):
        return
    for at, form in enumerate(entity.zh):
        yield from _halves(form, at, COST, tools)
        if entity.kind == "organization":
            for made in _abbreviated(form):
                yield Rendering((_pinyin(made, tools),), MADE_COST, at)
                yield from _halves(made + form[-WORD_LENGTH:], at, MADE_COST, tools)


def _halves(form: str, at: int, cost: float, tools: Tools) -> Iterator[Rendering]:
    for ending, words in ENDINGS.items():
        stem = form.removesuffix(ending)
        if stem != form and 1 <= len(stem) <= LONGEST_STEM:
            for word in words:
                yield Rendering((_pinyin(stem, tools), word), cost, at)


def _abbreviated(form: str) -> Iterator[str]:
    """The first characters of the words of a long name of three words, without the last word.

    世界卫生组织 gives 世卫.
    """
    if len(form) == 3 * WORD_LENGTH and form[-WORD_LENGTH:] in ENDINGS:
        yield form[0] + form[WORD_LENGTH]


def _pinyin(han: str, tools: Tools) -> str:
    readings = spellings(tools.syllables(han, False), 1)
    return "".join(readings[0]) if readings else ""
