"""The context of a surface as it is weighed (`gazetteer.evidence.Context`), each worked out once."""

from __future__ import annotations

from datetime import date as Date

from gazetteer.evidence import Context
from gazetteer.keys import FUNCTION_WORDS
from normalizers.context.lists import listed_with
from normalizers.context.neighbours import known_pairs, next_kind
from normalizers.context.pinyin import is_unknown_pinyin
from normalizers.context.surroundings import surroundings
from normalizers.context.traits import (
    own_traits,
    traits_of_letters,
    traits_of_phrase,
    traits_of_place,
    traits_of_right_names,
)
from normalizers.page import Page

Dated = tuple[Date | None, bool]
"""The date of a text, and whether it is given and no estimate."""


def context_of(page: Page, first: int, last: int, date: Date | None, is_dated: bool = True) -> Context:
    """What stands around a run of words, worked out once."""
    found: Context | None = page.remembered.get((context_of, first, last, date, is_dated))
    if found is None:
        found = page.remembered[context_of, first, last, date, is_dated] = _context_of(
            page, first, last, (date, is_dated)
        )
    return found


def glimpse(page: Page, first: int, last: int, dated: Dated) -> Context:
    """Of the context of a run of words what asks for no look at the words beside it (`gazetteer.bounds`)."""
    found: Context | None = page.remembered.get((glimpse, first, last, dated))
    if found is None:
        inside, texts, folded = slice(first, last + 1), page.texts[first : last + 1], page.folded[first : last + 1]
        pairs = known_pairs(page, first, last)
        found = page.remembered[glimpse, first, last, dated] = Context(
            sentence=page.sentence_stems(first, last),
            document=page.document_stems,
            countries_sentence=_countries_in(page, first, last),
            countries_document=page.document_countries,
            date=dated[0],
            is_dated=dated[1],
            letters=sum(map(len, folded)),
            in_pinyin=_letters_in_pinyin(page, first, last),
            squashed="".join(folded),
            own=frozenset(
                stem for stem, text in zip(page.stems[inside], texts, strict=True) if text not in FUNCTION_WORDS
            ),
            spelt=tuple(folded),
            pairs=pairs,
            named=page.named_entities,
            source=page.source,
            traits=own_traits(page, first, last).union(traits_of_phrase(page, first, last, pairs == 1)),
        )
    return found


def _context_of(page: Page, first: int, last: int, dated: Dated) -> Context:
    around = surroundings(page, first, last)
    seen = glimpse(page, first, last, dated)
    return seen._replace(
        before=around.titles(page.stems),
        after=around.description(page.stems),
        countries_near=around.countries,
        countries_owning=around.owners,
        next_kind=next_kind(page, first, last),
        listed=listed_with(page, first, last),
        traits=seen.traits.union(
            traits_of_letters(page, first, last),
            traits_of_place(page, first, last, around, seen.countries_sentence),
            traits_of_right_names(page, first, last, around),
        ),
    )


def _letters_in_pinyin(page: Page, first: int, last: int) -> int:
    """Letters of the words of a surface that are left in pinyin; none where its only word is English ("Sonata")."""
    if first == last and page.gazetteer.lexicon.is_ordinary(page.folded[first]):
        return 0
    return sum(len(page.folded[at]) for at in range(first, last + 1) if is_unknown_pinyin(page, at))


def _countries_in(page: Page, first: int, last: int) -> frozenset[str]:
    """The countries named in the sentence of a surface, outside of it."""
    return frozenset().union(*(codes for at, codes in page.sentence_countries(first) if not first <= at <= last))
