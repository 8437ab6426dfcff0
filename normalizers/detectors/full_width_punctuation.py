"""Punctuation, letters or digits in the full-width forms of Chinese typesetting.

What it does
    Puts the English mark, with its space, and plain letters and digits.

Why it matters
    The marks are wide, carry their own space, and many fonts lack them.

Example
    The talks ended。 -> The talks ended.

When it is wrong
    Beside Chinese characters the marks are right and are left alone.

Fix
    certain; likely for the angle brackets round titles, which English sets as quotation marks or italics.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches

RULE = Rule("ZM308", "full-width-punctuation", "fluency/punctuation", "minor")

MARK = re.compile(
    r"[，。；：！？、．（）％０-９Ａ-Ｚａ-ｚ《](?:(?<=《)(?P<title>[^《》\n]{1,100})》|(?<=[０-９Ａ-Ｚａ-ｚ])[０-９Ａ-Ｚａ-ｚ]{0,80}|)"
)
CLOSING = {"，": ",", "。": ".", "；": ";", "：": ":", "！": "!", "？": "?", "、": ",", "．": ".", "）": ")", "％": "%"}
HAN = re.compile(r"[\u3400-\u9fff]")
CONFIDENCE = 0.97
TITLE = 0.85


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each mark that stands in no Chinese text."""
    text = reader.text
    if text.isascii():
        return
    for match in matches(reader.page, MARK):
        start, end = match.span()
        surface = match.group()
        if HAN.search(text[max(0, start - 1) : start] + text[end : end + 1] + (match["title"] or "")):
            continue
        if surface == "《":
            continue
        if match["title"]:
            yield Proposal(RULE, start, end, f"“{match['title']}”", TITLE)
        else:
            yield _proposal(text, start, end, surface)


def _proposal(text: str, start: int, end: int, surface: str) -> Proposal:
    """The narrow form with the spaces that English sets beside it; a space that stands before a stop goes."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if surface == "（":
        return Proposal(RULE, start, end, " (" if before.isalnum() else "(", CONFIDENCE)
    if surface not in CLOSING:
        return Proposal(RULE, start, end, surface.translate(_NARROW), CONFIDENCE)
    narrow = CLOSING[surface]
    if before == " " and start > 1 and not text[start - 2].isspace():
        start -= 1
    if surface in "．：" and before.isdigit() and after.isdigit():
        return Proposal(RULE, start, end, narrow, CONFIDENCE)
    return Proposal(
        RULE, start, end, narrow + (" " if after.isalnum() or (after in "“(" and after) else ""), CONFIDENCE
    )


_NARROW = {wide: wide - 0xFEE0 for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
