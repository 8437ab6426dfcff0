"""Surfaces beside a title: right family names that none who had the title bore, but one of a name much like it."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.evidence import Candidate
from gazetteer.manner import SOUND
from gazetteer.pinyin_names import syllables_in
from gazetteer.posting import Posting
from gazetteer.similarity import likeness
from normalizers.context import surroundings
from normalizers.fitting.first_names import is_of_somebody_else
from normalizers.page import Page, kinds_named
from normalizers.surfaces.surface import Surface
from normalizers.tables import words_of

SHORTEST = 5
"""Letters of the shortest family name that is read so."""

ALIKE_WITH_TITLE = 0.5
"""The likeness at which the holder of the office named beside a surface becomes a candidate."""

ALIKE_IN_FULL = 0.65
"""The same where the surface has several words, and none is spelt like pinyin: Rudy Perpich is no Roy Cooper."""


def find(page: Page) -> Iterator[Surface]:
    """Right family names beside a title that none of that name ever had, but somebody of a name much like it."""
    named = {entity.id for m in page.right_mentions if m.last > m.first for entity in m.facts.right}
    for mention in page.right_mentions:
        at, bearers = mention.first, mention.facts.right
        letters = page.folded[at]
        if at != mention.last or len(letters) < SHORTEST or not mention.surface.istitle():
            continue
        if kinds_named(mention.facts) != {"person"} or not named.isdisjoint(entity.id for entity in bearers):
            continue
        if page.cuts_a_name(at, at):
            continue
        found = {c.entity.id: c for c in holders(page, at, at, letters)}
        alike = [
            c
            for c in found.values()
            if c.likeness >= ALIKE_THOUGH_RIGHT and not is_of_somebody_else(page, at, at, c.entity)
        ]
        if alike and not any(entity.id in found for entity in bearers):
            yield Surface(at, at, alike)


ALIKE_THOUGH_RIGHT = 0.75
"""The likeness at which the holder of an office may be meant by another's family name."""


def holders(page: Page, first: int, last: int, squashed: str) -> Iterator[Candidate]:
    """Those who held the office that the words beside a name speak of, and whose name is somewhat like it."""
    if not page.sentence_countries(first):
        return
    is_read_aloud = all(map(syllables_in, page.folded[first : last + 1]))
    is_read_aloud = is_read_aloud and page.folded[first] not in words_of("first_names")
    least = ALIKE_WITH_TITLE if first == last or is_read_aloud else ALIKE_IN_FULL
    around, stems = surroundings(page, first, last), page.stems
    near = page.gazetteer.linker.roles.near(around.titles(stems), around.description(stems))
    for country in sorted(around.countries):
        for office in page.gazetteer.offices.named(country, near):
            for holder in page.gazetteer.offices.holders(office.entity.id):
                spellings = page.gazetteer.spellings(holder.id)
                alike = likeness(squashed, spellings)
                if alike >= least or likeness(page.folded[last], spellings) >= ALIKE_THOUGH_RIGHT:
                    yield Candidate(holder, Posting(0, SOUND), min(alike, 0.99))
