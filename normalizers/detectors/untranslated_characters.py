"""Chinese characters left in the English.

What it does
    Gives the reading of the characters in pinyin as a suggestion.

Why it matters
    Most readers cannot read them, nor look them up.

Example
    the village of 李家 -> the village of Lijia

When it is wrong
    A name in brackets after its English form, and a character that the text speaks of in quotation marks, is meant.

Fix
    none, though the reading is named: what is missing is the translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pypinyin import lazy_pinyin

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches

RULE = Rule("ZM802", "untranslated-characters", "accuracy/untranslated", "major")

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{1,200}")
MEANT_BEFORE, MEANT_AFTER = '(（“‘"《「『', ')）”’"》」』,;'
CONFIDENCE = SUREST = 0.4


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a report for each run of characters."""
    text = reader.text
    if text.isascii():
        return
    for match in matches(reader.page, HAN):
        start, end = match.span()
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        if before and before in MEANT_BEFORE and after and after in MEANT_AFTER:
            continue
        reading = "".join(lazy_pinyin(match.group()))
        yield Proposal(
            RULE, start, end, reading.capitalize() if len(match.group()) <= LONGEST_NAME else None, CONFIDENCE
        )


LONGEST_NAME = 4
"""Characters of the longest run that may be a name, for which a reading helps."""
