"""Literal gloss: each word or character of the Chinese name put into English by itself.

特金会 becomes "special gold meeting" (it is the Trump–Kim summit), 终战宣言 "final war declaration", 战狼外交 "war wolf
diplomacy". The name is divided into dictionary words and into single characters, each part has the glosses of
`gazetteer.glosses`, and a part may stay in pinyin while the rest is glossed (文金会 "Wen Jin meeting", 世卫组织 "Shiwei
Organization"). The last part may come first, as in "declaration of the final war". Names of places and organisations of
which only the kind is put into English come from `gazetteer.renderings.halves`.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import getitem
from typing import NamedTuple

import regex

from gazetteer.entity import Entity
from gazetteer.keys import FUNCTION_WORDS, fold
from gazetteer.renderings.channel import Rendering, Tools
from gazetteer.renderings.halves import halves
from gazetteer.renderings.pinyin import name_parts

NAME = "gloss"

MARKED = regex.compile(r"[^《》]*《([^《》]+)》[^《》]*")
"""A Chinese form whose title stands between title marks, with what it is beside them: 电影《教父》."""
QUOTED = str.maketrans("", "", "“”‘’「」『』〈〉")
PUNCTUATION = regex.compile(r"[^\p{Han}A-Za-z0-9]+")
"""What divides a Chinese name and is no part of it."""
LATIN = regex.compile(r"[A-Za-z0-9][A-Za-z0-9.+&-]*")
"""Letters and figures in a Chinese name, which stay as they are: 隼鸟2号, 江南Style."""

PARTS = regex.compile(rf"{LATIN.pattern}|\p{{Han}}")
MOST_CHARACTERS = 5
"""Characters of the longest name that is glossed one by one."""

LIMITS = {"person": 16, "place": 16, "product": 16, "organization": 24, "office": 16, "work": 16}
"""Renderings kept for one division of a name; other kinds: `MOST`."""
MOST = 60
LONGEST = 10
"""Characters of the longest name that is glossed; letters and figures that stand together count as one."""
DIVISIONS = 3
"""Divisions of one name into words that are glossed."""
PINYIN_COST = 3
"""What a part left in pinyin costs, in ranks of glosses."""
ONCE_COST = 0.1
"""What it costs to write once what two parts would repeat (净网行动 "net net action", "net action")."""
FARTHEST = 14
"""The sum of ranks at which a gloss is as far as can be."""
FARTHEST_KEPT = 6
"""The sum of ranks up to which a gloss is worth keeping: machines seldom write what is farther."""
FARTHEST_TURNED = 2
"""The sum of ranks up to which a gloss is kept with its last part first as well."""
NO_COUNTRY_COST = 0.3
"""What it costs to leave out the country that a name begins with."""
NATIONAL = frozenset({"国家", "国", "全国", "国立"})
"""Parts in whose place a machine may name the country: 国家情报院 "Korean intelligence agency"."""
NATIONAL_COST = 2
"""What that costs, in ranks of glosses."""
TURNED_COST = 0.1
"""What it costs to have the last part first."""
HOMONYMS = frozenset({"place", "organization", "product", "work", "event"})
"""Kinds of names that may be ordinary words as well, of another meaning; for a term they mean just it."""
NUMBERED = frozenset({"product", "event"})
"""Kinds of things that have a number or a ship's name."""
NUMBER = regex.compile(r"(?<=..)号(?=\P{Han}*$)")
"""The sign with which names of ships and spacecraft end, and which machines leave out (旅行者2号 "Traveler 2")."""
ROMAN = {"2": ("II",), "3": ("III",), "4": ("IV",), "5": ("V",)}
"""Figures that stand at the end of names of weapons and films in Roman letters (民兵-3 "Militia III")."""
NEVER_TURNED = frozenset({"person", "place"})
"""Kinds of names whose last part never comes first."""


def claim(written: str, surface: str) -> str:
    """How `written` became `surface`, in words."""
    return f"“{surface}” is {written} put into English piece by piece"


def render(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield the glosses of every Chinese form of the entity."""
    yield from halves(entity, tools)
    for at, form in enumerate(entity.zh):
        if entity.kind == "person" and "·" in form:
            continue
        han = title(name_parts(form)[0])
        yield from _of_form(han, at, entity, tools)
        if entity.kind in NUMBERED and (bare := NUMBER.sub("", han)) != han:
            yield from _of_form(bare, at, entity, tools)


def _of_form(han: str, at: int, entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """The glosses of one Chinese form, without marks; none of what is called like a country and is none."""
    if not 2 <= len(LATIN.sub("0", han)) <= LONGEST or (han in tools.country_names and entity.kind != "place"):
        return
    if entity.kind in HOMONYMS:
        yield from _whole(han, at, tools)
    turn, most = entity.kind not in NEVER_TURNED, LIMITS.get(entity.kind, MOST)
    for division in divisions(han, tools):
        yield from _glosses(division, at, most, turn, entity, tools)
        rest = without_country(division, tools)
        for rendering in _glosses(rest, at, most // 2, turn, entity, tools):
            if len(rendering.parts) == len(rest):  # without its country and its doubles it is hardly the name
                yield rendering._replace(cost=min(1.0, rendering.cost + NO_COUNTRY_COST))


def title(written: str) -> str:
    """A Chinese form without its quotation marks, or what it has between title marks.

    >>> title("电影《教父》"), title("“联盟”号")
    ('教父', '联盟号')
    """
    marked = MARKED.fullmatch(written)
    return (marked[1] if marked else written).translate(QUOTED)


def divisions(han: str, tools: Tools) -> list[tuple[str, ...]]:
    """The divisions of `han` into dictionary words and characters: fewest parts first, then every character by itself.
    Letters and figures that stand together are one part.

    A division never has the whole as its one part: see `_whole`.
    """
    found: list[tuple[int, tuple[str, ...]]] = []

    def divide(rest: str, parts: tuple[str, ...]) -> None:
        if len(found) > 64:
            return
        if between := PUNCTUATION.match(rest):
            rest = rest[between.end() :]
        if not rest:
            if len(parts) > 1:
                found.append((len(parts), parts))
            return
        if latin := LATIN.match(rest):
            divide(rest[latin.end() :], (*parts, latin[0]))
            return
        for size in range(min(4, len(rest)), 0, -1):
            word = rest[:size]
            if (size == 1 or word in tools.glosses) and word != han:
                divide(rest[size:], (*parts, word))

    divide(han, ())
    ranked = [parts for _, parts in sorted(found, key=lambda item: (item[0], [-len(p) for p in item[1]]))]
    kept = ranked[:DIVISIONS]
    characters = tuple(map(str, PARTS.findall(han)))
    return kept if characters in kept or not 2 <= len(characters) <= MOST_CHARACTERS else [*kept, characters]


def _whole(han: str, at: int, tools: Tools) -> Iterator[Rendering]:
    """What a name means as an ordinary word, where that is a phrase: 海防 (Haiphong) "coastal defense"."""
    for rank, gloss in enumerate(tools.glosses.of(han)):
        ordinary = [word for word in gloss.split() if word not in FUNCTION_WORDS]
        if len(ordinary) > 1 and gloss.islower():
            yield Rendering((gloss,), min(1.0, rank / FARTHEST), at)


def without_country(division: tuple[str, ...], tools: Tools) -> tuple[str, ...]:
    """The division without the countries that it begins with, as in 韩美安保会议 "security conference"; empty where
    none is left out, or only one word with a figure would stay ("make 2025").
    """
    at = 0
    while at < len(division) and division[at] in tools.country_names:
        at += 1
    rest = division[at:]
    return rest if at and sum(not part.isdecimal() for part in rest) > 1 else ()


def _glosses(
    division: tuple[str, ...], at: int, most: int, turn: bool, entity: Entity, tools: Tools
) -> Iterator[Rendering]:
    options = [_options(part, entity, tools) for part in division]
    if not options or not all(options):
        return
    read = {_spelt(part, tools) for part in division}
    columns = [[(*option[:3], not option.gloss or option.folded in read) for option in column] for column in options]
    for ranks, picked in _cheapest(columns, most):
        _, words, said, are_read = zip(*picked, strict=True)
        if sum(said) < ENOUGH or all(are_read):
            continue
        cost = min(1.0, ranks / FARTHEST)
        yield Rendering(words, cost, at)
        once = tuple(word for word, before in zip(words, (None, *words), strict=False) if word != before)
        if 1 < len(once) < len(words):
            yield Rendering(once, min(1.0, cost + ONCE_COST), at)
        if turn and ranks <= FARTHEST_TURNED:
            yield Rendering((words[-1], *words[:-1]), cost + TURNED_COST, at, True)


ENOUGH = 2
"""What a gloss has to say (`_Option.said`): more than one ordinary word, once what keys leave out is left out."""


class _Option(NamedTuple):
    """What may stand for one part of a name: how many words it has that keys do not leave out (`ENOUGH` more where one
    of them is no ordinary English), and its letters folded.
    """

    rank: int
    gloss: str
    said: int
    folded: str


def _options(part: str, entity: Entity, tools: Tools) -> Sequence[_Option]:
    """What may stand for one part, with ranks: its glosses in their order, its pinyin, and for "national" the country's
    name.
    """
    glosses = _plain_options(part, tools)
    if part in NATIONAL and len(entity.country) == 1:
        names = tools.countries.get(entity.country[0], ())
        return sorted((*glosses, *(_option(NATIONAL_COST, name, tools) for name in names)))
    return glosses


@lru_cache(maxsize=1 << 15)
def _plain_options(part: str, tools: Tools) -> tuple[_Option, ...]:
    glosses = list(enumerate(said(part, tools)))
    if len(part) <= 2 and (spelt := _spelt(part, tools)):
        glosses.append((PINYIN_COST, spelt))
    return tuple(sorted(_option(rank, gloss, tools) for rank, gloss in glosses))


def said(part: str, tools: Tools) -> tuple[str, ...]:
    """The glosses of a part of a name: letters and figures stay as they are, and small figures may become Roman.

    >>> from gazetteer import builtin
    >>> said("3", builtin.tools())
    ('3', 'III')
    """
    glosses = tools.glosses.of(part)
    return (*(glosses or (part,)), *ROMAN.get(part, ())) if part.isascii() else glosses


def _option(rank: int, gloss: str, tools: Tools) -> _Option:
    said = [word for word in gloss.split() if word not in FUNCTION_WORDS]
    is_telling = any(not tools.lexicon.is_ordinary(fold(word)) for word in said)
    return _Option(rank, gloss, len(said) + ENOUGH * is_telling, fold(gloss))


def _spelt(part: str, tools: Tools) -> str:
    return "".join(options[0] for options in tools.syllables(part, False))


_Pick = tuple[int, str, int, bool]
"""An option as it is picked: rank, gloss, what it says, and whether that is only the name read aloud."""


def _cheapest(columns: Sequence[Sequence[_Pick]], most: int) -> Iterator[tuple[int, tuple[_Pick, ...]]]:
    """Combinations of one option a part, by the sum of their ranks, at most `most`, none above `FARTHEST_KEPT`.

    Each comes from the one that picks one rank less in its last part with another than the first, so that none comes
    twice.
    """
    first = (0,) * len(columns)
    queue = [(sum(column[0][0] for column in columns), first, 0)]
    for _ in range(most):
        if not queue:
            return
        total, picks, begin = heapq.heappop(queue)
        if total > FARTHEST_KEPT:
            return
        yield total, tuple(map(getitem, columns, picks))
        for at in range(begin, len(picks)):
            column, pick = columns[at], picks[at]
            after = pick + 1
            if after < len(column) and (farther := total + column[after][0] - column[pick][0]) <= FARTHEST_KEPT:
                heapq.heappush(queue, (farther, (*picks[:at], after, *picks[at + 1 :]), at))
