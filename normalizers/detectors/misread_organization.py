"""An organisation's name in pinyin, or put into English piece by piece.

What it does
    Finds renderings of a known organisation's Chinese name that are not one of its English names.

Why it matters
    Readers do not know "Lutoushe" for Reuters, and word-by-word names are taken for other bodies.

Example
    Faxinshe reported from Paris -> Agence France-Presse reported from Paris

When it is wrong
    A literal gloss can be an ordinary description; it then needs words of its own field around it.

Fix
    likely: applied at the confidence that the evidence comes to.
"""

from __future__ import annotations

from collections.abc import Iterator

from normalizers.detectors.names import propose
from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader

RULE = Rule("ZM103", "misread-organization", "accuracy/mistranslation/named-entity", "major")


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each surface."""
    yield from propose(reader, RULE, frozenset({"organization", "office"}))
