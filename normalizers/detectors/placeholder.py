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

_TOKEN = r"(?:<(?:url|unk|num|name|email|user|link|img|date)>|\[(?:UNK|URL|NUM|MASK)\]|__(?:URL|UNK|NUM|EMAIL)__|\{\{[\w. ]{1,40}\}\})"
PLACEHOLDER = re.compile(
    rf"(?P<end>[ \u00a0]?(?:[-–—|][ \u00a0]?)?{_TOKEN}[ \u00a0]?$)|(?P<joint>[ \u00a0]?@[-–/]@[ \u00a0]?)|(?P<piece>(?<=\w)@@[ \u00a0](?=\w))|{_TOKEN}",
    re.IGNORECASE | re.MULTILINE,
)
MARKS = ("<", "[", "__", "{{", "@")
CONFIDENCE = 0.97


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each placeholder."""
    text = reader.text
    if not any(mark in text for mark in MARKS):
        return
    for match in matches(reader.page, PLACEHOLDER):
        start, end = match.span()
        if match["end"]:
            yield Proposal(RULE, start, end, "", CONFIDENCE)
        elif match["joint"]:
            yield Proposal(RULE, start, end, match["joint"].strip(" \u00a0@"), CONFIDENCE)
        elif match["piece"]:
            yield Proposal(RULE, start, end, "", CONFIDENCE)
        else:
            yield Proposal(RULE, start, end, None, None)
