"""A space between a quotation mark and what it encloses.

What it does
    Deletes the space before a closing mark, where the quotation opened on the same line without one.

Why it matters
    The mark looks as if it opened the next quotation, and can fall into the next line.

Example
    the “land bridge ” of the north -> the “land bridge” of the north

When it is wrong
    Some houses set a space between a stop and the mark: there it is only suggested.

Fix
    certain within a sentence, likely after a stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches

RULE = Rule("ZM312", "detached-quote", "fluency/spacing", "minor")

PAIR = re.compile(r"(?<!\w)“(?=[^\s“”\"])[^“”\"\n]{1,160}(?<=[\w%)])(?P<gap>[ \u00a0]{1,2}[”\"])(?=[\s,.;:!?)]|$)")
AFTER_STOP = re.compile(r"(?<=[.,!?])(?P<gap> ”)(?=\s|$)")
CONFIDENCE = 0.92
STOP = 0.85


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each detached closing mark."""
    text = reader.text
    if " ”" not in text and "\u00a0”" not in text and "“" not in text:
        return
    for match in matches(reader.page, PAIR):
        yield Proposal(RULE, *match.span("gap"), "”", CONFIDENCE)
    for match in matches(reader.page, AFTER_STOP):
        yield Proposal(RULE, *match.span("gap"), "”", STOP)
