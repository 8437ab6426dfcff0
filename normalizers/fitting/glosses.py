"""Whether a surface may be a name put into English."""

from __future__ import annotations

from gazetteer.evidence import Candidate
from gazetteer.manner import MEANING, NAMED
from normalizers.fitting.right_names import says_the_name
from normalizers.fitting.wording import Wording
from normalizers.page import Page
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
    if entity.kind in ("organization", "office") and (
        speaks_of_many(page, first, last, entity.right)
        or goes_on_with_its_subject(page, last, entity.right)
        or is_one_of_many(page, first, last)
        or (posting.channel == MEANING and is_of_another_country(page, first, last, entity))
    ):
        return False
    if entity.kind in ("person", "place", "office"):
        return wording.is_capitalised
    return not any(name in f" {form} " for name in wording.within for form in entity.right)


def _is_titled(page: Page, first: int, last: int, wording: Wording) -> bool:
    """Whether a surface may be a title: with a capital, or in quotation marks. "10 years ago" has no film in it."""
    return any(page.is_capitalised[first : last + 1]) or "quoted" in wording.traits
