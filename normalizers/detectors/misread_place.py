"""A place outside the Chinese-speaking world, or with an established English name, written in pinyin or word by word.

What it does
    Finds renderings of a known place's Chinese name and weighs them by the countries that the text names.

Why it matters
    "Pingchang" is a county in Sichuan; the Winter Olympics were held in PyeongChang.

Example
    the port of Fushan in South Korea -> the port of Busan in South Korea

When it is wrong
    Many foreign places share the pinyin of their name with a place in China.

Fix
    likely: applied at the confidence that the evidence comes to.
"""

from __future__ import annotations

from collections.abc import Iterator

from normalizers.detectors.names import propose
from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader

RULE = Rule("ZM102", "misread-place", "accuracy/mistranslation/named-entity", "major")


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each surface."""
    yield from propose(reader, RULE, frozenset({"place"}))
