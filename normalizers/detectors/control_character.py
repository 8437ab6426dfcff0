r"""Control characters and characters of no width.

What it does
    Deletes them, where they stand beside plain Latin text.

Why it matters
    They cannot be seen, break search and copying, and show as boxes in some programs.

Example
    the ve\u00adto -> the veto

When it is wrong
    Joiners and direction marks are needed in other scripts, where they are left alone. The replacement character
    (\ufffd) is reported: what it stood for is lost.

Fix
    certain; none for the replacement character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches

RULE = Rule("ZM311", "control-character", "fluency/character-encoding", "minor")

CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb\ufffd]{1,80}"
)
CONFIDENCE = 0.97


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each run of such characters."""
    text = reader.text
    if text.replace("\n", "").isprintable():
        return
    for match in matches(reader.page, CONTROL):
        start, end = match.span()
        if "\ufffd" in match.group():
            yield Proposal(RULE, start, end, None, None)
        elif _is_plain(text[start - 1 : start] if start else "") and _is_plain(text[end : end + 1]):
            yield Proposal(RULE, start, end, "", CONFIDENCE)


def _is_plain(neighbour: str) -> bool:
    return neighbour.isascii() or neighbour in "“”‘’–—…" or neighbour.isspace() or "\u00c0" <= neighbour <= "\u024f"
