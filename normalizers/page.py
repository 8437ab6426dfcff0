"""A text as the detectors read it: its words, sentences and mentions of what the gazetteer knows, each found once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, compress, pairwise
from typing import Any, overload
from unicodedata import combining, normalize

import regex

from gazetteer import Gazetteer
from gazetteer.chinese import plain as plain_chinese
from gazetteer.gazetteer import KeyFacts
from gazetteer.keys import FUNCTION_WORDS, WORD, Word
from gazetteer.vocabulary import Written

ADDRESS = regex.compile(
    r"(?:https?|ftp)://[^\s<>\"“”]++|www\.[^\s<>\"“”]++|(?<![\w.+-])[\w.+-]{1,64}+@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}+|`[^`\n]{1,400}`"
    r"|(?<![\w/.])(?:[A-Za-z]:\\|~?/)[\w.-]++(?:[/\\][\w.-]++){1,30}+|(?<=\s|^)[@#]\w{1,64}",
    regex.IGNORECASE,
)
"""Web and mail addresses, code between backquotes, paths, handles and tags: text in which nothing is a name."""
ADDRESS_SIGNS = ("/", "@", "`", "#", "\\", "www.")
"""Without one of these there is no address."""
EXTENSION = regex.compile(
    r"\.(?:html?|php|pdf|jpe?g|png|txt|docx?|xlsx?|csv|json|py|js|exe|zip|com|org|net|cn)\b(?:/[^\s<>\"“”]*+)?",
    regex.IGNORECASE,
)
"""How a file's or a host's name ends."""
LONGEST_FILE_NAME = 128

NO_WORD = re.compile(r"\W+")

POSSESSIVE_GAPS = frozenset({"'s ", "’s "})
"""What stands between a word in the possessive and the next one."""
JOINED = re.compile(r"[-‐‑–'’·]?|\.?[ \u00a0\n]{0,2}")
"""What may stand between two words of one name: a space, or a mark without one; a stop after an initial."""

DIVIDING = FUNCTION_WORDS - {"of", "the", "and", "for", "on", "in", "or"}
"""Function words that do not stand inside a name."""

TAG = regex.compile(r"(?:\s[-–—_|]{1,2}|[_|]|\bsource:|\()\s?(?:the )?$", regex.IGNORECASE)
DATELINE = regex.compile(r"^\W{0,3}(?:[\w'’]+(?:[ -][\w'’]+){0,3},)?[^.!?]{0,40}\(?$")
DATED = regex.compile(r"\)?\s*(?:--|—|–|:|,)?\s*(?:\(|[A-Z]\w+,|\w+ \d{1,2}\b|reporter|--|—)")
REPORTED = regex.compile(r",?\s+(?:reporter|correspondent|journalist)\b", regex.IGNORECASE)
"""What stands before and after the name of a text's source."""

WRITING = ("reporter", "journalist", "editor", "correspondent", "photo", "text", "written")
"""What one of the words has in it with which a list of those who wrote or pictured the news begins."""

HYPHENS = ("-", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}")

FEW = 3
"""Entities that may share a name which still tells who is named."""
FAR = 60
"""Words on either side of a surface that count as its sentence, however long the sentence is."""

QUOTES_OPEN, QUOTES_CLOSE = "\"“‘«「『《'", "\"”’»」』》'"


class Mention:
    """A run of words whose key the gazetteer has. Offsets are code points of the text; `end` is exclusive."""

    __slots__ = ("end", "facts", "first", "last", "start", "surface")

    def __init__(self, first: int, last: int, start: int, end: int, surface: str, facts: KeyFacts) -> None:
        self.first, self.last, self.start, self.end = first, last, start, end
        self.surface, self.facts = surface, facts

    def __repr__(self) -> str:
        return f"Mention({self.surface!r}, {self.start}, {self.end})"


class _Words(Sequence[Word]):
    """Words that are made when they are asked for: few of a text's words are looked at one by one."""

    def __init__(self, starts: list[int], ends: list[int], texts: list[str]) -> None:
        self._starts, self._ends, self._texts = starts, ends, texts

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, at: int) -> Word: ...

    @overload
    def __getitem__(self, at: slice) -> list[Word]: ...

    def __getitem__(self, at: int | slice) -> Word | list[Word]:
        if isinstance(at, slice):
            return list(map(Word, self._starts[at], self._ends[at], self._texts[at]))
        return Word(self._starts[at], self._ends[at], self._texts[at])

    def __iter__(self) -> Iterator[Word]:
        return map(Word, self._starts, self._ends, self._texts)


class Page:
    """One text, divided once. Positions in `words` are called word numbers."""

    def __init__(
        self, text: str, gazetteer: Gazetteer, sentence_starts: Iterable[int] = (0,), source: str | None = None
    ) -> None:
        """Divide `text`; `sentence_starts` are offsets at which sentences begin, `source` is its Chinese original."""
        self.text = text
        self.source = plain_chinese(source) if source else None
        self.gazetteer = gazetteer
        self._starts = sorted({0, *sentence_starts})
        self.protected = merged(protected_spans(text))
        self.remembered: dict[Any, Any] = {}
        """What readers of the page have worked out of its words, by what it is and of which words."""
        self._divide()

    def _divide(self) -> None:
        pieces = divided(self.text)
        written = list(map(self.gazetteer.vocabulary.__getitem__, pieces[1::2]))
        offsets = list(accumulate(map(len, pieces)))
        self.starts, self.ends, self.gaps = offsets[:-1:2], offsets[1::2], pieces[::2]
        """Where each word begins and ends, and what stands before each word and behind the last."""
        for at in [at for at, word in enumerate(written) if word.cut]:
            self.ends[at] -= written[at].cut
            self.gaps[at + 1] = self.text[self.ends[at] : self.ends[at] + written[at].cut] + self.gaps[at + 1]
        if self.protected:
            written = self._without_protected(written)
        columns: list[list[Any]] = list(map(list, zip(*written, strict=True))) or [[] for _ in Written._fields]
        self.texts: list[str] = columns[0]
        """The words as written, without possessive endings."""
        self.folded: list[str] = columns[2]
        """Each word casefolded, without apostrophes and diacritics."""
        self.stems: list[str] = columns[3]
        """The stem of each word."""
        self.is_capitalised: list[bool] = columns[4]
        """For each word whether it begins with a capital."""
        self._is_kept: list[bool] = columns[5]
        self.zipfs: list[float] = columns[6]
        """The Zipf frequency of each word (`Lexicon.zipf`)."""

    def _without_protected(self, written: list[Written]) -> list[Written]:
        left_out: set[int] = set()
        for start, end in self.protected:
            left_out.update(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))
        if not left_out:
            return written
        kept = [at for at in range(len(self.starts)) if at not in left_out]
        self.starts, self.ends = [self.starts[at] for at in kept], [self.ends[at] for at in kept]
        between = zip([0, *self.ends], [*self.starts, len(self.text)], strict=True)
        self.gaps = [self.text[end:start] for end, start in between]
        return [written[at] for at in kept]

    @cached_property
    def written(self) -> frozenset[str]:
        r"""The words as written, and the parts of those with a mark inside: whatever stands between two bounds of words
        (`\b`), save in what is protected.
        """
        divided_again = (NO_WORD.split(text) for text in self.texts if not text.isalnum())
        return frozenset(self.texts).union(*divided_again)

    @cached_property
    def lowered(self) -> str:
        """The text with the letters of ASCII in lower case, and with those that a pattern which ignores case takes for
        them, letter for letter.
        """
        text = self.text
        if text.isascii():
            return text.lower()
        for letter, same in _LIKE_ASCII:
            text = text.replace(letter, same)
        return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")

    @cached_property
    def has_writers(self) -> bool:
        """Whether the text has a word for those who wrote or pictured the news, or for what they made."""
        return any(word in self.lowered for word in WRITING)

    @cached_property
    def words(self) -> Sequence[Word]:
        """The words in the order of the text, without those that are protected."""
        return _Words(self.starts, self.ends, self.texts)

    def is_protected(self, start: int, end: int) -> bool:
        """Whether a span touches an address, code or a file name."""
        at = bisect_left(self.protected, (end,))  # the first that begins at `end` or later
        return at > 0 and start < self.protected[at - 1][1]

    @cached_property
    def capitals(self) -> list[int]:
        """The numbers of the words that begin with a capital."""
        return list(compress(range(len(self.texts)), self.is_capitalised))

    @cached_property
    def _odd_gaps(self) -> list[int]:
        """The numbers of the words with something else than a space before them."""
        return [at for at, gap in enumerate(self.gaps[:-1]) if gap != " "]

    @cached_property
    def _begun(self) -> list[int]:
        """For each word how many sentences begin with it, but for the first. A line is at least one sentence."""
        begun = [0] * len(self.starts)
        for start in self._starts[1:]:
            at = bisect_left(self.starts, start)
            if at < len(begun):
                begun[at] += 1
        for at in self._odd_gaps:
            begun[at] += "\n" in self.gaps[at]
        return begun

    @cached_property
    def sentence_of(self) -> list[int]:
        """For each word the number of its sentence."""
        return list(accumulate(self._begun))

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
            for entity in mention.facts.right
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
        longest: dict[int, Mention] = {}
        for mention in self.right_mentions:
            if not mention.facts.countries or mention.surface.islower() or _is_family_name(mention):
                continue
            if not self._may_be_a_word(mention):
                longest[mention.first] = mention
        found, until = [], -1
        for first in sorted(longest):
            if first > until:
                until = longest[first].last
                found.append((first, longest[first].facts.countries))
        return found

    def _may_be_a_word(self, mention: Mention) -> bool:
        """Whether a mention is an ordinary word that begins a sentence ("Three"), and no place has that name."""
        at = mention.first
        if at != mention.last or not self.gazetteer.lexicon.is_ordinary(self.folded[at]):
            return False
        opens = at == 0 or self.sentence_of[at - 1] != self.sentence_of[at]
        return opens and not any(entity.kind == "place" and not entity.weak for entity in mention.facts.right)

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

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of a run of words, both inclusive."""
        return self.starts[first], self.ends[last]

    @cached_property
    def _sentences(self) -> dict[int, range]:
        size = len(self.starts)
        firsts = [at for at, begun in enumerate(self._begun) if begun or not at]
        return {self.sentence_of[first]: range(first, after) for first, after in pairwise((*firsts, size))}

    def sentence_words(self, number: int) -> range:
        """The numbers of the words in the sentence of a word."""
        return self._sentences[self.sentence_of[number]]

    def sentence_stems(self, first: int, last: int) -> frozenset[str]:
        """The stems of the sentence of a run of words, without its own."""
        sentence = self.sentence_words(first)
        before, after = max(sentence.start, first - FAR), min(sentence.stop, last + 1 + FAR)
        return frozenset((*self.stems[before:first], *self.stems[last + 1 : after]))

    def sentence_countries(self, number: int) -> list[tuple[int, frozenset[str]]]:
        """What `countries` holds of the sentence of a word."""
        return self._countries_by_sentence.get(self.sentence_of[number], [])

    @cached_property
    def _countries_by_sentence(self) -> dict[int, list[tuple[int, frozenset[str]]]]:
        found: dict[int, list[tuple[int, frozenset[str]]]] = {}
        for at, codes in self.countries:
            found.setdefault(self.sentence_of[at], []).append((at, codes))
        return found

    def is_source(self, start: int, end: int) -> bool:
        """Whether a span stands where a text names its source: at the end of a headline, in a dateline, before
        "reporter".
        """
        begin = self.text.rfind("\n", 0, start) + 1
        stop = self.text.find("\n", end)
        before, after = (
            self.text[max(begin, start - 80) : start],
            self.text[end : stop if stop >= 0 else len(self.text)][:40],
        )
        if not after.strip(" .)]\t") and TAG.search(before):
            return True
        if len(before) < 40 and REPORTED.match(after):
            return True
        if any(mark in before[3:] for mark in ".!?"):  # they stand at the very beginning of a dateline alone
            return False
        return bool(DATED.match(after) and DATELINE.search(before))

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether a span stands between quotation marks of its own."""
        before, after = self.text[max(0, start - 1) : start], self.text[end : end + 2].lstrip(",.")
        return bool(before) and before in QUOTES_OPEN and bool(after) and after[0] in QUOTES_CLOSE


DIVIDED = re.compile(r"([^\W_]+(?:['’][^\W_]+)*+)")
"""`keys.WORD` in the standard library's pattern language, which is twice as fast, for texts that it reads alike."""
READ_ALIKE = re.compile(
    "[\0-\u00b1\u00c0-\u02ff\u2010-\u2027\u2030-\u203e\u3000-\u3003\u4e00-\u9fa5\uff01-\uff3e\uff40-\uff5e]*+"
)
"""Texts in whose letters both agree on what is part of a word."""
DIVIDED_WIDELY = regex.compile(f"({WORD.pattern})")


def divided(text: str) -> list[str]:
    """The words of a text, with their possessive endings, and before, between and behind them what divides them.

    >>> divided("Seoul’s mayor,")
    ['', 'Seoul’s', ' ', 'mayor', ',']
    """
    pattern = DIVIDED if READ_ALIKE.fullmatch(text) else DIVIDED_WIDELY
    pieces: list[str] = pattern.split(text)
    return pieces


def protected_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of addresses, code, paths and file names."""
    if any(sign in text for sign in ADDRESS_SIGNS):
        at = 0
        for line in text.split("\n"):
            if any(sign in line for sign in ADDRESS_SIGNS) or "www." in line.lower():
                for match in ADDRESS.finditer(text, at, at + len(line)):
                    yield match.span()
            at += len(line) + 1
    for match in EXTENSION.finditer(text):
        start = match.start()
        while (
            start > 0
            and match.start() - start < LONGEST_FILE_NAME
            and (text[start - 1].isalnum() or text[start - 1] in "-_.")
        ):
            start -= 1
        if start < match.start():
            yield start, match.end()


@lru_cache(maxsize=1 << 10)
def _joins(gap: str) -> bool:
    """Whether a gap between two words may stand inside a name."""
    return bool(JOINED.fullmatch(gap))


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in the order of the text, those that overlap made one.

    >>> merged([(5, 9), (0, 3), (2, 4)])
    [(0, 4), (5, 9)]
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _is_family_name(mention: Mention) -> bool:
    """Whether a mention is one word that only names people: a family name is no sign of a country."""
    return mention.first == mention.last and all(entity.kind == "person" for entity in mention.facts.right)


def is_right(mention: Mention) -> bool:
    """Whether the surface is, letter by letter, a right name of one of its entities."""
    surface, forms = mention.surface, _right_forms(mention.facts)
    if surface in forms:
        return True
    return not (surface.isalpha() and surface.isascii()) and plain(surface) in forms


def plain(text: str) -> str:
    """`text` with its dashes and apostrophes made alike, and without diacritics and the stops of initials.

    >>> plain("U.S."), plain("Moon Jae\N{HYPHEN}in"), plain("Maranhão")
    ('US', 'Moon Jae-in', 'Maranhao')
    """
    if not text.isascii():
        text = normalize("NFC", "".join(c for c in normalize("NFKD", text) if not combining(c)))
    return text.translate(_PLAIN)


_LIKE_ASCII = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"), ("\u212a", "k"))
"""Letters that are one of ASCII to a pattern that ignores case."""

_PLAIN = str.maketrans({"‐": "-", "‑": "-", "–": "-", "’": "'", "‘": "'", ".": None, "\u00a0": " ", "\n": " "})


@lru_cache(maxsize=1 << 14)
def _places(facts: KeyFacts) -> tuple[bool, bool]:
    """Whether a right name is that of a country, and whether it is that of places alone."""
    return any(entity.is_country for entity in facts.right), all(entity.kind == "place" for entity in facts.right)


@lru_cache(maxsize=1 << 14)
def _right_forms(facts: KeyFacts) -> frozenset[str]:
    """Every right form of what a key stands for, `plain`."""
    return frozenset(plain(form) for entity in facts.right for form in entity.right)


def _is_initial(text: str, end: int) -> bool:
    """Whether the word that ends at `end` is one letter, or a title that is shortened by a stop."""
    return end < 2 or not text[end - 2].isalnum() or text[max(0, end - 3) : end].lstrip(" ") in ("Mr", "Dr", "Ms", "St")
