"""Whether a surface can be a name that was spelt by ear: it is no word made of the right name, and no part of something
else.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from gazetteer.claims.hearing import weakest_part
from gazetteer.endings import place_words
from gazetteer.entity import Entity
from gazetteer.keys import fold, words
from gazetteer.pinyin_names import syllables_in
from gazetteer.similarity import spellings_of, squash
from normalizers.fitting.first_names import is_of_a_person, is_of_somebody_else
from normalizers.page import HYPHENS, Page
from normalizers.phrasing import is_made_up
from normalizers.tables import words_of

ADDED = frozenset("s es a an ans n ns ian ians ish ist ists ite ites er ers ese y ism".split())
"""What English adds to a name: for several of them, for people of a place, for what is like them."""
OF_MEN = ("ov", "ev", "in")
"""Endings of Slavic family names to which those of women add an "a"."""
PARTICLES = frozenset("Van Von De Del Della Der Di Du La Le Mac Mc St Saint Ibn Bin Abu".split())
"""Words before the family name of a person, or of a saint, that belong to it."""


def may_be_by_ear(page: Page, first: int, last: int, entity: Entity) -> bool:
    """Whether a surface can be another spelling of the name of an entity."""
    if page.gaps[last + 1] in HYPHENS and last + 1 < len(page.texts) and not page.texts[last + 1].islower():
        return False  # the first half of a double name, of "Italo-American" or of "Mirko-24"
    if first == last and not page.is_capitalised[first] and is_made_up(page.folded[first], page.gazetteer.lexicon):
        return False
    if is_made_of(squash(page.text[slice(*page.span(first, last))]), entity):
        return False
    if entity.kind != "person":
        if _is_part_of(page.folded[first : last + 1], entity):
            return False
        is_persons = is_of_a_person(page, first, last, entity) or _follows_honorific(page, first)
        return not is_persons and not (entity.kind == "place" and _follows_particle(page, first))
    if is_abbreviation(page, first, last) or is_of_somebody_else(page, first, last, entity):
        return False
    return first == last or _sounds_so_throughout(page.folded[first : last + 1], entity)


def _is_part_of(spelt: Sequence[str], entity: Entity) -> bool:
    """Whether all of some folded words stand in a right name as they are: such a part is not misspelt."""
    return any({*spelt} <= {fold(word.text) for word in words(form)} for form in entity.right)


def is_made_of(squashed: str, entity: Entity) -> bool:
    """Whether folded letters are a right name with an English ending ("Coolidges", "Louisianan"), without the word for
    what sort of place it is ("Willamette"), or without the ending of a woman's family name ("Sharapov").
    """
    names = frozenset().union(*map(spellings_of, (*entity.right, entity.family_name)))
    if any(squashed.startswith(name) and squashed[len(name) :] in ADDED for name in names):
        return True
    if entity.kind == "person" and squashed.endswith(OF_MEN) and f"{squashed}a" in names:
        return True
    return entity.kind == "place" and any(
        name[len(squashed) :] in place_words() for name in names if name.startswith(squashed)
    )


def _sounds_so_throughout(spelt: Sequence[str], person: Entity) -> bool:
    """Whether each of several folded words is somewhat like its counterpart in a name, or all are the family name in
    pieces ("Wright Hizer"): Paul Eluard is no Luke Pollard. Of what is spelt like pinyin nothing can be said.
    """
    if any(map(syllables_in, spelt)) and spelt[0] not in words_of("first_names"):
        return True
    if fuzz.ratio("".join(spelt), squash(person.family_name)) >= IN_PIECES:
        return True
    return weakest_part(spelt, person.right) >= HALF


IN_PIECES = 82
"""The likeness (rapidfuzz, 0 to 100) from which several words may be one name in pieces."""
HALF = 0.5
"""The likeness (0 to 1) of a word to its counterpart in a name below which it is another word."""


def is_abbreviation(page: Page, first: int, last: int) -> bool:
    """Whether a surface is written in capitals in a line that is not, or is made of initials."""
    written = page.texts[first : last + 1]
    if all(len(word) == 1 for word in written):
        return True
    if not all(map(str.isupper, written)):
        return False
    start, end = page.span(first, last)
    line = page.text[page.text.rfind("\n", 0, start) + 1 : start] + page.text[end:].partition("\n")[0]
    return any(map(str.islower, line))


def _follows_honorific(page: Page, first: int) -> bool:
    """Whether "Mr" or the like stands directly before a surface, or before the first name in front of it."""
    before = page.texts[max(0, first - 2) : first]
    return bool(before) and (before[-1] in HONORIFICS or (before[0] in HONORIFICS and page.is_capitalised[first - 1]))


HONORIFICS = frozenset("Mr Mrs Ms Miss Dr Sir Lady Herr Frau Madame Monsieur Señor".split())
"""What people are called, and places and bodies are not."""


def _follows_particle(page: Page, first: int) -> bool:
    """Whether a particle of a person's name stands directly before a surface: "Norm Van Brocklin"."""
    return first > 0 and page.texts[first - 1] in PARTICLES and page.gaps[first] in (" ", ". ")
