"""Half-translated names: what a place, a body or an affair is, in English, beside the rest in pinyin.

加沙地带 becomes "Jiasha Strip" (Gaza Strip), 南卡州 "South Kazhou", 咸镜北道 "North Xianjing Province", 蔚来汽车
"Weilai Automobile", 美联社 "Meilian News Agency", 文金会 "Wen Jin meeting". `data/endings.tsv`
holds what Chinese names end in, and what a machine writes for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.endings import Endings, endings
from gazetteer.entity import Entity
from gazetteer.keys import fold
from gazetteer.readings import spellings
from gazetteer.renderings.channel import Rendering, Tools

ADMINISTRATIVE = frozenset("省市县府区镇村旗郡邦")
"""Endings that an English name leaves out as often as not: rendered only where a right name has the word, for else
the pinyin of the rest says all and the word in the text stays.
"""

BEGINNINGS = {
    "南": "South", "北": "North", "东": "East", "西": "West", "新": "New", "大": "Great", "小": "Little",
    "中": "Central", "上": "Upper", "下": "Lower",
}  # fmt: skip
"""What a machine puts into English at the beginning of a place's name, and before its unit (咸镜北道)."""

COST, ONE_CHARACTER_COST, HETERONYM_COST = 0.07, 0.15, 0.1
"""The cost of a half-translated name, of one whose stem is a single character, and what another reading adds."""
READINGS = 3
"""Readings of a stem: 藏 in 雅鲁藏布江 is read cang or zang."""
TURNED_COST = 0.1
SHORTEST_BODY_STEM, LONGEST_STEM = 2, 7
"""Characters of the shortest stem of an organisation that means anything in pinyin, and of the longest."""


SORTS = {"place": "place", "organization": "body", "product": "body", "event": "affair", "term": "affair"}
"""Which endings the names of a kind of entity have."""


def halves(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield the half-translated forms of places, organisations, products, events and terms.

    A stem that stands in a right name as it is (江苏 in Jiangsu TV) is no sign of a wrong one, and gives none.
    """
    if entity.kind not in SORTS:
        return
    table = endings()[SORTS[entity.kind]]
    known = {fold(word) for form in entity.right for word in form.replace("-", " ").split()}
    for at, form in enumerate(entity.zh):
        han = form.replace("·", "")
        for parts, stem in _divided(han, table, entity.kind == "place"):
            if entity.kind == "place" and han[-1] in ADMINISTRATIVE and fold(parts[-1]) not in known:
                continue
            for rank, spelt in enumerate(_pinyin(stem, tools)):
                if spelt in known:
                    break
                cost = (COST if len(stem) > 1 else ONE_CHARACTER_COST) + rank * HETERONYM_COST
                named = tuple(part or spelt for part in parts)
                yield Rendering(named, cost, at)
                if parts[0] == "" and len(stem) > 1:
                    yield Rendering((*named[1:], spelt), cost + TURNED_COST, at, True)


def _divided(han: str, table: Endings, place: bool) -> Iterator[tuple[tuple[str, ...], str]]:
    """The parts of a name with an empty one for its stem, and the stem."""
    shortest = 1 if place else SHORTEST_BODY_STEM
    for size in range(1, min(5, len(han))):
        stem = han[:-size]
        for word in table.get(han[-size:], ()):
            if shortest <= len(stem) <= LONGEST_STEM:
                yield ("", word), stem
            if not place or not 3 <= len(stem) + 1 <= LONGEST_STEM:
                continue
            if stem[-1] in BEGINNINGS:
                yield (BEGINNINGS[stem[-1]], "", word), stem[:-1]
            if stem[0] in BEGINNINGS:
                yield (BEGINNINGS[stem[0]], "", word), stem[1:]
    if place and 3 <= len(han) <= LONGEST_STEM and han[0] in BEGINNINGS:
        yield (BEGINNINGS[han[0]], ""), han[1:]


def _pinyin(han: str, tools: Tools) -> list[str]:
    """The readings of a stem, the likeliest first; none where it has other signs than Han characters."""
    if not all("\u3400" <= character <= "\u9fff" for character in han):
        return []
    readings = spellings(tools.syllables(han, False), READINGS if len(han) > 1 else 1)
    return list(dict.fromkeys("".join(reading) for reading in readings))
