"""A space before a comma or a stop.

What it does
    Deletes it.

Why it matters
    English sets no space there, and the stop can fall into the next line.

Example
    The talks were long , and frank . -> The talks were long, and frank.

When it is wrong
    Names that begin with a stop (.NET) and figures (.5) are left alone, and so are dots that stand for something
    left out.

Fix
    certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches

RULE = Rule("ZM306", "space-before-stop", "fluency/spacing", "minor")

SPACE = re.compile(r"(?<=[\w)”\"’%])[ \u00a0]{1,3}(?P<stop>[,;!?](?=[\s”\"’]|$)|\.(?=\s|$)(?!\s[.…]))")
CONFIDENCE = SUREST = 0.85


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each space; the span takes the stop in."""
    text = reader.text
    if not any(mark in text for mark in (" ,", " .", " ;", " !", " ?", "\u00a0,", "\u00a0.")):
        return
    for match in matches(reader.page, SPACE):
        yield Proposal(RULE, *match.span(), match["stop"], CONFIDENCE)
