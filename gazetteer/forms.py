"""Right names as phrases are compared with them, each worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from gazetteer.facts import KeyFacts
from gazetteer.keys import key
from gazetteer.lexicon import Lexicon
from gazetteer.similarity import spellings_of, squash
from gazetteer.stems import content_stems

SHORT_FOR = {
    "corp": "corporation", "bhd": "berhad", "co": "company", "inc": "", "ltd": "", "plc": "", "tv": "television",
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth",
    "6th": "sixth", "7th": "seventh", "8th": "eighth", "9th": "ninth", "10th": "tenth",
}  # fmt: skip
"""Abbreviations in names of firms and troops, and what they stand for; nothing where a name may go without it."""


class Form(NamedTuple):
    """A right name as phrases are compared with it: the stems of its content words, its key (`gazetteer.keys`), and
    its stems with codes in place of countries (`Forms.with_countries`). `plain` are its stems with codes in place of
    all countries and without abbreviations (`Forms.plain`), `is_turned` is whether it has "of" in it.
    """

    stems: frozenset[str]
    key: str
    said: frozenset[str]
    plain: frozenset[str]
    is_turned: bool


class Forms:
    """Takes right names apart."""

    def __init__(self, lexicon: Lexicon, facts: Callable[[str], KeyFacts]) -> None:
        """`facts` says what a key stands for."""
        self._lexicon = lexicon
        self._facts = facts
        self.of = lru_cache(maxsize=1 << 14)(self._of)
        self.letters = lru_cache(maxsize=1 << 14)(self._letters)
        self.with_countries = lru_cache(maxsize=1 << 14)(self._with_countries)
        self.plain = lru_cache(maxsize=1 << 14)(self._plain)
        self._written_out = {short: lexicon.stem(long) for short, long in SHORT_FOR.items()}

    def _of(self, right: tuple[str, ...]) -> tuple[Form, ...]:
        """Right names as phrases are compared with them."""
        stems = [content_stems(form, self._lexicon) for form in right]
        return tuple(
            Form(some, key(form, self._lexicon), self.with_countries(some), self.plain(some), " of " in form)
            for form, some in zip(right, stems, strict=True)
        )

    def _letters(self, right: tuple[str, ...]) -> frozenset[str]:
        """Right names, squashed: a surface with the letters of one is that name but for case, spaces and hyphens."""
        return frozenset().union(*map(spellings_of, right))

    def has_letters_of(self, surface: str, right: tuple[str, ...]) -> bool:
        """Whether a surface is spelt as a right name is, but for an article, or for an "and" that stands for "&"."""
        letters = squash(surface)
        spelt = {letters, letters.removeprefix("the"), f"the{letters}", squash(surface.replace(" and ", " "))}
        return not spelt.isdisjoint(self.letters(right))

    def _with_countries(self, stems: frozenset[str]) -> frozenset[str]:
        """The stems with codes in place of the names of two countries or more, so that Sino-Indian is China-India."""
        codes = {stem: code for stem in stems if (code := self._country_of(stem))}
        return frozenset(codes.get(stem, stem) for stem in stems) if len(codes) > 1 else stems

    def _plain(self, stems: frozenset[str]) -> frozenset[str]:
        """The stems with codes in place of the names of countries, and without the abbreviations of firms and ordinal
        numbers: "Belgian National Bank" says what "National Bank of Belgium" does.
        """
        written = (self._written_out.get(stem, stem) for stem in stems)
        return frozenset(self._country_of(stem) or stem for stem in written if stem)

    def _country_of(self, stem: str) -> str:
        """The code of the country that a word names (Sino, Korea); nothing where only a word list has it (War)."""
        facts = self._facts(stem)
        is_known = facts.countries and any(entity.kind == "place" and not entity.weak for entity in facts.right)
        return min(facts.countries) if is_known else ""
