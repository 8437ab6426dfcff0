"""Where sentences begin, without dividing a whole text into spaCy's tokens.

spaCy's sentencizer begins a sentence behind a token that is a stop. Its tokenizer divides every run of letters and
marks between two spaces by itself, so whether a stop is a token of its own shows in the run that it stands in: the
tokenizer is asked about these runs alone, and about each of them once.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.pipeline import Sentencizer

STOPS = frozenset(Sentencizer.default_punct_chars)
"""The marks that end a sentence where they stand alone as a token."""
MAY_STOP = re.compile("[!.?\u0589-\u200f\u2028-\U0010ffff]")
"""What may be one of them: ranges are searched ten times faster than the 128 marks one by one."""

MOST_RUNS = 1 << 15
"""Runs that are remembered."""
LONGEST_RUN = 64
"""Code points of the longest run that is."""


class Sentences:
    """Finds sentences as the sentencizer of a blank pipeline would."""

    def __init__(self, nlp: Language) -> None:
        """Ask the tokenizer of `nlp`."""
        self._nlp = nlp
        self._known: dict[str, tuple[int, ...]] = {}

    def starts(self, text: str) -> list[int]:
        """Offsets behind the stops of `text`, and 0: the first word at or after each begins a sentence."""
        found, end = [0], 0
        for match in MAY_STOP.finditer(text):
            at = match.start()
            if at < end or match[0] not in STOPS:
                continue
            begin = _begin_of_run(text, end, at)
            end = _end_of_run(text, at)
            run = text[begin:end]
            stops = self._known.get(run)
            found += [begin + stop for stop in (self._stops(run) if stops is None else stops)]
        return found

    def _stops(self, run: str) -> tuple[int, ...]:
        """The ends of the stops in a run of letters and marks that are tokens."""
        if len(run) > LONGEST_RUN:
            return self._divided(run)
        if len(self._known) >= MOST_RUNS:
            self._known.clear()
        stops = self._known[run] = self._divided(run)
        return stops

    def _divided(self, run: str) -> tuple[int, ...]:
        tokens = self._nlp.tokenizer(dividable(run))
        return tuple(token.idx + 1 for token in tokens if token.text in STOPS)


def _begin_of_run(text: str, least: int, at: int) -> int:
    """Where the run that holds `at` begins, at `least` or later."""
    if at == least or text[at - 1].isspace():
        return at
    return at - len(text[least:at].rsplit(None, 1)[-1])


def _end_of_run(text: str, at: int) -> int:
    """Where the run that holds `at` ends."""
    head = text[at : at + LONGEST_RUN].split(None, 1)[0]
    if len(head) < LONGEST_RUN:
        return at + len(head)
    return at + len(text[at:].split(None, 1)[0])


SURROGATE = re.compile("[\ud800-\udfff]")
LONG_RUN = re.compile(r"[^\w\s]{40,}")
"""A run of marks that no sentence has."""


def dividable(text: str) -> str:
    """`text` as spaCy can divide it, with every letter at its offset.

    Half a surrogate pair, which it cannot hold, becomes a replacement character; a long run of marks, for which its
    tokenizer takes time by the square, becomes spaces.
    """
    whole = SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    return LONG_RUN.sub(lambda match: " " * len(match[0]), whole)
