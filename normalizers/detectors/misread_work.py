"""The title of a book, a film or a series put into English word by word.

What it does
    Finds literal glosses of the Chinese titles of works that have an English title.

Why it matters
    The reader cannot find the work.

Example
    the series "Langya List" -> the series "Nirvana in Fire"

When it is wrong
    Titles are often ordinary words.

Fix
    likely: applied at the confidence that the evidence comes to.
"""

from __future__ import annotations

from collections.abc import Iterator

from normalizers.detectors.names import propose
from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader

RULE = Rule("ZM105", "misread-work", "accuracy/mistranslation/named-entity", "minor")


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each surface."""
    yield from propose(reader, RULE, frozenset({"work"}))
