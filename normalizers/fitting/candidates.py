"""Those of the candidates of a surface that it may be a rendering of."""

from __future__ import annotations

from collections.abc import Iterable

from gazetteer.evidence import Candidate
from gazetteer.manner import GLOSSES
from normalizers.fitting.glosses import fits_gloss
from normalizers.fitting.readings import fits_reading, is_spelt
from normalizers.fitting.wording import Wording, wording_of
from normalizers.page import Mention, Page
from normalizers.phrasing import is_listed


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
    may_be_spelt: bool | None = None
    for candidate in candidates:
        if candidate.posting.channel in GLOSSES:
            if is_gloss is None:
                wording = wording_of(page, first, last)
                is_gloss = wording is not None
            if wording is not None and fits_gloss(page, first, last, wording, candidate):
                found.append(candidate)
        else:
            if may_be_spelt is None:
                may_be_spelt = is_spelt(page, first, last)
            if may_be_spelt and fits_reading(page, first, last, candidate):
                found.append(candidate)
    return [] if found and is_listed(page, first, last) else found
