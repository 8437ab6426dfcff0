"""Titles with other endings or small words than the right ones: "Flower of the Shanghai"."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.evidence import Candidate
from gazetteer.manner import GLOSS
from gazetteer.posting import Posting
from normalizers.page import Page
from normalizers.page.slots import is_quoted
from normalizers.surfaces.surface import Surface


def find(page: Page) -> Iterator[Surface]:
    """What stands between quotation marks and is a title but for endings and small words.

    A machine writes the Chinese title anew, and Chinese has neither plural nor article; who quotes a title knows it.
    """
    for mention in page.mentions:
        if mention.first == mention.last or not mention.facts.right or not page.is_capitalised[mention.first]:
            continue
        if any(page.gazetteer.forms.has_letters_of(mention.surface, entity.right) for entity in mention.facts.right):
            continue
        titled = [entity for entity in mention.facts.right if entity.kind in TITLED]
        if titled and is_quoted(page.text, mention.start, mention.end):
            yield Surface(mention.first, mention.last, [Candidate(entity, Posting(0, GLOSS)) for entity in titled])


TITLED = frozenset({"work", "product"})
"""Kinds whose names are titles: of films, books, games."""
