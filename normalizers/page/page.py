"""A text as the detectors read it: its words, and mentions of what the gazetteer knows, each found once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import accumulate, compress
from typing import Any

from gazetteer import Gazetteer
from gazetteer.chinese import plain as plain_chinese
from gazetteer.facts import KeyFacts
from gazetteer.keys import FUNCTION_WORDS
from normalizers.page.divided_text import DividedText
from normalizers.page.mention import Mention, countries_named, is_right, kinds_named, named_by

POSSESSIVE_GAPS = frozenset({"'s ", "’s "})
"""What stands between a word in the possessive and the next one."""
JOINED = re.compile(r"[-‐‑–'’·]?|\.?[ \u00a0\n]{0,2}")
"""What may stand between two words of one name: a space, or a mark without one; a stop after an initial."""

DIVIDING = FUNCTION_WORDS - {"of", "the", "and", "for", "on", "in", "or"}
"""Function words that do not stand inside a name."""

HYPHENS = ("-", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}")

FEW = 3
"""Entities that may share a name which still tells who is named."""
COMMON = 3.5
"""Zipf frequency from which an ordinary word that is a name as well (Friday, Province, People) is rather the word."""


class Page(DividedText):
    """One text and what the gazetteer knows of it."""

    def __init__(
        self, text: str, gazetteer: Gazetteer, sentence_starts: Iterable[int] = (0,), source: str | None = None
    ) -> None:
        """Divide `text`; `sentence_starts` are offsets at which sentences begin, `source` is its Chinese original."""
        super().__init__(text, gazetteer.vocabulary, sentence_starts)
        self.source = plain_chinese(source) if source else None
        self.gazetteer = gazetteer
        self.remembered: dict[Any, Any] = {}
        """What readers of the page have worked out of its words, by what it is and of which words."""

    @cached_property
    def _blocks(self) -> list[int]:
        """For each word a number that changes where the text between two words cannot stand inside a name."""
        begun = list(map(DIVIDING.__contains__, self.texts))
        for at in self._odd_gaps:
            gap = self.gaps[at]
            stopped = at > 0 and "." in gap and not _is_initial(self.text, self.ends[at - 1])
            if stopped or not (_joins(gap) or (gap in POSSESSIVE_GAPS and self._may_own_inside(at - 1))):
                begun[at] = True
        return list(accumulate(begun))

    def _may_own_inside(self, at: int) -> bool:
        """Whether a possessive may stand inside a name ("People's Daily"): that of an ordinary word, and no place's."""
        if not self.gazetteer.lexicon.is_ordinary(self.folded[at]):
            return False
        facts, _ = self.gazetteer.runs[self.stems[at]]
        return facts is None or not any(entity.kind == "place" and not entity.weak for entity in facts.right)

    @cached_property
    def mentions(self) -> list[Mention]:
        """Every run of words whose key the gazetteer has, by where it begins, shortest first."""
        kept = list(compress(range(len(self.texts)), self._is_kept))
        stems, blocks, runs, mention = self.stems, self._blocks, self.gazetteer.runs, self._mention
        found, size = [], len(kept)
        for number, at in enumerate(kept, 1):
            run = stems[at]
            facts, goes_on = runs[run]
            if facts:
                found.append(mention(at, at, facts))
            if not goes_on:
                continue
            block = blocks[at]
            while goes_on and number < size:
                last = kept[number]
                if blocks[last] != block:
                    break
                run += stems[last]
                facts, goes_on = runs[run]
                if facts:
                    found.append(mention(at, last, facts))
                number += 1
        return found

    def _mention(self, first: int, last: int, facts: KeyFacts) -> Mention:
        if self.gaps[last + 1] in HYPHENS:
            last = self._through_hyphen(last)
        start, end = self.starts[first], self.ends[last]
        return Mention(first, last, start, end, self.text[start:end], facts)

    def _through_hyphen(self, at: int) -> int:
        """Where a name ends that goes on with a hyphen behind word `at`: at a function word there ("Jae-in")."""
        return at + 1 if at + 1 < len(self.texts) and self.texts[at + 1] in FUNCTION_WORDS else at

    @cached_property
    def _mentions_by_first(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.first, []).append(mention)
        return found

    def mentions_at(self, first: int) -> list[Mention]:
        """The mentions that begin with a word."""
        return self._mentions_by_first.get(first, [])

    @cached_property
    def right_mentions(self) -> list[Mention]:
        """The mentions that are, as written, a right name of something."""
        return [mention for mention in self.mentions if mention.facts.right and is_right(mention)]

    @cached_property
    def named_entities(self) -> frozenset[str]:
        """The ids of the entities that the text names rightly, and not by a name that many share."""
        return frozenset(
            entity.id
            for mention in self.right_mentions
            if len(mention.facts.right) <= FEW and not mention.surface.islower()
            for entity in named_by(mention.surface, mention.facts)
        )

    @cached_property
    def _names_over(self) -> dict[int, list[Mention]]:
        """For each word the right names of several words that run over it."""
        found: dict[int, list[Mention]] = {}
        for mention in self.right_mentions:
            if mention.last > mention.first and not mention.surface.islower():
                for at in range(mention.first, mention.last + 1):
                    found.setdefault(at, []).append(mention)
        return found

    def cuts_a_name(self, first: int, last: int) -> bool:
        """Whether a run of words takes a part of a right name and leaves the rest: more than the article of a name that
        it goes beyond (of "The Australian" in "The Australian Reserve Bank").
        """
        names = self._names_over
        for at in (first, last):
            for mention in names.get(at, ()):
                is_article = mention.first == first - 1 and mention.last < last and self.texts[mention.first] == "The"
                if (mention.first < first and not is_article) or last < mention.last:
                    return True
        return False

    @cached_property
    def countries(self) -> list[tuple[int, frozenset[str]]]:
        """Word numbers at which a country, or something of a country, is rightly named, with the country's code."""
        longest: dict[int, tuple[int, frozenset[str]]] = {}
        for mention in self.right_mentions:
            codes = countries_named(mention.surface, mention.facts)
            if not codes or mention.surface.islower() or _is_family_name(mention):
                continue
            if not self._may_be_a_word(mention):
                longest[mention.first] = mention.last, codes
        found, until = [], -1
        for first in sorted(longest):
            if first > until:
                until, codes = longest[first]
                found.append((first, codes))
        return found

    def _may_be_a_word(self, mention: Mention) -> bool:
        """Whether a mention is a figure (1984), or an ordinary word that begins a sentence ("Three") or is common ("on
        Friday" is not of the magazine's Japan), and no place has that name.
        """
        at = mention.first
        if mention.surface.isdecimal():
            return True
        if at != mention.last or not self.gazetteer.lexicon.is_ordinary(self.folded[at]):
            return False
        opens = at == 0 or self.sentence_of[at - 1] != self.sentence_of[at]
        is_place = any(entity.kind == "place" and not entity.weak for entity in mention.facts.right)
        return (opens or self.zipfs[at] >= COMMON) and not is_place

    @cached_property
    def document_countries(self) -> frozenset[str]:
        """The countries named anywhere in the text."""
        return frozenset().union(*(codes for _, codes in self.countries))

    @cached_property
    def document_stems(self) -> frozenset[str]:
        """The stems of all words."""
        return frozenset(self.stems)

    def is_of_country(self, at: int) -> bool:
        """Whether a word is, or belongs to, the name of a country or of its people."""
        return at in self._words_of_places and self._words_of_places[at]

    def is_of_place(self, at: int) -> bool:
        """Whether a word belongs to the right name of a place that is no country."""
        return at in self._words_of_places and not self._words_of_places[at]

    @cached_property
    def _words_of_places(self) -> dict[int, bool]:
        """For each word in the right name of a place, whether the place is a country."""
        found: dict[int, bool] = {}
        for mention in self.right_mentions:
            countries, only_places = _places(mention.facts)
            if (countries or only_places) and not mention.surface.islower():
                for at in range(mention.first, mention.last + 1):
                    found[at] = found.get(at, False) or countries
        return found

    def sentence_countries(self, number: int) -> list[tuple[int, frozenset[str]]]:
        """What `countries` holds of the sentence of a word."""
        return self._countries_by_sentence.get(self.sentence_of[number], [])

    @cached_property
    def _countries_by_sentence(self) -> dict[int, list[tuple[int, frozenset[str]]]]:
        found: dict[int, list[tuple[int, frozenset[str]]]] = {}
        for at, codes in self.countries:
            found.setdefault(self.sentence_of[at], []).append((at, codes))
        return found


@lru_cache(maxsize=1 << 10)
def _joins(gap: str) -> bool:
    """Whether a gap between two words may stand inside a name."""
    return bool(JOINED.fullmatch(gap))


def _is_family_name(mention: Mention) -> bool:
    """Whether a mention is one word that only names people: a family name is no sign of a country."""
    return mention.first == mention.last and kinds_named(mention.facts) == {"person"}


@lru_cache(maxsize=1 << 14)
def _places(facts: KeyFacts) -> tuple[bool, bool]:
    """Whether a right name is that of a country, and whether it is that of places alone."""
    return any(entity.is_country for entity in facts.right), all(entity.kind == "place" for entity in facts.right)


def _is_initial(text: str, end: int) -> bool:
    """Whether the word that ends at `end` is one letter, or a title that is shortened by a stop."""
    return end < 2 or not text[end - 2].isalnum() or text[max(0, end - 3) : end].lstrip(" ") in ("Mr", "Dr", "Ms", "St")
