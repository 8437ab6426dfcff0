"""Text that was read in the wrong encoding.

What it does
    Finds words with the letters that UTF-8 leaves behind when it is read as another encoding, and puts them right
    with ftfy.

Why it matters
    Apostrophes, dashes and accents turn into runs of symbols.

Example
    he doesnâ€™t know -> he doesn’t know

When it is wrong
    ftfy leaves alone what may be meant; a word that only looks like mojibake has not been seen in news.

Fix
    certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ftfy import fix_encoding

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches

RULE = Rule("ZM303", "mojibake", "fluency/character-encoding", "major")

LEADS = "ÃÂâðÅÄÐÑ"
"""The first letters of what two-, three- and four-byte sequences become."""
GARBLED = re.compile(rf"[^\s{LEADS}]{{0,40}}[{LEADS}][^\s]{{0,60}}")
CONFIDENCE = 0.96


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each garbled word."""
    text = reader.text
    if text.isascii() or not any(lead in text for lead in LEADS):
        return
    for match in matches(reader.page, GARBLED):
        surface = match.group()
        fixed = fix_encoding(surface)
        if fixed != surface and "\ufffd" not in fixed:
            yield _trimmed(match.start(), surface, fixed)


def _trimmed(start: int, surface: str, fixed: str) -> Proposal:
    """The change without the letters that stay at both ends."""
    first, last, fixed_last = 0, len(surface), len(fixed)
    while first < min(last, fixed_last) and surface[first] == fixed[first]:
        first += 1
    while last > first and fixed_last > first and surface[last - 1] == fixed[fixed_last - 1]:
        last -= 1
        fixed_last -= 1
    return Proposal(RULE, start + first, start + last, fixed[first:fixed_last], CONFIDENCE)
