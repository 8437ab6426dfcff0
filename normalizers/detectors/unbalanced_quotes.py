"""A quotation that is opened and never closed, or closed and never opened.

What it does
    Reports the curly mark that has no partner in its paragraph.

Why it matters
    The reader cannot tell where the quotation ends.

Example
    He spoke of the “four seas and left.

When it is wrong
    A quotation over several paragraphs opens each of them and closes the last only: an opening mark before a
    paragraph that begins with another is left alone.

Fix
    none: where the quotation ends is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import is_open

RULE = Rule("ZM310", "unbalanced-quotes", "fluency/punctuation", "minor")
SUREST = 0.0

MARK = re.compile('[“”"\n]')


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a report for each mark without a partner. A straight mark may be the partner of a curly one."""
    text = reader.text
    if "“" not in text and "”" not in text:
        return
    opened: int | None = None
    for match in MARK.finditer(text):
        at, mark = match.start(), match.group()
        alone: int | None = None
        if mark == "\n":
            alone, opened = (None if _goes_on(text, at) else opened), None
        elif mark == "“":
            alone, opened = opened, at
        elif opened is not None:
            opened = None
        elif mark == "”":
            alone = at
        if alone is not None and is_open(reader.page, alone, alone + 1):
            yield Proposal(RULE, alone, alone + 1, None, None)
    if opened is not None and is_open(reader.page, opened, opened + 1):
        yield Proposal(RULE, opened, opened + 1, None, None)


def _goes_on(text: str, at: int) -> bool:
    """Whether the next paragraph begins with an opening mark."""
    return text[at : at + 8].lstrip().startswith(("“", '"'))
