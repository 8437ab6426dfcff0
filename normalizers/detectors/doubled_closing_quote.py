"""Two closing quotation marks, or two stops round one.

What it does
    Makes one mark of a straight and a curly closing mark that follow each other, and drops the second stop of
    “.”.”.

Why it matters
    The machine closed the quotation once by itself and once because the source did.

Example
    “It will take long.”. -> “It will take long.”

When it is wrong
    A quotation within a quotation ends with a single and a double mark, which are left alone. Where a quoted call
    ends a sentence (He cried “Stop!”.) many set the stop, and it is only suggested.

Fix
    certain, but for a stop behind an exclamation or a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches
from normalizers.tables import words_of

RULE = Rule("ZM305", "doubled-closing-quote", "fluency/punctuation", "minor")

DOUBLED = re.compile(r"[\"”](?<=[^\s\"“”].)(?:(?<=\")[ \u00a0]?”|(?<=”)(?:[ \u00a0]?\"|”))(?=[\s,.;:!?)\]]|$)")
STOPS = re.compile(r"[”\"](?<=\w[.!?].)\.(?=\s|$)")
WORD_BEFORE = re.compile(r"(?<![A-Za-z])([A-Za-z]{1,10})\.$")
LONGEST_SHORTENED = 12
"""Code points of the longest shortened word, with its stop and what stands before it."""
CONFIDENCE, EXCLAIMED = 0.95, 0.7


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each doubled mark."""
    text = reader.text
    if "””" in text or ("”" in text and '"' in text):
        for match in matches(reader.page, DOUBLED):
            yield Proposal(RULE, *match.span(), "”", CONFIDENCE)
    if "”." in text or '".' in text:
        for match in matches(reader.page, STOPS):
            if _is_shortened(text, match.start()):
                continue
            is_doubled = text[match.start() - 1] == "."
            yield Proposal(RULE, *match.span(), match.group()[0], CONFIDENCE if is_doubled else EXCLAIMED)


def _is_shortened(text: str, at: int) -> bool:
    """Whether the stop before `at` is that of a letter or of a shortened word: "P.M.", "lbs."."""
    word = WORD_BEFORE.search(text, max(0, at - LONGEST_SHORTENED), at)
    return word is not None and (len(word[1]) == 1 or word[1].lower() in words_of("shortened"))
