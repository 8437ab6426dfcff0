"""A family name alone, in pinyin, after the full name has been put right.

What it does
    Follows a person through the text: where the full name was garbled (or stands right), the pinyin of the family name
    alone is the same person's family name.

Why it matters
    "Lee Soo-hyuck ... Li further explained" makes two people of one.

Example
    Foreign Minister Kang Jinghe spoke first. Jiang left early. -> Kang left early.

When it is wrong
    Another person of that Chinese family name may be meant; where the text names one, nothing is changed.

Fix
    likely: as sure as the full name that comes before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache, partial

from gazetteer.entity import FAMILY_NAME_FIRST, Entity
from gazetteer.pinyin_names import divide
from gazetteer.similarity import squash
from normalizers.finding import EntityReference, Evidence, Rule
from normalizers.naming import Reading
from normalizers.page import is_right
from normalizers.proposal import Proposal
from normalizers.reader import FOLLOWED, Reader

RULE = Rule("ZM106", "following-surname", "accuracy/mistranslation/named-entity", "major")

FAMILY_CHARACTERS = 2
"""Characters of a Japanese family name: nine in ten have two."""
TITLES = frozenset({"Minister", "President", "Ambassador", "Premier", "Chancellor", "General", "But", "And", "Yet"})
"""Capitalised words that may stand before a family name alone. "Mr" and "Mrs" may not: they may speak of anybody's
husband or wife.
"""
WORDS = frozenset({"He", "She", "You", "We", "An", "So", "Her"})
"""Words of English that are spelt like a family name, and stand with a capital wherever a sentence begins."""
OWN_DOUBT = 0.97
"""What following a name costs in confidence, for the chance that somebody else of the name is meant."""


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each family name that stands alone after its bearer's garbled full name."""
    people = [reading for reading in reader.names if _is_followed(reading)]
    if not people:
        return
    taken = {
        at
        for surface in reader.surfaces
        for at in range(surface.first, surface.last + 1)
        if surface.last > surface.first
    }
    bearers = _bearers(reader, people)
    is_another = lru_cache(maxsize=1024)(partial(_is_another, reader))
    for at, word in enumerate(reader.page.texts):
        if at in taken or not word[0].isupper() or word in WORDS or not _stands_alone(reader, at):
            continue
        of_name = bearers.get(squash(word), ())
        before = bisect_left(of_name, at, key=lambda bearer: bearer[0])
        if before and not is_another(word, of_name[before - 1][2]):
            yield _proposal(reader, at, people[of_name[before - 1][1]])


Bearer = tuple[int, int, frozenset[str]]
"""The last word of a full name, and of those so far: the number of the latest, and their keys."""


def _bearers(reader: Reader, people: list[Reading]) -> dict[str, list[Bearer]]:
    """For each family name its bearers, by where their full names end."""
    borne = {reading.best.entity.id: reading.best.entity for reading in people}
    names = {entity_id: surnames(reader, entity) for entity_id, entity in borne.items()}
    found: dict[str, list[Bearer]] = defaultdict(list)
    for number, reading in sorted(enumerate(people), key=lambda item: item[1].last):
        for surname in names[reading.best.entity.id]:
            _, latest, keys = found[surname][-1] if found[surname] else (0, 0, frozenset())
            found[surname].append((reading.last, max(latest, number), keys | {reading.key}))
    return found


def _is_another(reader: Reader, word: str, keys: frozenset[str]) -> bool:
    """Whether a family name may be that of somebody else than those whose full names have the keys."""
    return _names_another(reader, word) or _shared(reader, word, keys)


def _is_followed(reading: Reading) -> bool:
    best = reading.best
    followed = best.entity.origin in FAMILY_NAME_FIRST or best.entity.origin == "ja"
    return best.entity.kind == "person" and followed and best.probability >= FOLLOWED


def surnames(reader: Reader, entity: Entity) -> frozenset[str]:
    """The squashed pinyin of the family name in each Chinese form of a person's name; of a Japanese name, of its first
    characters.
    """
    found = set()
    for written, form in enumerate(entity.zh):
        parts = reader.page.gazetteer.pinyin(entity, written).split()
        if len(parts) > 1:
            found.add(squash(parts[0]))
        elif entity.origin == "ja" and len(form) > 2:
            found.add("".join(divide(squash("".join(parts)), len(form))[:FAMILY_CHARACTERS]))
    right = {squash(form.split()[0]) for form in entity.right}
    return frozenset(found - {""} - right - {squash(entity.short)})


def _stands_alone(reader: Reader, at: int) -> bool:
    """Whether no capitalised word stands directly beside a word, save one that begins the sentence or is a title."""
    words, gaps = reader.page.texts, reader.page.gaps
    if at + 1 < len(words) and words[at + 1][0].isupper() and gaps[at + 1] in (" ", "-"):
        return False
    if at == 0 or gaps[at] not in (" ", "-"):
        return True
    before = words[at - 1]
    return not before[0].isupper() or before in TITLES


def _names_another(reader: Reader, surname: str) -> bool:
    """Whether the text rightly names somebody whose family name the word is."""
    return any(
        mention.last > mention.first and mention.surface.split()[0] == surname and is_right(mention)
        for mention in reader.page.right_mentions
        if any(entity.kind == "person" for entity in mention.facts.right)
    )


def _shared(reader: Reader, surname: str, keys: frozenset[str]) -> bool:
    """Whether somebody else in the text has a name that begins with the word."""
    page, own = reader.page, {reading.first for reading in reader.names if reading.key in keys}
    return any(
        word.text == surname
        and at not in own
        and page.is_capitalised[at + 1]
        and reader.text[word.end : page.words[at + 1].start] == " "
        for at, word in enumerate(page.words[:-1])
    )


def _proposal(reader: Reader, at: int, bearer: Reading) -> Proposal:
    entity, word = bearer.best.entity, reader.page.words[at]
    claim = f"“{bearer.surface}” before it is {entity.name}, whose family name is read “{word.text}” in Mandarin"
    return Proposal(
        RULE,
        word.start,
        word.end,
        entity.short,
        bearer.best.probability * OWN_DOUBT,
        (Evidence(claim, 0.0),),
        EntityReference(entity.id, entity.name, entity.kind),
    )
