"""Tags of a web page left in the text.

What it does
    Deletes HTML tags, also where the machine put spaces into them or they are escaped; where the tag stood before a
    sentence, the sentence begins with a capital.

Why it matters
    The tag is no text, and the word after it lost its capital because the machine took it for the middle of a
    sentence.

Example
    < p > < p > for the neighbours it is too late -> For the neighbours it is too late

When it is wrong
    A text about HTML names tags on purpose: a tag before the word “tag” or “element”, and one between backquotes,
    is left alone.

Fix
    certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import line_before, matches

RULE = Rule("ZM301", "leftover-markup", "fluency/markup", "minor")

_NAMES = (
    "p|br|hr|b|i|u|em|strong|span|div|font|img|a|h[1-6]|ul|ol|li|table|tr|td|th|tbody|center|section|article|sup|sub"
    "|script|style"
)
_SPACED = r"<[ \u00a0]{0,2}/?[ \u00a0]{0,2}(?:p|br|hr|div|span|strong|em)[ \u00a0]{0,2}/?[ \u00a0]{0,2}>"
_TIGHT = rf"</?(?:{_NAMES})(?:[ \u00a0][^<>\n]{{0,300}})?/?>"
_ESCAPED = rf"&lt;/?(?:{_NAMES})[ \u00a0]?/?&gt;"
TAGS = re.compile(rf"(?:(?:{_SPACED}|{_TIGHT}|{_ESCAPED})[ \u00a0]?+){{1,50}}+", re.IGNORECASE)
SUBJECT = re.compile(r"(?:tags?|elements?)\b", re.IGNORECASE)
CONFIDENCE = 0.98
GLUED = 0.95
"""The confidence where a tag stands between two words without a space: whether they are one word is not certain."""


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each run of tags."""
    text = reader.text
    if "<" not in text and "&lt;" not in text:
        return
    for match in matches(reader.page, TAGS):
        start, end = match.span()
        if SUBJECT.match(text, end):
            continue
        if begins_sentence(text, start):
            following = text[end : end + 1]
            if following.islower():
                gap = " " if start and not text[start - 1].isspace() else ""
                yield Proposal(RULE, start, end + 1, gap + following.upper(), CONFIDENCE)
            else:
                is_glued = start > 0 and not text[start - 1].isspace() and following.strip() != ""
                yield Proposal(RULE, start, end, " " if is_glued else "", CONFIDENCE)
        else:
            yield _inside(text, start, end)


def _inside(text: str, start: int, end: int) -> Proposal:
    """Tags in the middle of a sentence, or at the end of one, go with one of the spaces beside them."""
    before, after = text[start - 1 : start], text[end : end + 1]
    last = text[end - 1 : end]
    if before.isspace() and (not after.strip() or after in ",.;:!?"):
        return Proposal(RULE, start - 1, end, "", CONFIDENCE)
    if before.isalnum() and last.isspace() and after.isalnum():
        return Proposal(RULE, start, end - 1, "", CONFIDENCE)
    if before.isalnum() and after.isalnum():
        return Proposal(RULE, start, end, " ", GLUED)
    return Proposal(RULE, start, end, "", CONFIDENCE)


def begins_sentence(text: str, start: int) -> bool:
    """Whether the text before `start` is the end of a sentence, or nothing."""
    before = line_before(text, start).rstrip(' \u00a0"”’)')
    return not before or before[-1] in ".!?"
