"""Whose family name a word is in a text: the first names that stand before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from gazetteer.entity import FAMILY_NAME_FIRST, Entity
from gazetteer.keys import fold, words
from gazetteer.pinyin_names import syllables_in
from normalizers.context.neighbours import TITLES
from normalizers.page import Page
from normalizers.tables import words_of

ALIKE = 60
"""The likeness (rapidfuzz, 0 to 100) from which a first name may be another spelling of one."""
INITIAL = (" ", ". ")
"""What stands between an initial and a family name."""


def is_of_somebody_else(page: Page, first: int, last: int, person: Entity) -> bool:
    """Whether the last word of a surface is, somewhere in the text, the family name of somebody whose first name is not
    the person's: "Rilwanu Lukman" and later "Lukman" are no Ademola Lookman.

    Says nothing of people whose family name comes first, nor where what stands before it is spelt like pinyin and no
    common first name: that may be his own, read aloud.
    """
    given = _given_names(person)
    before = _first_names(page, page.folded[last]) if given else ()
    others = [name for name in before if name not in page.folded[first : last + 1]]
    return bool(others) and not any(_may_be(name, given) for name in others)


def is_of_a_person(page: Page, first: int, last: int, entity: Entity) -> bool:
    """Whether a word is, somewhere in the text, the family name of somebody with a common first name that is no word of
    an entity's names: behind "Roger Torvalt", "Torvalt" is no place and no firm.
    """
    before = _first_names(page, page.folded[last]) if first == last else ()
    named = [name for name in before if name in words_of("first_names")]
    return bool(named) and not any(name in _folded(form) for name in named for form in entity.right)


def _given_names(person: Entity) -> frozenset[str]:
    """The words of somebody's names that are no family name, folded; initials only where there is nothing else."""
    if person.origin in FAMILY_NAME_FIRST:
        return frozenset()
    family = set(_folded(person.family_name))
    given = frozenset(word for form in person.right for word in _folded(form) if word not in family)
    return frozenset(word for word in given if len(word) > 1) or given


def _folded(name: str) -> Iterator[str]:
    return (fold(word.text) for word in words(name))


def _may_be(name: str, given: Iterable[str]) -> bool:
    """Whether a first name, or an initial, may be one of somebody's."""
    if len(name) == 1:
        return any(other.startswith(name) for other in given)
    return any(other.startswith(name) or name.startswith(other) or fuzz.ratio(name, other) >= ALIKE for other in given)


def _first_names(page: Page, family_name: str) -> tuple[str, ...]:
    """The first names and initials that stand before a family name in a text, folded; found once."""
    found: tuple[str, ...] | None = page.remembered.get((_first_names, family_name))
    if found is None:
        mentions = (at for at in page.capitals if at and page.folded[at] == family_name)
        before = (page.folded[at - 1] for at in mentions if _is_first_name(page, at - 1))
        found = page.remembered[_first_names, family_name] = tuple(dict.fromkeys(before))
    return found


def _is_first_name(page: Page, at: int) -> bool:
    """Whether word `at` is a first name, or an initial, of whoever the next word names."""
    word, gap = page.texts[at], page.gaps[at + 1]
    if len(word) == 1:
        return word.isupper() and gap in INITIAL
    folded = page.folded[at]
    if gap != " " or not word.istitle() or not word.isalpha() or folded in TITLES:
        return False
    if folded in words_of("first_names"):
        return True
    return not syllables_in(folded) and not (
        page.gazetteer.lexicon.is_ordinary(folded) or page.is_of_country(at) or page.is_of_place(at)
    )
