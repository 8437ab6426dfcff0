"""Words that are names wherever they stand, so that one in lower case is a slip."""

from __future__ import annotations

from gazetteer.keys import FUNCTION_WORDS
from normalizers.casing.words import BEFORE_SUBJECTS, COMPOUNDS, PREPOSITIONS, word_at
from normalizers.page import Page
from normalizers.tables import words_of

SHORTEST = 4
"""Letters of the shortest word that no list has to name."""
RARE = 4.0
"""The Zipf frequency below which what is no ordinary word is a name."""
PEOPLE = ("eler", "elers", "eller", "ellers")
"""How words for people end of which word lists have one spelling only: travelers, modellers."""
OF_PHRASES = frozenset("de du des un une von der eine dans inter bona di da el los las mais nel sur auf".split())
"""Words of phrases that English takes from other languages."""
SMALL = FUNCTION_WORDS | PREPOSITIONS | BEFORE_SUBJECTS
"""English words that lists of ordinary words may lack."""


def is_only_a_name(page: Page, at: int) -> bool:
    """Whether a word is a name wherever it stands, save in compounds (manila folder) and in phrases of other languages
    (bona fide).
    """
    word = page.folded[at]
    if (word, word_at(page, at + 1)) in COMPOUNDS or _is_in_foreign_phrase(page, at):
        return False
    if page.zipfs[at] < RARE and len(word) >= SHORTEST and not page.gazetteer.lexicon.is_ordinary(word):
        return not word.endswith(PEOPLE)
    return word in words_of("names_only")


def _is_in_foreign_phrase(page: Page, at: int) -> bool:
    """Whether a word stands beside one in lower case that is no English and no name: "inter alia", "de novo"."""
    beside = (other for other in (at - 1, at + 1) if 0 <= other < len(page.texts) and page.gaps[max(at, other)] == " ")
    return any(page.texts[other] in OF_PHRASES or _is_no_word(page, other) for other in beside)


def _is_no_word(page: Page, at: int) -> bool:
    """Whether a word in lower case is neither English nor a name that the gazetteer knows."""
    word = page.texts[at]
    if not (word.islower() and word.isalpha()) or page.gazetteer.lexicon.is_ordinary(word) or word in SMALL:
        return False
    return not any(mention.facts.right for mention in page.mentions_at(at))
