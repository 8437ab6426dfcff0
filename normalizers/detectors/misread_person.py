"""A person's name read from its Chinese characters in the wrong language, by ear, or word by word.

What it does
    Finds names that are a rendering of a known person's Chinese name and weighs who is meant by title, office, country
    and date.

Why it matters
    The reader cannot find the person: no source calls Suh Hoon "Xu Xun".

Example
    South Korean Foreign Minister Kang Jinghe -> Kang Kyung-wha

When it is wrong
    Pinyin of a foreign name can be the right name of a private person in China. Without a title, office or country that
    fits, the name is left alone or at most flagged.

Fix
    likely: applied at the confidence that the evidence comes to.
"""

from __future__ import annotations

from collections.abc import Iterator

from normalizers.detectors.names import propose
from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader

RULE = Rule("ZM101", "misread-person", "accuracy/mistranslation/named-entity", "major")


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each surface."""
    yield from propose(reader, RULE, frozenset({"person"}))
