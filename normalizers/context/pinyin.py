"""Which words of a text are spelt like pinyin, and are no English words."""

from __future__ import annotations

from gazetteer.pinyin_names import syllables_in
from normalizers.page import Page

UNKNOWN = 3.3
"""Zipf frequency below which a word is looked for among the sounds of names."""

LONGEST_CHANCE = 6
"""Letters of the longest English word that is as well pinyin by chance ("banger"); longer ones are English."""


def is_unknown_pinyin(page: Page, at: int) -> bool:
    """Whether a word is spelt like pinyin, and English texts do not know it."""
    if page.zipfs[at] >= UNKNOWN or not syllables_in(page.folded[at]):
        return False
    is_long = len(page.folded[at]) > LONGEST_CHANCE
    return not (is_long and page.gazetteer.lexicon.is_ordinary(page.folded[at]))


def is_right_name(page: Page, at: int) -> bool:
    """Whether a word by itself is the right name of something."""
    return any(mention.last == at and mention.facts.right for mention in page.mentions_at(at))
