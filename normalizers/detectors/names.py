"""What the detectors of misread names share: a settled reading -> a proposal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gazetteer.entity import FAMILY_NAME_FIRST, Entity
from gazetteer.gazetteer import Linked
from gazetteer.keys import fold, words
from gazetteer.manner import EAR, GLOSSES
from gazetteer.renderings.spelling import spelt_names
from gazetteer.similarity import likeness, spellings_of, squash
from normalizers.finding import Alternative, EntityReference, Evidence, Rule
from normalizers.naming import Reading
from normalizers.proposal import Proposal
from normalizers.reader import LEAST, Reader


def propose(reader: Reader, rule: Rule, kinds: frozenset[str]) -> Iterator[Proposal]:
    """Yield a proposal for every surface whose likeliest reading is an entity of `kinds`."""
    for reading in reader.names:
        if reading.best.entity.kind in kinds:
            found = proposal(reader, rule, reading)
            if (found.confidence or 0.0) >= reader.least:
                yield found


def proposal(reader: Reader, rule: Rule, reading: Reading) -> Proposal:
    """A reading as a proposal: the likeliest entity's name, with the others as alternatives.

    It is as sure as that the surface stands for one of those who are written alike.
    """
    best = reading.best
    by_wording: dict[str, list[Linked]] = {}
    for linked in reading.linked:
        by_wording.setdefault(wording(reader, reading, linked), []).append(linked)
    (replacement, alike), *others = by_wording.items()
    alternatives = tuple(
        Alternative(name, round(linked[0].probability, 4)) for name, linked in others if linked[0].probability >= LEAST
    )
    return Proposal(
        rule,
        reading.start,
        reading.end,
        replacement,
        reader.page.gazetteer.together(alike) if len(alike) > 1 else best.probability,
        (*evidence(reader, reading), *_of_namesakes(alike)),
        EntityReference(best.entity.id, best.entity.name, best.entity.kind),
        alternatives,
    )


def _of_namesakes(alike: Sequence[Linked]) -> Iterator[Evidence]:
    """That others which may be meant are written alike."""
    best, *others = alike
    names = [one.entity.name for one in others if one.probability >= LEAST and one.entity.name != best.entity.name]
    if names:
        yield Evidence(f"written alike: {', '.join(names)}", 0.0)


def evidence(reader: Reader, reading: Reading) -> Iterator[Evidence]:
    """The claims for the likeliest entity in words, how the name was garbled first."""
    best = reading.best
    yield Evidence(reader.page.gazetteer.claim(best.candidate, reading.surface), 0.0)
    for item in sorted(best.evidence, key=lambda item: -abs(item.value * item.weight)):
        if item.claim and item.weight:
            yield Evidence(item.claim, round(item.value * item.weight, 3))
    if reader.given_date is None and reader.date is not None and any("held" in item.name for item in best.evidence):
        yield Evidence(f"the date of the text is not given; estimated from the text: {reader.date}", 0.0)
    if former := reader.former_name(best.entity):
        yield Evidence(f"{best.entity.name} was called {former.name} until {former.end}", 0.0)
    if reading.settled_by >= 0:
        yield Evidence("another mention in this text settles who is meant", 0.0)


def wording(reader: Reader, reading: Reading, linked: Linked) -> str:
    """The name of an entity as it stands in place of a surface: in full, or the family name where only that was
    written.
    """
    entity, surface = _as_called(reader, linked.entity), reading.surface
    if linked.candidate.posting.channel in GLOSSES:
        if reader.text.startswith(f"({entity.name})", reading.end + 1):
            return _written_out(entity)
        return _with_country_kept(reader, reading, entity, _with_words_kept(reader, surface, entity.name))
    if entity.kind != "person" and linked.candidate.posting.channel in EAR:
        return _likest(surface, entity)
    if entity.kind != "person" or not entity.short or entity.short == entity.name:
        return entity.name
    if entity.origin in FAMILY_NAME_FIRST or entity.origin == "ja":
        return entity.name
    return entity.short if _is_family_name(reader, surface, entity) else entity.name


def _as_called(reader: Reader, entity: Entity) -> Entity:
    """The entity by the name that it had on the day of the text."""
    former = reader.former_name(entity)
    return replace(entity, name=former.name, short=former.name) if former else entity


def _likest(surface: str, entity: Entity) -> str:
    """The right name that a surface is spelt like; the name where it is no more like another."""
    squashed = squash(surface)
    names = spelt_names(entity.kind, entity.name, entity.short, entity.also)
    return max((entity.name, *names), key=lambda name: likeness(squashed, spellings_of(name)))


def _written_out(entity: Entity) -> str:
    """The longest right name of what is best known by its abbreviation, where brackets behind the surface give that."""
    return max(entity.right, key=len)


def _with_country_kept(reader: Reader, reading: Reading, entity: Entity, name: str) -> str:
    """The name, with the country that the surface begins with where it would not be said otherwise: the Philippine
    Department of Health is not just the Department of Health.
    """
    page, lexicon = reader.page, reader.page.gazetteer.lexicon
    said = page.gazetteer.facts(page.stems[reading.first]).countries & {*entity.country}
    if entity.kind not in ("organization", "office") or not said:
        return name
    parts = [word.text for word in words(name)]
    names_it = any(page.gazetteer.facts(lexicon.stem(fold(part))).countries for part in parts)
    is_plain = all(lexicon.is_ordinary(fold(part)) for part in parts) and len(parts) > 1
    if names_it or not is_plain:
        return name
    lead = page.text[reading.start : page.starts[reading.first + 1]] if reading.first < reading.last else ""
    return lead + name.removeprefix("the ").removeprefix("The ")


def _with_words_kept(reader: Reader, surface: str, name: str) -> str:
    """The name, with the ordinary words of the surface kept where only the rest of it is wrong: "new crown outbreak" is
    the COVID-19 outbreak, and no more a pandemic than it was.
    """
    parts = surface.split(" ")
    for cut in range(len(parts) - 1, 0, -1):
        for garbled, kept in ((parts[:cut], parts[cut:]), (parts[cut:], parts[:cut])):
            short = _gloss_within(reader, " ".join(garbled), name) if all(word.islower() for word in kept) else ""
            if short:
                return " ".join((short, *kept) if garbled == parts[:cut] else (*kept, short))
    return name


def _gloss_within(reader: Reader, surface: str, name: str) -> str:
    """The name of what a part of a surface is the gloss of, where a longer name begins with it; else nothing."""
    gazetteer = reader.page.gazetteer
    candidates = gazetteer.facts(gazetteer.key_of(surface)).garbled
    glossed = (c.entity.name for c in candidates if c.posting.channel in GLOSSES)
    return next((short for short in glossed if name.startswith(f"{short} ")), "")


def _is_family_name(reader: Reader, surface: str, entity: Entity) -> bool:
    """Whether the surface renders the family name of a foreigner, and not the whole name."""
    whole, last = reader.page.gazetteer.readings(entity)
    squashed = squash(surface)
    return likeness(squashed, (squash(entity.short), *last)) >= likeness(squashed, (squash(entity.name), *whole))
