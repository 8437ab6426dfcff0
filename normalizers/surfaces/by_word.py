"""Single words that a machine may have put for a name that is a word (`gazetteer.renderings.word`)."""

from __future__ import annotations

from collections.abc import Iterator

from normalizers.fitting import fitting
from normalizers.page import Page
from normalizers.phrasing import UNTITLED, is_quoted_word
from normalizers.surfaces.surface import Surface


def find(page: Page) -> Iterator[Surface]:
    """Single ordinary words that are written like a name where English has no capital."""
    for at in page.capitals:
        if not _stands_alone(page, at) or _is_a_right_name(page, at):
            continue
        if found := fitting(page, at, at, page.gazetteer.candidates.called(page.stems[at])):
            yield Surface(at, at, found)


def _is_a_right_name(page: Page, at: int) -> bool:
    """Whether a word is the right name of something that may stand so."""
    known = {entity.kind for m in page.mentions_at(at) if m.last == at for entity in m.facts.right}
    return bool(known - UNTITLED if is_quoted_word(page, at, at) else known)


def _stands_alone(page: Page, at: int) -> bool:
    """Whether a word with a capital is neither the first of its sentence nor beside another such word that is no
    place.
    """
    capitalised, gaps = page.is_capitalised, page.gaps
    if at + 1 < len(page.texts) and capitalised[at + 1] and gaps[at + 1] in (" ", "-"):
        return False
    if at and capitalised[at - 1] and gaps[at] in (" ", "-") and not page.is_of_place(at - 1):
        return False
    return page.texts[at].istitle() and page.sentence_words(at).start != at and not page.cuts_a_name(at, at)
