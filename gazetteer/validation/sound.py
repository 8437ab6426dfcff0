"""Foreign names sound like their Chinese forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from gazetteer.entity import FAMILY_NAME_FIRST, Entity
from gazetteer.readings import likeliest
from gazetteer.renderings import Tools
from gazetteer.renderings.pinyin import name_parts
from gazetteer.renderings.sound import reading_skeletons, skeleton
from gazetteer.similarity import squash
from gazetteer.validation.finding import WARNING, Finding

LEAST_SOUND = 34.0
"""The ratio (rapidfuzz, 0 to 100) of consonant skeletons below which a foreign name and its Chinese form disagree."""

LEAST_LETTERS = 50.0
"""The same of all letters, which speaks for short names, whose few consonants say little."""


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
        syllables = likeliest(tools.syllables(part, False))
        letters = max([letters, *(fuzz.ratio("".join(syllables), name) for name in spelt)])
        for heard in reading_skeletons(syllables):
            consonants = max([consonants, *(fuzz.ratio(heard, name) for name in skeletons)])
    return consonants, letters
