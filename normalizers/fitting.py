"""Whether a surface may be the garbled form of a name, by how it is written and by the words beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gazetteer.entity import Entity
from gazetteer.evidence import Candidate
from gazetteer.forms import SHORT_FOR, Form
from gazetteer.keys import FUNCTION_WORDS
from gazetteer.manner import EAR, GLOSSES, MEANING, NAMED, PINYIN, SLIP
from gazetteer.renderings.pinyin import has_chinese_surname
from gazetteer.similarity import squash
from normalizers.by_ear import is_abbreviation, may_be_by_ear
from normalizers.context import own_traits
from normalizers.context.surroundings import TURNING
from normalizers.page import HYPHENS, Mention, Page, is_right
from normalizers.phrasing import (
    bodies_of,
    describes,
    goes_on_with_its_subject,
    governs_what_follows,
    is_bill_of,
    is_day_of_month,
    is_explained,
    is_listed,
    is_one_of_many,
    is_part_of_title,
    is_place_of_its_sort,
    is_second_half,
    is_verb,
    qualifies_what_follows,
    speaks_of_many,
    takes_a_family_name,
)

NUMBERS = frozenset("one two three four five six seven eight nine ten hundred thousand million".split())
"""Words of which a phrase says how many, and no name."""


def fitting_mention(page: Page, mention: Mention) -> list[Candidate]:
    """Those of a mention's candidates that its surface fits, worked out once."""
    found: list[Candidate] | None = page.remembered.get(mention)
    if found is None:
        found = page.remembered[mention] = fitting(page, mention.first, mention.last, mention.facts.garbled)
    return found


def fitting(page: Page, first: int, last: int, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those of the candidates as whose rendering the surface is written, and whose right name it is neither in part nor
    with more words.
    """
    found: list[Candidate] = []
    wording: Wording | None = None
    is_gloss: bool | None = None
    is_spelt: bool | None = None
    for candidate in candidates:
        if candidate.posting.channel in GLOSSES:
            if is_gloss is None:
                wording = _wording(page, first, last)
                is_gloss = wording is not None
            if wording is not None and _fits_gloss(page, first, last, wording, candidate):
                found.append(candidate)
        else:
            if is_spelt is None:
                is_spelt = _is_spelt(page, first, last)
            if is_spelt and _fits_reading(page, first, last, candidate):
                found.append(candidate)
    return [] if found and is_listed(page, first, last) else found


def _is_spelt(page: Page, first: int, last: int) -> bool:
    """Whether a surface may be a name in letters that somebody has spelt, and no words."""
    folded = page.folded[first : last + 1]
    if folded != page.stems[first : last + 1] or not any(map(str.isalpha, folded)):
        return False
    if not FUNCTION_WORDS.isdisjoint(page.texts[first : last + 1]) or takes_a_family_name(page, first, last):
        return False
    return page.is_capitalised[first] or not any(map(page.gazetteer.lexicon.is_ordinary, folded))


def _fits_reading(page: Page, first: int, last: int, candidate: Candidate) -> bool:
    """Whether a surface that is spelt may be such a rendering."""
    posting, entity = candidate.posting, candidate.entity
    if posting.channel in EAR and not may_be_by_ear(page, first, last, entity):
        return False
    if entity.kind == "person" and is_abbreviation(page, first, last):
        return False
    if first and page.gaps[first] in HYPHENS and page.is_capitalised[first - 1]:
        return False  # the second half of a given name, as in "Hua-lian"
    if entity.kind in ("term", "work") and is_explained(page, last):
        return False
    if posting.channel == SLIP:
        return entity.kind == "person" and not _is_right_as_written(page, first, last)
    is_other_reading = posting.cost and posting.channel == PINYIN
    return not is_other_reading or entity.kind != "person" or (first < last and has_chinese_surname(entity))


def _is_right_here(page: Page, first: int, last: int) -> bool:
    """Whether a surface is, in whatever letters, the right name of something of a country that the text names, or of
    none; the country may stand before it ("South Korea's Constitutional Court").
    """
    begin = next((at for at in range(first, last) if not page.is_of_country(at)), first)
    return any(
        not entity.country or not page.document_countries.isdisjoint(entity.country)
        for at in {first, begin}
        for mention in page.mentions_at(at)
        if mention.last == last
        for entity in mention.facts.right
    )


def _is_right_as_written(page: Page, first: int, last: int) -> bool:
    """Whether a surface is, letter by letter, the right name of something."""
    return any(mention.last == last and is_right(mention) for mention in page.mentions_at(first))


class Wording(NamedTuple):
    """A run of words as it is compared with the names of which it may be a gloss.

    `stems` are those of its content words, `run` the same written together, `said` with countries for their names,
    `plain` with them and without abbreviations; `letters` are all of its letters, with and without its article.
    `is_turned`: it has a word that stands between the parts of a turned name; `may_be_turned`: English says it in
    another order as well. `is_capitalised`: every word is. `within` are the right names in it beside which the rest is
    in lower case, each between spaces; `bodies` those of organisations of which it would be a part; `traits` those that
    it has by itself.
    """

    stems: frozenset[str]
    run: str
    said: frozenset[str]
    plain: frozenset[str]
    letters: frozenset[str]
    is_turned: bool
    may_be_turned: bool
    is_capitalised: bool
    within: tuple[str, ...]
    bodies: tuple[str, ...]
    traits: frozenset[str]


def _wording(page: Page, first: int, last: int) -> Wording | None:
    """A run of words as a gloss; None where it is none: where it has only countries and numbers, or is right."""
    inside = range(first, last + 1)
    texts, folded = page.texts[first : last + 1], page.folded
    content = [at for at, text in zip(inside, texts, strict=True) if text not in FUNCTION_WORDS]
    of_country = list(map(page.is_of_country, inside))
    if all(of_country[at - first] or folded[at] in NUMBERS or folded[at].isdecimal() for at in content):
        return None
    if governs_what_follows(page, last) or is_verb(page, first) or is_day_of_month(page, first):
        return None
    if is_second_half(page, first):
        return None
    if not any(map(str.isalpha, folded[first : last + 1])) or _is_right_here(page, first, last):
        return None
    if first == last and not page.gazetteer.lexicon.zipf(folded[first]):
        return None
    kept = [page.stems[at] for at in content]
    stems, is_turned = frozenset(kept), not TURNING.isdisjoint(texts)
    letters = squash(page.text[slice(*page.span(first, last))])
    return Wording(
        stems,
        "".join(kept),
        page.gazetteer.forms.with_countries(stems),
        page.gazetteer.forms.plain(stems),
        frozenset((letters, letters.removeprefix("the"))),
        is_turned,
        is_turned or any(of_country),
        all(page.is_capitalised[first : last + 1]),
        tuple(_names_within(page, first, last)),
        tuple(bodies_of(page, first, last)),
        own_traits(page, first, last),
    )


def _names_within(page: Page, first: int, last: int) -> Iterator[str]:
    """The right names of what is no place and no person in a run of words with no other capitals: "outbreak of
    COVID-19".
    """
    for at in range(first, last + 1):
        for mention in page.mentions_at(at):
            if mention.last > last or (mention.first, mention.last) == (first, last) or not is_right(mention):
                continue
            if any(known.kind in ("place", "person") for known in mention.facts.right):
                continue
            if not any(page.is_capitalised[first : mention.first] + page.is_capitalised[mention.last + 1 : last + 1]):
                yield f" {mention.surface} "


def _fits_gloss(page: Page, first: int, last: int, wording: Wording, candidate: Candidate) -> bool:
    """Whether a gloss of a name says something else than the name: neither all of its words, nor a piece of it, nor a
    right name that the name holds, with ordinary words.
    """
    entity, posting = candidate.entity, candidate.posting
    if posting.turned and posting.channel != MEANING and not wording.is_turned:
        return False
    if _says_the_name(page, first, last, wording, entity):
        return False
    if entity.kind in NAMED and describes(page, first, last, entity):
        return False
    if entity.kind in NAMED and any(not any(body in form for form in entity.right) for body in wording.bodies):
        return False
    if entity.kind != "place" and is_place_of_its_sort(page, first, last):
        return False
    if entity.kind == "work" and is_part_of_title(page, first, last):
        return False
    if entity.kind == "term" and qualifies_what_follows(page, last, entity.right):
        return False
    if entity.kind == "term" and is_bill_of(page, first, last, entity.right):
        return False
    if entity.kind in ("organization", "office") and (
        speaks_of_many(page, first, last, entity.right)
        or goes_on_with_its_subject(page, last, entity.right)
        or is_one_of_many(page, first, last)
    ):
        return False
    if entity.kind in ("person", "place", "office"):
        return wording.is_capitalised
    return not any(name in f" {form} " for name in wording.within for form in entity.right)


def _is_another_style(page: Page, first: int, last: int, form: Form) -> bool:
    """Whether a surface that says what the name of a body does only shortens its last word ("Deposit Insurance Corp"),
    or has first what the name of such a body has behind "of" ("Melbourne University", "Belgian National Bank").
    """
    if page.stems[last] in SHORT_FOR:
        return True
    return form.is_turned and page.folded[last] in OF_PLACES and not form.key.startswith(page.stems[first])


OF_PLACES = frozenset("bank university college institute exchange academy museum library hospital".split())
"""Last words of names that English turns at will: "University of Melbourne"."""


def _says_the_name(page: Page, first: int, last: int, wording: Wording, entity: Entity) -> bool:
    """Whether a run of words says a right name of an entity in other words, in part, or with more words."""
    stems, run, said, is_quoted = wording.stems, wording.run, wording.said, "quoted" in wording.traits
    if not wording.letters.isdisjoint(page.gazetteer.forms.letters(entity.right)):
        return True
    is_named = entity.kind in NAMED and "all capitals" in wording.traits
    for form in page.gazetteer.forms.of(entity.right):
        if stems == form.stems and (run == form.key or wording.may_be_turned or entity.kind == "office"):
            return True
        if said != stems and said == form.said:
            return True
        if entity.kind == "organization" and wording.plain == form.plain and _is_another_style(page, first, last, form):
            return True
        if stems < form.stems and run in form.key:
            return True
        if form.stems and form.stems <= stems and not is_quoted and not (is_named and form.key not in run):
            return True
        if entity.kind in ("term", "event") and not is_quoted and _is_loosely_right(stems, form.stems):
            return True
    return False


def _is_loosely_right(stems: frozenset[str], form: frozenset[str]) -> bool:
    """Whether words say what a right name does with other endings and more words ("democratical orders" for democracy),
    or two of its three words.
    """
    if len(stems) == len(form) - 1 == SHORTENED and stems < form:
        return True
    roots = {stem[:ROOT] for stem in stems}
    return len(form) < len(stems) and all(len(stem) >= ROOT and stem[:ROOT] in roots for stem in form)


SHORTENED = 2
"""Words that are left of a name of one word more, which still is that name."""
ROOT = 7
"""Letters in which the stems of two words of one family agree."""
