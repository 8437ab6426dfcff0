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
from normalizers.spans import is_open, opened_at

RULE = Rule("ZM309", "glued-quote", "fluency/spacing", "minor")

GLUED = re.compile(
    r"”(?<=[\w,;:].)(?=(?P<turned>\w[^“”\"\n]{0,120}“)(?:[\s\w,.;:]|$))"
    r"|“(?:(?<=[\w,;:%)!?.”].)(?=[\w$€£#]))"
    r"|”(?:(?<=[^\s“(\[].)(?=[\w$€£(“]))"
    r"|“(?P<closing>(?<=[\w%].)(?=[\s,.;:!?)]|$))"
)
CONFIDENCE = 0.96
TURNED = 0.92


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each mark."""
    text = reader.text
    if "“" not in text and "”" not in text:
        return
    done = 0
    for match in GLUED.finditer(text):
        start, end = match.span()
        if start < done or not is_open(reader.page, start, end):
            continue
        if match["closing"] is not None:
            if opened_at(text, start) is not None:
                yield Proposal(RULE, start, end, "”", TURNED)
        elif match["turned"] and opened_at(text, start) is None:
            done = match.end("turned")
            yield from _turned(text, start, done)
        else:
            yield _spaced(text, start)


def _spaced(text: str, start: int) -> Proposal:
    """One mark with the space that it lacks; a closing mark where nothing is open is an opening one."""
    end = start + 1
    if text[start] == "“":
        return Proposal(RULE, start, end, "“" if text[start - 1] == "”" else " “", CONFIDENCE)
    if opened_at(text, start) is not None or not text[end].isalnum() or text[start - 1] in ".!?":
        return Proposal(RULE, start, end, "” ", CONFIDENCE)
    return Proposal(RULE, start, end, " “", TURNED)


def _turned(text: str, start: int, end: int) -> Iterator[Proposal]:
    """The two marks of a pair that stands the wrong way round."""
    yield Proposal(RULE, start, start + 1, " “", TURNED)
    yield Proposal(RULE, end - 1, end, "” " if text[end : end + 1].isalnum() else "”", TURNED)
