"""Mandarin readings of Chinese characters: toneless syllables, with the readings a character has as a surname."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations, islice, product

from pypinyin import Style, lazy_pinyin
from pypinyin import pinyin as pypinyin

SURNAME_READINGS = {
    "仇": "qiu", "单": "shan", "解": "xie", "查": "zha", "区": "ou", "朴": "piao", "盖": "ge", "曾": "zeng", "乐": "yue",
    "任": "ren", "华": "hua", "员": "yun", "缪": "miao", "翟": "zhai", "覃": "qin", "冼": "xian", "盛": "sheng", "召": "shao",
    "种": "chong", "秘": "bi", "繁": "po", "宓": "mi", "洗": "xian", "褚": "chu", "晁": "chao", "逄": "pang", "黑": "he",
    "尉": "wei", "折": "she", "万": "wan", "俞": "yu", "阚": "kan", "句": "gou", "过": "guo", "哈": "ha", "那": "na", "宁": "ning",
    "纪": "ji", "葛": "ge", "燕": "yan", "应": "ying", "於": "yu", "邵": "shao", "卜": "bu", "仉": "zhang", "钭": "tou",
}  # fmt: skip
"""Characters whose reading as a surname is not, or not surely, their commonest one (Xiandai Hanyu Cidian, surname
senses).
"""

COMPOUND_SURNAMES = {
    "欧阳": ("ou", "yang"), "司马": ("si", "ma"), "上官": ("shang", "guan"), "诸葛": ("zhu", "ge"), "司徒": ("si", "tu"),
    "皇甫": ("huang", "fu"), "尉迟": ("yu", "chi"), "公孙": ("gong", "sun"), "慕容": ("mu", "rong"), "令狐": ("ling", "hu"),
    "长孙": ("zhang", "sun"), "宇文": ("yu", "wen"), "夏侯": ("xia", "hou"), "东方": ("dong", "fang"), "万俟": ("mo", "qi"),
    "端木": ("duan", "mu"), "独孤": ("du", "gu"), "南宫": ("nan", "gong"), "西门": ("xi", "men"), "呼延": ("hu", "yan"),
}  # fmt: skip


NAME_READINGS = {"勒": "le", "什": "shi", "卜": "bu", "都": "du", "佛": "fo"}
"""Characters that names are read with otherwise than pypinyin reads them by themselves: 勒 in foreign names is le, 什
is shi (Xinhua, Shijie Renming Fanyi Dacidian).
"""
WHAT = "什么"
"""The one common word in which 什 is read shen."""


@lru_cache(maxsize=1 << 14)
def _heteronyms(character: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pypinyin(character, style=Style.NORMAL, heteronym=True)[0]))


@lru_cache(maxsize=1 << 14)
def _in_context(han: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(han, style=Style.NORMAL, errors="ignore"))


@lru_cache(maxsize=1 << 14)
def syllables(han: str, surname: bool) -> list[tuple[str, ...]]:
    """For each character of `han` its toneless syllables (ü as v), the likeliest in this context first.

    With `surname`, the first character (or two) is read as a surname. Characters that are not Han are left out.
    """
    likeliest = list(_in_context(han))
    characters = [c for c in han if "\u3400" <= c <= "\u9fff" or c >= "\U00020000"]
    if len(likeliest) != len(characters):
        likeliest = [_heteronyms(c)[0] for c in characters]
    if WHAT not in han:
        likeliest = [NAME_READINGS.get(c, best) for c, best in zip(characters, likeliest, strict=True)]
    if surname and len(characters) > 2 and han[:2] in COMPOUND_SURNAMES:
        likeliest[:2] = COMPOUND_SURNAMES[han[:2]]
    elif surname and characters and characters[0] in SURNAME_READINGS:
        likeliest[0] = SURNAME_READINGS[characters[0]]
    return [tuple(dict.fromkeys((best, *_heteronyms(c)))) for best, c in zip(likeliest, characters, strict=True)]


def toned(han: str, surname: bool) -> str:
    """The reading of `han` in pinyin with tone marks, for people to read; a surname stands apart and capitalised."""
    marked = lazy_pinyin(han, style=Style.TONE, errors="default")
    if not surname:
        return "".join(marked)
    toneless = syllables(han, True)
    size = 2 if han[:2] in COMPOUND_SURNAMES and len(toneless) > 2 else 1
    if len(marked) == len(toneless):
        for at in range(size):
            for option in pypinyin(han[at], style=Style.TONE, heteronym=True)[0]:
                if _plain(option) == toneless[at][0]:
                    marked[at] = option
                    break
    return " ".join(part.capitalize() for part in ("".join(marked[:size]), "".join(marked[size:])) if part)


def spellings(parts: list[tuple[str, ...]], limit: int = 8) -> list[tuple[str, ...]]:
    """The likeliest whole readings of a name, at most `limit`: one syllable for each character, likeliest first."""
    few = [options[:3] for options in parts]
    several = sum(len(options) > 1 for options in few)
    picks = chain.from_iterable(sorted(_picks(few, others)) for others in range(several + 1))
    return [tuple(map(tuple.__getitem__, few, pick)) for pick in islice(picks, limit)]


def likeliest(parts: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The likeliest spelling of the characters with these syllables (`spellings`)."""
    return spellings(parts, 1)[0]


def _picks(options: Sequence[Sequence[str]], others: int) -> Iterator[tuple[int, ...]]:
    """Yield the choices of one option each of which so many are another than the first."""
    several = [place for place, some in enumerate(options) if len(some) > 1]
    for places in combinations(several, others):
        for choice in product(*(range(1, len(options[place])) for place in places)):
            pick = [0] * len(options)
            for place, chosen in zip(places, choice, strict=True):
                pick[place] = chosen
            yield tuple(pick)


_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü", "aaaaeeeeiiiioooouuuuvvvvv")


def _plain(syllable: str) -> str:
    return syllable.translate(_TONES)
