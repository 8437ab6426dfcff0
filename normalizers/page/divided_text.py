"""A text divided into words and sentences, once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, compress, pairwise
from typing import Any, overload

from gazetteer.keys import Word
from gazetteer.vocabulary import Vocabulary, Written
from normalizers.page.division import divided
from normalizers.page.protected import merged, protected_spans

NO_WORD = re.compile(r"\W+")

FAR = 60
"""Words on either side of a surface that count as its sentence, however long the sentence is."""


_LIKE_ASCII = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"), ("\u212a", "k"))
"""Letters that are one of ASCII to a pattern that ignores case."""


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


class DividedText:
    """The words of a text, column by column, and its sentences. Positions in the columns are called word numbers."""

    def __init__(self, text: str, vocabulary: Vocabulary, sentence_starts: Iterable[int] = (0,)) -> None:
        """Divide `text`; `sentence_starts` are offsets at which sentences begin."""
        self.text = text
        self._vocabulary = vocabulary
        self._starts = sorted({0, *sentence_starts})
        self.protected = merged(protected_spans(text))
        self._divide()

    def _divide(self) -> None:
        pieces = divided(self.text)
        written = list(map(self._vocabulary.__getitem__, pieces[1::2]))
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
