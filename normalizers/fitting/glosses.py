"""Whether a surface may be a name put into English."""

from __future__ import annotations

from gazetteer.evidence import Candidate
from gazetteer.manner import GLOSS, MEANING, NAMED
from normalizers.context import is_sort
from normalizers.fitting.right_names import says_the_name
from normalizers.fitting.wording import Wording
from normalizers.page import HYPHENS, Page, is_right, kinds_named
from normalizers.phrasing import (
    describes,
    goes_on_with_its_subject,
    is_bill_of,
    is_of_another_country,
    is_one_of_many,
    is_part_of_title,
    is_place_of_its_sort,
    qualifies_what_follows,
    speaks_of_many,
)


def fits_gloss(page: Page, first: int, last: int, wording: Wording, candidate: Candidate) -> bool:
    """Whether a gloss of a name says something else than the name: neither all of its words, nor a piece of it, nor a
    right name that the name holds, with ordinary words.
    """
    entity, posting = candidate.entity, candidate.posting
    if first == last and posting.channel == GLOSS and page.gazetteer.lexicon.is_ordinary(page.folded[first]):
        return False  # a word that is written like two: "Sunday" is no day of the sun
    if posting.turned and posting.channel != MEANING and not wording.is_turned:
        return False
    if says_the_name(page, first, last, wording, entity):
        return False
    if entity.kind in NAMED and describes(page, first, last, entity):
        return False
    if entity.kind in NAMED and any(not any(body in form for form in entity.right) for body in wording.bodies):
        return False
    if entity.kind != "place" and is_place_of_its_sort(page, first, last):
        return False
    if entity.kind == "work" and (is_part_of_title(page, first, last) or not _is_titled(page, first, last, wording)):
        return False
    if entity.kind == "term" and qualifies_what_follows(page, last, entity.right):
        return False
    if entity.kind == "term" and is_bill_of(page, first, last, entity.right):
        return False
    if entity.kind in ("organization", "office") and _is_no_body(page, first, last, candidate):
        return False
    if entity.kind in ("person", "place", "office"):
        return wording.is_capitalised
    return not any(name in f" {form} " for name in wording.within for form in entity.right)


def _is_titled(page: Page, first: int, last: int, wording: Wording) -> bool:
    """Whether a surface may be a title: with a capital, or in quotation marks. "10 years ago" has no film in it."""
    return any(page.is_capitalised[first : last + 1]) or "quoted" in wording.traits


def _is_no_body(page: Page, first: int, last: int, candidate: Candidate) -> bool:
    """Whether a surface speaks of several bodies, of a part of one, of one of another country, or of one that it names
    rightly.
    """
    entity = candidate.entity
    return (
        speaks_of_many(page, first, last, entity.right)
        or goes_on_with_its_subject(page, last, entity.right)
        or is_one_of_many(page, first, last)
        or (candidate.posting.channel == MEANING and is_of_another_country(page, first, last, entity))
        or _is_right_but_for_its_sort(page, first, last)
        or _follows_article(page, first)
    )


def _is_right_but_for_its_sort(page: Page, first: int, last: int) -> bool:
    """Whether a surface is the right name of a body and, in lower case, what it is: "Financial Times newspaper"."""
    bodies = (m for m in page.mentions_at(first) if is_right(m) and "organization" in kinds_named(m.facts))
    return any(m.last < last and _says_its_sort(page, range(m.last + 1, last + 1)) for m in bodies)


def _says_its_sort(page: Page, words: range) -> bool:
    return all(page.texts[at].islower() and is_sort(page.folded[at]) for at in words)


def _follows_article(page: Page, first: int) -> bool:
    """Whether the article of an Arabic name stands before a surface, with a hyphen: "al-Riyadh"."""
    return first > 0 and page.gaps[first] in HYPHENS and page.folded[first - 1] in ARABIC_ARTICLES


ARABIC_ARTICLES = frozenset({"al", "el", "as", "ash", "ar"})
"""How the article of Arabic is written in names."""
