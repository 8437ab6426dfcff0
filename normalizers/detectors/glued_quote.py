"""A curly quotation mark without a space between it and the word outside.

What it does
    Sets the space before an opening and after a closing mark, and turns a pair of marks round that stands the wrong
    way.

Why it matters
    Chinese sets no spaces; the machine kept the marks as they stood.

Example
    the“green channel”at the port -> the “green channel” at the port

When it is wrong
    A mark inside a word (the plural of a quoted letter) is rare; a mark right after an opening bracket or a dash is
    right.

Fix
    certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import is_open

RULE = Rule("ZM309", "glued-quote", "fluency/spacing", "minor")

GLUED = re.compile(
    r"(?P<turned>(?<=[\w,;:])”(?=\w)[^“”\"\n]{1,120}“(?=[\s\w,.;:]|$))"
    r"|(?P<opening>(?<=[\w,;:%)!?.”])“(?=[\w$€£#])|(?<=[^\s\"“]\.)“(?=[A-Z]))"
    r"|(?P<closing>(?<=[^\s“(\[])”(?=[\w$€£(“]))"
)
INVERTED = re.compile(r"(?<=\w)“(?=\w)")
CONFIDENCE = 0.96
TURNED = 0.92


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each mark."""
    text = reader.text
    if "“" not in text and "”" not in text:
        return
    for match in GLUED.finditer(text):
        start, end = match.span()
        if match["turned"]:
            if is_open(reader.page, start, end):
                yield from _turned(text, start, end)
        elif is_open(reader.page, start, end):
            yield _spaced(text, start, end)


def _spaced(text: str, start: int, end: int) -> Proposal:
    """One mark with the space that it lacks. A pair of marks between two quotations gets its space from the closing one."""
    if text[start] == "”":
        return Proposal(RULE, start, end, "” ", CONFIDENCE)
    if text[start - 1] == "”":
        return Proposal(RULE, start, end, "“", CONFIDENCE)
    return Proposal(RULE, start, end, " “", CONFIDENCE)


def _turned(text: str, start: int, end: int) -> Iterator[Proposal]:
    """The two marks of a pair that stands the wrong way round."""
    yield Proposal(RULE, start, start + 1, " “", TURNED)
    after = text[end : end + 1]
    yield Proposal(RULE, end - 1, end, "” " if after.isalnum() else "”", TURNED)
