"""Titles with other endings or small words than the right ones: "Let the bullet fly", "Wandering the Earth"."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.evidence import Candidate
from gazetteer.manner import GLOSS
from gazetteer.posting import Posting
from gazetteer.similarity import squash
from normalizers.page import Mention, Page
from normalizers.page.slots import is_quoted
from normalizers.surfaces.surface import Surface


def find(page: Page) -> Iterator[Surface]:
    """What stands between quotation marks and is a title but for endings and small words.

    A machine writes the Chinese title anew, and Chinese has neither plural nor article; who quotes a title knows it.
    """
    for mention in page.mentions:
        if mention.first == mention.last or not mention.facts.right or not page.is_capitalised[mention.first]:
            continue
        if _is_a_right_name(page, mention):
            continue
        titled = [entity for entity in mention.facts.right if entity.kind in TITLED]
        if titled and is_quoted(page.text, mention.start, mention.end):
            yield Surface(mention.first, mention.last, [Candidate(entity, Posting(0, GLOSS)) for entity in titled])


TITLED = frozenset({"work", "product"})
"""Kinds whose names are titles: of films, books, games."""


def _is_a_right_name(page: Page, mention: Mention) -> bool:
    """Whether a mention has the letters of a right name of anything that its key stands for, but for an article, or for
    an "and" that stands for "&".
    """
    letters = squash(mention.surface)
    spelt = {letters, letters.removeprefix("the"), f"the{letters}", squash(mention.surface.replace(" and ", " "))}
    return any(not spelt.isdisjoint(page.gazetteer.forms.letters(entity.right)) for entity in mention.facts.right)
