"""Abbreviations: the short form that Chinese makes of a long name, in pinyin.

世界卫生组织 (World Health Organization) gives 世卫 "Shiwei" and 世卫组织 "Shiwei Organization", 非洲联盟 (African Union)
非盟 "Feimeng", 亚洲开发银行 亚开行 "Yakaihang", 国际足球联合会 (FIFA) 国际足联 "Guoji Zulian". Made here are those that the
rules below give; a short form that follows no rule stands in the entry (`written.zh`) and goes through the other
channels, half-translated ones (加州 "Jia State") through the gloss.
"""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.entity import Entity
from gazetteer.readings import likeliest
from gazetteer.renderings.channel import Rendering, Tools

NAME = "abbreviation"

KINDS = {
    "组织": ("Organization", "Organisation"),
    "集团": ("Group",),
    "公司": ("Company",),
    "大学": ("University",),
    "协会": ("Association",),
}
"""Words for kinds of organisations that stay beside a short form, and what a machine writes for them."""
LAST_CHARACTERS = {
    "联盟": "盟",
    "同盟": "盟",
    "银行": "行",
    "委员会": "委",
    "联合会": "联",
    "协会": "协",
    "议会": "议会",
}
"""What a short form keeps of the last word of a long name."""
WHOLE_BEGINNINGS = ("国际", "中国", "世界", "全国", "中华")
"""First words that a short form keeps whole."""
BANK = "hang"
"""How 行 is read at the end of a bank's short form, where dictionaries of words do not have it."""
COST = 0.4
WORD_LENGTH = 2
"""Characters of the words in a long form that is abbreviated one character a word."""


def claim(written: str, surface: str) -> str:
    """How `written` became `surface`, in words."""
    return f"“{surface}” is the abbreviation of {written} in pinyin"


def render(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield the short forms of long names of organisations in pinyin."""
    if entity.kind != "organization":
        return
    for at, form in enumerate(entity.zh):
        for made in dict.fromkeys(abbreviated(form)):
            if made not in entity.zh:
                yield Rendering((_pinyin(made, tools),), COST, at)
        if _is_of_three(form):
            for word in KINDS.get(form[-WORD_LENGTH:], ()):
                yield Rendering((_pinyin(form[0] + form[WORD_LENGTH], tools), word), COST, at)


def abbreviated(form: str) -> Iterator[str]:
    """The short forms of a long name, where one of the rules gives some.

    >>> list(abbreviated("世界卫生组织")), list(abbreviated("非洲联盟")), list(abbreviated("国际足球联合会"))
    (['世卫'], ['非盟'], ['国际足联'])
    """
    for word, last in LAST_CHARACTERS.items():
        stem = form.removesuffix(word)
        if stem == form or not stem:
            continue
        if len(stem) in (2, 3) and last in ("盟", "行"):
            yield stem[0] + last
        elif len(stem) == 2 * WORD_LENGTH:
            begins_whole = stem.startswith(WHOLE_BEGINNINGS)
            yield (stem[:WORD_LENGTH] if begins_whole else stem[0]) + stem[WORD_LENGTH] + last
    if _is_of_three(form):
        yield form[0] + form[WORD_LENGTH]


def _is_of_three(form: str) -> bool:
    return len(form) == 3 * WORD_LENGTH and form[-WORD_LENGTH:] in KINDS


def _pinyin(han: str, tools: Tools) -> str:
    syllables = likeliest(tools.syllables(han, False))
    return "".join((*syllables[:-1], BANK) if han.endswith("行") else syllables)
