"""Foreign names of one word that are written in two or three, as Chinese names are: "Zu Ma"."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.entity import Entity
from gazetteer.evidence import Candidate
from gazetteer.manner import PINYIN, SPELLING
from gazetteer.pinyin_names import syllables_in
from gazetteer.posting import Posting
from gazetteer.similarity import squash
from normalizers.page import Mention, Page, is_right
from normalizers.surfaces.surface import Surface

IN_SYLLABLES = frozenset({"CN", "HK", "JP", "KP", "KR", "MM", "MN", "MO", "MY", "SG", "TW", "VN"})
"""Countries with names in several syllables, which are written together by some and apart by others."""
ALIKE = 0.99
"""The likeness of a name to itself in pieces."""


def find(page: Page) -> Iterator[Surface]:
    """Names but for their spaces, each word with a capital, one of them spelt like pinyin and no English."""
    for mention in page.mentions:
        if mention.first == mention.last or not mention.facts.right or not _is_in_pieces(page, mention):
            continue
        letters = "".join(page.folded[mention.first : mention.last + 1])
        candidates = [
            _candidate(page, entity, letters)
            for entity in mention.facts.right
            if entity.kind in ("person", "place") and _has_word(entity, letters)
        ]
        if candidates:
            yield Surface(mention.first, mention.last, candidates)


def _is_in_pieces(page: Page, mention: Mention) -> bool:
    at = range(mention.first, mention.last + 1)
    if is_right(mention) or any(page.gaps[word] != " " for word in at[1:]) or page.cuts_a_name(at[0], at[-1]):
        return False
    is_written_so = all(page.is_capitalised[word] and not page.texts[word].isupper() for word in at)
    return is_written_so and any(
        syllables_in(page.folded[word]) and not page.gazetteer.lexicon.is_ordinary(page.folded[word]) for word in at
    )


def _has_word(entity: Entity, letters: str) -> bool:
    """Whether an entity of a country where names are not written in syllables has a name of one word."""
    if not entity.country or not IN_SYLLABLES.isdisjoint(entity.country):
        return False
    return any(form.isalpha() and squash(form) == letters for form in (entity.name, entity.short, *entity.also))


def _candidate(page: Page, entity: Entity, letters: str) -> Candidate:
    """An entity as read aloud from its Chinese name where that has these letters, else as spelt by ear."""
    readings = page.gazetteer.readings(entity)
    if letters in readings.whole or letters in readings.family:
        return Candidate(entity, Posting(0, PINYIN))
    return Candidate(entity, Posting(0, SPELLING), ALIKE)
