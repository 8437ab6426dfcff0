"""A run of words as it is compared with the names of which it may be a gloss."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gazetteer.keys import FUNCTION_WORDS
from gazetteer.similarity import squash
from normalizers.context import is_next_initial, own_traits
from normalizers.context.surroundings import TURNING
from normalizers.page import Page, is_right
from normalizers.phrasing import (
    UNTITLED,
    bodies_of,
    governs_what_follows,
    is_day_of_month,
    is_quoted_word,
    is_second_half,
    is_verb,
)

TURNED = TURNING | {"from", "without"}
"""Words that stand between the parts of a turned name ("Doctors Without Frontiers")."""
NUMBERS = frozenset("one two three four five six seven eight nine ten hundred thousand million".split())
"""Words of which a phrase says how many, and no name."""


class Wording(NamedTuple):
    """A run of words as it is compared with the names of which it may be a gloss.

    `stems` are those of its content words, `run` the same written together, `said` with countries for their names,
    `plain` with them and without abbreviations; `letters` are all of its letters, with and without its article.
    `is_turned`: it has a word that stands between the parts of a turned name; `may_be_turned`: English says it in
    another order as well, as it does of a country ("Russian"), save where its name comes last ("Today Russia").
    `is_capitalised`: every word is. `within` are the right names in it beside which the rest is in lower case, each
    between spaces; `bodies` those of organisations of which it would be a part; `traits` those that it has by itself.
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


def wording_of(page: Page, first: int, last: int) -> Wording | None:
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
    kept = _stems_of(page, content)
    stems, is_turned = frozenset(kept), any(_turns(page, at) for at in inside)
    letters = squash(page.text[slice(*page.span(first, last))])
    return Wording(
        stems,
        "".join(kept),
        page.gazetteer.forms.with_countries(stems),
        page.gazetteer.forms.plain(stems),
        frozenset((letters, letters.removeprefix("the"))),
        is_turned,
        is_turned or any(of_country[:-1]) or (of_country[-1] and not _is_name_of_country(page, last)),
        all(page.is_capitalised[first : last + 1]),
        tuple(_names_within(page, first, last)),
        tuple(bodies_of(page, first, last)),
        own_traits(page, first, last),
    )


def _is_name_of_country(page: Page, at: int) -> bool:
    """Whether a word is of the name of a country, and no word for what is of it: Russia, and not Russian."""
    named = (entity for mention in page.mentions_at(at) if mention.last == at for entity in mention.facts.right)
    return any(entity.is_country and page.texts[at] in entity.name.split() for entity in named)


def _turns(page: Page, at: int) -> bool:
    """Whether a word may stand between the parts of a turned name: "for" does not before a verb ("for firing")."""
    is_verbal = page.folded[at] == "for" and at + 1 < len(page.texts) and page.folded[at + 1].endswith("ing")
    return page.folded[at] in TURNED and not is_verbal


def _stems_of(page: Page, content: list[int]) -> list[str]:
    """The stems of words, one for an abbreviation with stops ("U.S.")."""
    found: list[str] = []
    for at in content:
        if found and is_next_initial(page, at):
            found[-1] += page.stems[at]
        else:
            found.append(page.stems[at])
    return found


def _is_right_here(page: Page, first: int, last: int) -> bool:
    """Whether a surface is, in whatever letters, the right name of something of a country that the text names, or of
    none; the country may stand before it ("South Korea's Constitutional Court").
    """
    is_title = is_quoted_word(page, first, last)
    begin = next((at for at in range(first, last) if not page.is_of_country(at)), first)
    return any(
        (not entity.country or not page.document_countries.isdisjoint(entity.country))
        and not (is_title and entity.kind in UNTITLED)
        for at in {first, begin}
        for mention in page.mentions_at(at)
        if mention.last == last
        for entity in mention.facts.right
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
