"""Whether a surface may be a name read aloud or spelt by ear."""

from __future__ import annotations

from gazetteer.evidence import Candidate
from gazetteer.keys import FUNCTION_WORDS
from gazetteer.manner import EAR, PINYIN, SLIP
from gazetteer.renderings.pinyin import has_chinese_surname
from normalizers.fitting.by_ear import is_abbreviation, may_be_by_ear
from normalizers.page import HYPHENS, Page, is_right
from normalizers.phrasing import is_explained, takes_a_family_name


def is_spelt(page: Page, first: int, last: int) -> bool:
    """Whether a surface may be a name in letters that somebody has spelt, and no words."""
    folded = page.folded[first : last + 1]
    if folded != page.stems[first : last + 1] or not any(map(str.isalpha, folded)):
        return False
    if not FUNCTION_WORDS.isdisjoint(page.texts[first : last + 1]) or takes_a_family_name(page, first, last):
        return False
    return page.is_capitalised[first] or not any(map(page.gazetteer.lexicon.is_ordinary, folded))


def fits_reading(page: Page, first: int, last: int, candidate: Candidate) -> bool:
    """Whether a surface that is spelt may be such a rendering."""
    posting, entity = candidate.posting, candidate.entity
    if posting.channel in EAR and not may_be_by_ear(page, first, last, entity):
        return False
    if entity.kind == "person" and is_abbreviation(page, first, last):
        return False
    if first and page.gaps[first] in HYPHENS and page.is_capitalised[first - 1]:
        return False  # the second half of a given name, as in "Hua-lian"
    if entity.kind == "person" and first < last and goes_on_with_a_syllable(page, last + 1):
        return False  # a family name and the first half of a given name, as in "Kim Jin-dong"
    if entity.kind in ("term", "work") and is_explained(page, last):
        return False
    if posting.channel == SLIP:
        return entity.kind == "person" and not _is_right_as_written(page, first, last)
    is_other_reading = posting.cost and posting.channel == PINYIN
    return not is_other_reading or entity.kind != "person" or (first < last and has_chinese_surname(entity))


def goes_on_with_a_syllable(page: Page, at: int) -> bool:
    """Whether a word with a hyphen before it is the second half of a given name, and does not say "led" or "era"."""
    if at >= len(page.texts) or page.gaps[at] not in HYPHENS:
        return False
    word = page.texts[at]
    is_short = len(word) <= LONGEST_SYLLABLE and word not in BEHIND_HYPHENS
    return word.islower() and (is_short or not page.gazetteer.lexicon.is_ordinary(word))


LONGEST_SYLLABLE = 3
"""Letters of the longest English word that is rather a syllable behind a hyphen."""
BEHIND_HYPHENS = frozenset({"led", "era", "run"})
"""Words that short that follow somebody's name behind a hyphen."""


def _is_right_as_written(page: Page, first: int, last: int) -> bool:
    """Whether a surface is, letter by letter, the right name of something."""
    return any(mention.last == last and is_right(mention) for mention in page.mentions_at(first))
