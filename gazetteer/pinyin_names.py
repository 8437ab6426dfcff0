"""Whether a surface can be a Chinese personal name in pinyin: a surname and one or two syllables."""

from __future__ import annotations

from functools import lru_cache

from gazetteer.keys import fold

SURNAMES = frozenset(
    """ai an ao ba bai ban bao bei bi bian bo bu cai cao cen chai chang chao che chen cheng chi chong chou chu chuai cui cun da dai dan dang
    deng di diao ding dong dou du duan e fan fang fei feng fu gai gan gao ge geng gong gou gu guan gui guo ha hai han hang hao he heng
    hong hou hu hua huan huang hui huo ji jia jian jiang jiao jie jin jing ju kan kang ke kong kou kuai kuang la lai lan lang lao lei leng
    li lian liang liao lin ling liu long lou lu luan luo lv lyu ma mai man mao mei meng mi miao min ming mo mou mu na nan ni nian nie ning niu
    nong ou pan pang pei peng pi piao ping pu qi qian qiang qiao qin qiu qu quan que ran rao ren rong ru ruan rui sang sha shan shang shao
    she shen sheng shi shu shuai shui si song su sui sun tan tang tao teng tian tong tu wan wang wei wen weng wu xi xia xian xiang xiao xie
    xin xing xiong xu xuan xue xun yan yang yao ye yi yin ying yong you yu yuan yue yun zai zan zang zeng zha zhai zhan zhang zhao zhen
    zheng zhi zhong zhou zhu zhuang zhuo zi zong zou zu zuo ouyang sima shangguan zhuge situ huangpu yuchi gongsun murong linghu
    zhangsun yuwen xiahou dongfang""".split()
)
"""Surnames of the Hundred Family Surnames and of the census' four hundred commonest, in pinyin without tones."""

_INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw", "")
_FINALS = frozenset(
    """a o e ai ei ao ou an en ang eng ong er i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang ueng v ve ue""".split()
)


@lru_cache(maxsize=1 << 14)
def is_syllable(letters: str) -> bool:
    """Whether the letters spell one Mandarin syllable (as spelt by rule; rare gaps of the table are let pass)."""
    for initial in _INITIALS:
        if letters.startswith(initial) and letters[len(initial) :] in _FINALS:
            rest = letters[len(initial) :]
            return bool(initial) or rest in ("a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "er")
    return False


@lru_cache(maxsize=1 << 14)
def syllables_in(letters: str) -> int:
    """The least number of Mandarin syllables that the letters spell, 0 where they spell none."""
    best = [0] + [99] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - 6), end):
            if best[start] + 1 < best[end] and is_syllable(letters[start:end]):
                best[end] = best[start] + 1
    return best[-1] if 0 < best[-1] < 99 else 0


def divide(letters: str, count: int) -> tuple[str, ...]:
    """The letters as exactly so many Mandarin syllables, the longest first ones preferred; empty where that cannot be.

    >>> divide("jiatengshengxin", 4)
    ('jia', 'teng', 'sheng', 'xin')
    """
    if count == 0:
        return ()
    for end in range(min(6, len(letters)), 0, -1):
        if is_syllable(letters[:end]):
            rest = divide(letters[end:], count - 1)
            if (count == 1 and end == len(letters)) or (count > 1 and rest):
                return (letters[:end], *rest)
    return ()


def is_pinyin(surface: str) -> bool:
    """Whether every word of the surface is pinyin."""
    parts = [fold(part) for part in surface.replace("-", " ").split()]
    return bool(parts) and all(syllables_in(part) for part in parts)


def is_chinese_name(surface: str) -> bool:
    """Whether the surface can be a Chinese personal name: a known surname, then one or two syllables.

    >>> is_chinese_name("Xu Xun"), is_chinese_name("Te Luduo"), is_chinese_name("Jiateng Shengxin")
    (True, False, False)
    """
    parts = [fold(part) for part in surface.replace("-", " ").split()]
    if len(parts) < 2 or parts[0] not in SURNAMES:
        return False
    return all(map(syllables_in, parts[1:])) and sum(map(syllables_in, parts[1:])) <= 2
