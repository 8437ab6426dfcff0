"""Surfaces that the index has as a key: renderings of a name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from gazetteer.entity import Entity
from gazetteer.facts import KeyFacts
from gazetteer.manner import GLOSSES
from gazetteer.pinyin_names import is_chinese_name
from gazetteer.similarity import squash
from normalizers.fitting import fitting_mention
from normalizers.page import Page
from normalizers.surfaces.surface import Surface


def find(page: Page) -> Iterator[Surface]:
    """The mentions of a page that are renderings of names, and no right names of the same."""
    for mention in page.mentions:
        if not mention.facts.garbled or page.cuts_a_name(mention.first, mention.last):
            continue
        found = fitting_mention(page, mention)
        if not found:
            continue
        if any(c.posting.channel not in GLOSSES for c in found):
            is_given = is_given_name(page, mention.first, mention.last)
            found = [c for c in found if c.posting.channel in GLOSSES] if is_given else found
        letters = squash(mention.surface)
        candidates = [
            c
            for c in found
            if letters not in page.gazetteer.forms.letters(c.entity.right) and not _is_among(c.entity, mention.facts)
        ]
        if candidates:
            yield Surface(mention.first, mention.last, candidates)


def _is_among(entity: Entity, facts: KeyFacts) -> bool:
    """Whether an entity is one that a right name names, or has one Chinese name with one of these in one country: the
    right name of one is that of both.
    """
    if not facts.right:
        return False
    ids, pairs = _known(facts)
    return entity.id in ids or any((country, form) in pairs for country in entity.country for form in entity.zh)


@lru_cache(maxsize=1 << 12)
def _known(facts: KeyFacts) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """The ids of what a right name names, and the countries and Chinese names of it."""
    pairs = ((country, form) for entity in facts.right for country in entity.country for form in entity.zh)
    return frozenset(entity.id for entity in facts.right), frozenset(pairs)


def is_given_name(page: Page, first: int, last: int) -> bool:
    """Whether the word before a surface is a Chinese family name whose given name the surface is, as in "Hu Qiaoli"."""
    if first == 0 or not page.is_capitalised[first - 1] or page.gaps[first] != " ":
        return False
    return is_chinese_name(page.text[page.starts[first - 1] : page.ends[last]])
