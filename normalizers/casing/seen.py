"""What a text has with capitals."""

from __future__ import annotations

from functools import cached_property

from normalizers.casing.words import TITLES, word_at
from normalizers.page import Mention, Page, plain

PERSONAL = frozenset("said says told spoke threatened announced signed tweeted declared claimed visited met".split())
"""Words behind a person's name that begins a sentence."""


class Seen:
    """What a text has with capitals, worked out when it is asked for."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @cached_property
    def words(self) -> frozenset[str]:
        """The words, as they are written."""
        return frozenset(self._page.texts)

    @cached_property
    def alone(self) -> frozenset[str]:
        """The words that are names by themselves."""
        return _standing_alone(self._page)

    @cached_property
    def names(self) -> frozenset[str]:
        """The right names."""
        return frozenset(plain(mention.surface) for mention in self._page.right_mentions)


def _standing_alone(page: Page) -> frozenset[str]:
    """The words that the text has as names by themselves: with a capital, not after a figure, not as the end of a
    longer name (Poyang Lake) unless a person's, and not at the beginning of a sentence, where any word has a capital,
    unless it says or does there what only people do.
    """
    of_persons = {m.last for m in page.right_mentions if m.first < m.last and _is_a_person(m)}
    found = set()
    for at, word in enumerate(page.texts):
        if not word[0].isupper():
            continue
        if not at or page.sentence_of[at] != page.sentence_of[at - 1]:
            if word_at(page, at + 1) in PERSONAL:
                found.add(word)
            continue
        before, is_close = page.texts[at - 1][0], page.gaps[at] == " "
        is_part = is_close and before.isupper() and page.folded[at - 1] not in TITLES and at not in of_persons
        if not is_part and not (is_close and before.isdigit()):
            found.add(word)
    return frozenset(found)


def _is_a_person(mention: Mention) -> bool:
    return any(entity.kind == "person" for entity in mention.facts.right)
