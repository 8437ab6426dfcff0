"""What the desk wrote for itself: the editor’s name, the end mark, the paper’s own tag.

What it does
    Reports a line or a bracket with “Responsible Editor”, “(End)”, “this newspaper news” and their like.

Why it matters
    It is no part of the story.

Example
    (Responsible Editor: Li Na)

When it is wrong
    A story about a newspaper.

Fix
    certain for the end mark that stands alone at the end of a paragraph; none elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches

RULE = Rule("ZM701", "desk-residue", "style/wire-residue", "minor")

END_MARK = re.compile(
    r"(?<=[.!?”\"])[ \u00a0]?[(（](?:End|Finish|Finished|The end|END|over)[)）][ \u00a0]?$", re.MULTILINE
)
DESK = re.compile(
    r"\(?\b(?:Responsib(?:le|ility) Editor|Editor in charge|Duty Editor|Editor-in-charge)\b"
    r"(?:[:：] ?[A-Z][\w ]{1,40}\)?)?"
    r"|^This (?:newspaper|station|website)(?:'s|’s)? (?:news|report|dispatch)\b|\b[Tt]his newspaper news\b",
    re.MULTILINE,
)
MARKS = ("Editor", "(End", "(Finish", "his newspaper", "his station", "his website", "(over)", "(The end", "(END")
ENDS = ("End", "Finish", "The end", "END", "over")
REMARKS = (
    *("ible Editor", "ility Editor", "Editor in charge", "Duty Editor", "Editor-in-charge", "his newspaper"),
    *("This station", "This website"),
)
CONFIDENCE = 0.9


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each remark of the desk."""
    if not any(mark in reader.text for mark in MARKS):
        return
    text = reader.text
    if any(end in text for end in ENDS):
        for match in matches(reader.page, END_MARK):
            yield Proposal(RULE, *match.span(), "", CONFIDENCE)
    if any(remark in text for remark in REMARKS):
        for match in matches(reader.page, DESK):
            yield Proposal(RULE, *match.span(), None, None)
