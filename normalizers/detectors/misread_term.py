"""A term, an event or a product put into English piece by piece.

What it does
    Finds literal glosses, and pinyin, of the Chinese names of terms, treaties, summits, campaigns and products.

Why it matters
    "special gold meeting" says nothing to anyone; it is the Trump-Kim summit.

Example
    the special gold meeting in Hanoi -> the Trump-Kim summit in Hanoi

When it is wrong
    A gloss can be ordinary English ("extreme pressure"): it is changed only in quotation marks or among words of its
    field.

Fix
    likely: applied at the confidence that the evidence comes to.
"""

from __future__ import annotations

from collections.abc import Iterator

from normalizers.detectors.names import propose
from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader

RULE = Rule("ZM104", "misread-term", "terminology/wrong-term", "major")


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each surface."""
    yield from propose(reader, RULE, frozenset({"term", "event", "product"}))
