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
from normalizers.spans import matches, opened_at

RULE = Rule("ZM312", "detached-quote", "fluency/spacing", "minor")

GAP = re.compile(r"[ \u00a0]{1,2}[”\"](?=[\s,.;:!?)]|$)")
DETACHED = re.compile(r"[”\"](?<=[ \u00a0].)(?=[\s,.;:!?)]|$)")
"""The mark of such a gap, which is found sooner than its space."""
CONFIDENCE = 0.92
STOP = 0.85


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each detached closing mark."""
    text = reader.text
    if not DETACHED.search(text):
        return
    for match in matches(reader.page, GAP):
        start, end = match.span()
        before = text[start - 1 : start] if start else ""
        if before.isalnum() or (before and before in "%)"):
            opened = opened_at(text, start)
            if opened is not None and text[opened] != '"':
                yield Proposal(RULE, start, end, "”", CONFIDENCE)
        elif before and before in ".,!?" and text[end - 1] == "”":
            yield Proposal(RULE, start, end, "”", STOP)
