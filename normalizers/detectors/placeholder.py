"""A placeholder that a translation system put for an address or a number and never took away.

What it does
    Deletes `<url>` and its like at the end of a headline with the dash before it, joins words that were divided
    into pieces (“@-@”), and reports a placeholder that stands for something lost in mid-sentence.

Why it matters
    It means nothing to a reader.

Example
    Two bridges reopen after the flood - <url> -> Two bridges reopen after the flood

When it is wrong
    A manual for writers of templates.

Fix
    certain at the end of a line; none in mid-sentence, where the text that it stands for is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches

RULE = Rule("ZM302", "placeholder", "fluency/markup", "minor")

SLOT = re.compile(
    r"<(?:url|unk|num|name|email|user|link|img|date)>|\[(?:UNK|URL|NUM|MASK)\]|__(?:URL|UNK|NUM|EMAIL)__"
    r"|\{\{[\w. ]{1,40}\}\}",
    re.IGNORECASE,
)
DASH_BEFORE = re.compile(r"[ \u00a0]?[-–—|][ \u00a0]?$|[ \u00a0]$")
PIECES = re.compile(r"@(?P<mark>[-–/])@|@@(?=[ \u00a0]\w)")
MARKS = ("<", "[", "__", "{{")
CONFIDENCE = 0.97


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each placeholder."""
    text = reader.text
    if any(mark in text for mark in MARKS):
        for match in matches(reader.page, SLOT):
            yield _slot(text, *match.span())
    if "@" in text:
        for match in matches(reader.page, PIECES):
            start, end = match.span()
            before = text[start - 1 : start] if start else ""
            yield Proposal(
                RULE, start - (before == " "), end + (text[end : end + 1] == " "), match["mark"] or "", CONFIDENCE
            )


def _slot(text: str, start: int, end: int) -> Proposal:
    """A placeholder goes with its dash at the end of a line; elsewhere it is only reported."""
    after = text[end : end + 2].rstrip(" \u00a0")
    if after and not after.startswith("\n"):
        return Proposal(RULE, start, end, None, None)
    dash = DASH_BEFORE.search(text, max(0, start - 3), start)
    return Proposal(RULE, dash.start() if dash else start, end, "", CONFIDENCE)
