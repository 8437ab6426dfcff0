"""What can be proved about curated entities: spelling, sound, dates, links, and agreement with public lists.

An error is a contradiction; a warning is something a person should look at once, and then mend or explain in the
entity's `note`; a note is worth knowing and asks for nothing. The check of a fact does not apply to an entity with a
note.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date as Date
from itertools import combinations, pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from gazetteer.entity import FAMILY_NAME_FIRST, Entity, Tenure
from gazetteer.pinyin_names import is_syllable
from gazetteer.readings import spellings
from gazetteer.renderings import Tools
from gazetteer.renderings.pinyin import has_chinese_surname, name_parts
from gazetteer.renderings.sound import reading_skeletons, skeleton
from gazetteer.similarity import likeness, squash

ERROR, WARNING, NOTE = "error", "warning", "note"
SEVERITIES = (ERROR, WARNING, NOTE)
"""The gravest first."""

FIRST_YEAR, LAST_YEAR = 1700, 2035
"""Years in which a tenure may lie."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LEAST_SOUND = 34.0
"""The ratio (rapidfuzz, 0 to 100) of consonant skeletons below which a foreign name and its Chinese form disagree."""
LEAST_LETTERS = 50.0
"""The same of all letters, which speaks for short names, whose few consonants say little."""
LEAST_LIKENESS = 0.5
"""The likeness below which two spellings of one name disagree."""
SURE_OVERLAP = 370
"""Days of overlap that no imprecise date explains: dates of the precision of a year may overlap by one."""
SINGLE = re.compile(r"(?:Acting )?(?:President|Prime Minister|Premier|Chancellor|King|Queen|Pope|Secretary-General|Director-General"
                    r"|Minister of (?:Foreign Affairs|Defen[cs]e|Finance)|Foreign Minister|Defen[cs]e Minister|Secretary of \w+)")  # fmt: skip
"""Offices that one person holds at a time."""
LISTED = ("person", "place", "organization")
"""Kinds of entity that public lists are believed to name as the press does."""
UNIONS = ("EU", "UN")
"""Codes in place of a country's whose offices people of every country hold."""
HAN = re.compile(r"[\u3400-\u9fff]")
HANGUL = re.compile(r"[\uac00-\ud7a3]+")


class Finding(NamedTuple):
    """One line of a validation: how grave, which entity, what is wrong, what to do."""

    severity: str
    where: str
    what: str
    todo: str

    def __str__(self) -> str:
        return f"{self.severity}: {self.where}: {self.what}; {self.todo}"


def validate(entities: Sequence[Entity], known: Iterable[Entity], tools: Tools) -> list[Finding]:
    """Check entities against each other and against those of public lists (`known`); the gravest first, then by place."""
    found = [*ids(entities), *links(entities), *dates(entities), *holders(entities)]
    found += [*countries(entities), *pinyin(entities, tools)]
    found += [
        *korean(entities, tools),
        *sound(entities, tools),
        *agreement(entities, known),
        *shared_forms(entities, tools),
    ]
    return sorted(found, key=lambda finding: (SEVERITIES.index(finding.severity), finding.where, finding.what))


def ids(entities: Iterable[Entity]) -> Iterator[Finding]:
    """No two entities have one id, and every id begins with the kind."""
    counts = Counter(entity.id for entity in entities)
    for entity_id, count in counts.items():
        if count > 1:
            yield Finding(ERROR, entity_id, f"{count} entities have this id", "rename all but one")
    for entity in entities:
        if entity.id.partition("/")[0] != entity.kind:
            yield Finding(ERROR, entity.id, f"the id does not begin with the kind {entity.kind}", "rename it")


def links(entities: Sequence[Entity]) -> Iterator[Finding]:
    """Offices and organisations that are named exist."""
    known = {entity.id: entity.kind for entity in entities}
    for entity in entities:
        for tenure in entity.held:
            if known.get(tenure.office) != "office":
                yield Finding(
                    ERROR, entity.id, f"held {tenure.office}, which is no office", "add the office or mend the id"
                )
        if entity.of and entity.of not in known:
            yield Finding(ERROR, entity.id, f"is of {entity.of}, which does not exist", "add it or mend the id")


def dates(entities: Iterable[Entity]) -> Iterator[Finding]:
    """Tenures begin before they end, in this age; and a thing with a year in its name is not younger than that."""
    for entity in entities:
        if entity.since and entity.since.year > LAST_YEAR:
            yield Finding(ERROR, entity.id, f"is known since {entity.since.year}", "mend the year, or leave it out")
        named = YEAR.search(entity.name) if entity.kind in ("event", "term") and not entity.note else None
        if entity.since and named and int(named[0]) < entity.since.year:
            yield Finding(WARNING, entity.id, f"{entity.name} is known since {entity.since.year}", "mend the year")
        for tenure in entity.held:
            if tenure.start and tenure.end and tenure.end < tenure.start:
                yield Finding(ERROR, entity.id, f"{tenure.office} ends before it begins", "mend the dates")
            for day in (tenure.start, tenure.end):
                if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
                    yield Finding(ERROR, entity.id, f"{tenure.office} has a date in {day.year}", "mend the date")


def holders(entities: Sequence[Entity]) -> Iterator[Finding]:
    """No office of one person has two holders on one day, unless the office or a holder has a note."""
    offices = {entity.id: entity for entity in entities if entity.kind == "office"}
    held: dict[str, list[tuple[Tenure, Entity]]] = defaultdict(list)
    for entity in entities:
        for tenure in entity.held:
            if tenure.start and not entity.note:
                held[tenure.office].append((tenure, entity))
    for office_id, tenures in sorted(held.items()):
        office = offices.get(office_id)
        if office is None or office.note or not SINGLE.fullmatch(office.name):
            continue
        ordered = sorted(tenures, key=lambda item: (item[0].start or Date.min, item[1].id))
        for (first, one), (second, other) in pairwise(ordered):
            overlap = _overlap(first, second)
            if overlap > SURE_OVERLAP and one.id != other.id:
                span = "since then" if not (first.end or second.end) else f"for {overlap} days"
                what = f"{one.name} and {other.name} both hold it on {second.start}, and {span}"
                yield Finding(ERROR, office_id, what, f"mend the dates of {one.id} or {other.id}, or say why in a note")


def _overlap(first: Tenure, second: Tenure) -> int:
    """The days that two tenures share, where the first begins before the second."""
    assert first.start and second.start
    last = min(first.end or Date.max, second.end or Date.max)
    return (last - second.start).days if last >= second.start else 0


def countries(entities: Sequence[Entity]) -> Iterator[Finding]:
    """The holder of a country's office is of that country, unless the office or the holder has a note."""
    offices = {entity.id: entity for entity in entities if entity.kind == "office"}
    for entity in entities:
        for tenure in entity.held:
            office = offices.get(tenure.office)
            if not (office and office.country and entity.country) or office.note or entity.note:
                continue
            own = {*office.country, office.id.partition("/")[2][:2].upper()}
            if own.isdisjoint((*entity.country, *UNIONS)):
                what = f"is of {', '.join(entity.country)}, but held {office.id} of {', '.join(office.country)}"
                yield Finding(WARNING, entity.id, what, "add the country, or say why in a note")


def pinyin(entities: Iterable[Entity], tools: Tools) -> Iterator[Finding]:
    """Every Chinese form can be read aloud."""
    for entity in entities:
        for form in entity.zh:
            readings = tools.syllables(form, has_chinese_surname(entity))
            if not readings or len(readings) != len(HAN.findall(form)):
                yield Finding(ERROR, entity.id, f"{form} has characters without a reading", "mend the Chinese form")
            elif not all(is_syllable(options[0]) for options in readings):
                yield Finding(
                    WARNING, entity.id, f"{form} is not read in syllables of Mandarin", "look at the Chinese form"
                )


def korean(entities: Iterable[Entity], tools: Tools) -> Iterator[Finding]:
    """The Korean reading of a Korean person's characters agrees with the Hangul."""
    for entity in entities:
        hangul = [form for form in entity.written.get("ko", ()) if HANGUL.fullmatch(form)]
        forms = [form for form in entity.zh if 2 <= len(form) <= 4 and "·" not in form]
        if entity.kind != "person" or entity.origin != "ko" or entity.note or not hangul or not forms:
            continue
        misses = min(_hangul_misses(form, spelt, tools) for form in forms for spelt in hangul)
        if misses:
            what = f"{', '.join(forms)} is not read {', '.join(hangul)} in Korean ({misses} syllables differ)"
            severity = ERROR if misses > 1 else WARNING
            yield Finding(
                severity, entity.id, what, "mend one of them, or say in a note that the characters are a guess"
            )


def _hangul_misses(form: str, hangul: str, tools: Tools) -> int:
    if len(form) != len(hangul):
        return abs(len(form) - len(hangul)) + 1
    return sum(
        _first_sound(syllable) not in map(_first_sound, tools.nations.of(character).ko)
        for character, syllable in zip(form, hangul, strict=True)
        if tools.nations.of(character).ko
    )


def _first_sound(syllable: str) -> str:
    """A syllable with ㄹ and ㄴ at its head as ㅇ: the North writes them, the South does not."""
    number = ord(syllable) - 0xAC00
    return chr(0xAC00 + 11 * 588 + number % 588) if number // 588 in (2, 5) else syllable


def sound(entities: Iterable[Entity], tools: Tools) -> Iterator[Finding]:
    """A foreign person's name and the sound of its Chinese form agree."""
    for entity in entities:
        if entity.kind != "person" or entity.origin in (*FAMILY_NAME_FIRST, "ja", "") or entity.note or not entity.zh:
            continue
        consonants, letters = (
            max(agreed) for agreed in zip(*(_sound_agreement(form, entity, tools) for form in entity.zh), strict=True)
        )
        if consonants < LEAST_SOUND and letters < LEAST_LETTERS:
            what = f"{entity.name} and {entity.zh[0]} do not sound alike ({max(consonants, letters):.0f} of 100)"
            yield Finding(WARNING, entity.id, what, "mend one of them, or say why in a note")


def _sound_agreement(form: str, entity: Entity, tools: Tools) -> tuple[float, float]:
    """How far the consonants and how far the letters of the Chinese form's pinyin agree with the name (0 to 100)."""
    names = {word for name in entity.right for word in (name, *name.split())}
    skeletons, spelt = {skeleton(name) for name in names}, {squash(name) for name in names}
    consonants = letters = 0.0
    for part in name_parts(form):
        syllables = spellings(tools.syllables(part, False), 1)[0]
        letters = max([letters, *(fuzz.ratio("".join(syllables), name) for name in spelt)])
        for heard in reading_skeletons(syllables):
            consonants = max([consonants, *(fuzz.ratio(heard, name) for name in skeletons)])
    return consonants, letters


def agreement(entities: Sequence[Entity], known: Iterable[Entity]) -> Iterator[Finding]:
    """Public lists that know the Chinese form of a person, a place or a body give it the same name.

    A list's entity of another country, or with the name of another entity of ours, is another thing with the same form.
    """
    ours = {squash(name) for entity in entities for name in entity.right}
    names: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in known:
        if entity.kind in LISTED:
            for form in entity.zh:
                names[entity.kind, form].append(entity)
    for entity in entities:
        others = [
            other
            for form in entity.zh
            for other in names.get((entity.kind, form), ())
            if not _another_thing(entity, other, ours)
        ]
        if entity.note or not others:
            continue
        own = tuple(map(squash, entity.right))
        if all(likeness(squash(name), own) < LEAST_LIKENESS for other in others for name in other.right):
            listed = ", ".join(sorted({f"{other.name} ({other.source})" for other in others})[:3])
            what = f"{entity.zh[0]} is {entity.name} here and {listed} elsewhere"
            yield Finding(WARNING, entity.id, what, "mend one of them, or say why in a note")


def _another_thing(entity: Entity, other: Entity, ours: Container[str]) -> bool:
    """Whether a list's entity with the same Chinese form is surely not this one."""
    if entity.country and other.country and not set(entity.country) & set(other.country):
        return True
    own = set(map(squash, entity.right))
    return any(squash(name) in ours and squash(name) not in own for name in other.right)


def shared_forms(entities: Iterable[Entity], tools: Tools) -> Iterator[Finding]:
    """Pairs of people whose plainest wrong form is one: a warning where nothing but their names tells them apart."""
    by_reading: dict[str, set[tuple[str, str]]] = defaultdict(set)
    known = {entity.id: entity for entity in entities if entity.kind == "person" and entity.origin != "zh"}
    for entity in known.values():
        for form in entity.zh:
            spelt = spellings(tools.syllables(name_parts(form)[0], has_chinese_surname(entity)), 1)[0]
            if len(spelt) > 1:
                by_reading["".join(spelt)].add((entity.id, form))
    for reading, holders_of in sorted(by_reading.items()):
        for (first, form), (second, its_form) in combinations(sorted(holders_of), 2):
            if first == second:
                continue
            one, other = known[first], known[second]
            what = f"{form} and {its_form} ({second}) are both read {reading}"
            apart = _told_apart(one, other)
            todo = f"nothing: {apart} them apart" if apart else "say in a note who is meant where, or drop one of them"
            severity = NOTE if apart or one.note or other.note else WARNING
            yield Finding(severity, first, what, todo)


def _told_apart(one: Entity, other: Entity) -> str:
    """What a sentence may say of one that it does not say of the other, as the subject of "them apart"; or nothing."""
    if one.country and other.country and not set(one.country) & set(other.country):
        return "countries tell"
    offices = [{tenure.office for tenure in entity.held} for entity in (one, other)]
    roles = [{*entity.roles, *held} for entity, held in zip((one, other), offices, strict=True)]
    return "offices or roles tell" if all(roles) and not roles[0] & roles[1] else ""
