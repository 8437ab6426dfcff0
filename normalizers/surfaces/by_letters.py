"""Surfaces whose syllables happen to be English words ("Ao Siting"), found by their letters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gazetteer.manner import GLOSSES
from normalizers.fitting.readings import goes_on_with_a_syllable
from normalizers.page import Page
from normalizers.surfaces.surface import Surface


def find(page: Page) -> Iterator[Surface]:
    """Names whose syllables happen to be English words ("Ao Siting"), found by their letters: keys hold stems."""
    capitalised, folded, stems, size = page.is_capitalised, page.folded, page.stems, len(page.texts)
    for first in [at for at, after in pairwise(page.capitals) if after == at + 1]:
        for last in (first + 1, first + 2):
            if last >= size or not capitalised[last] or not LIMITS.isdisjoint(page.gaps[last]):
                break
            if folded[first : last + 1] == stems[first : last + 1] or goes_on_with_a_syllable(page, last + 1):
                continue
            facts, _ = page.gazetteer.runs["".join(folded[first : last + 1])]
            candidates = [c for c in facts.garbled if c.posting.channel not in GLOSSES] if facts else []
            if facts and candidates and not facts.right:
                yield Surface(first, last, candidates)


LIMITS = frozenset(".,;:()\n")
"""Marks that do not stand inside a name of several words."""
