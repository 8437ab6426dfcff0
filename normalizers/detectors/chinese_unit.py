"""A Chinese measure whose size few readers know.

What it does
    Suggests the metric size beside mu (land) and jin (weight).

Why it matters
    An English reader does not know that a mu is a fifteenth of a hectare.

Example
    planted 300 mu of wheat -> planted 300 mu (20 hectares) of wheat

When it is wrong
    Where the metric size follows already, nothing is said.

Fix
    likely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches

RULE = Rule("ZM501", "chinese-unit", "locale-convention/measurement-format", "minor")

AMOUNT = re.compile(
    r"(?P<number>\d(?<!\w\d)(?:\d{0,2}(?:,\d{3}){1,4}|\d{0,8}(?:\.\d{1,4})?))(?P<scale> million| billion)?"
    r" (?P<unit>mu|jin)\b(?! ?\()"
)
PER_UNIT = {"mu": (1 / 15, "hectares"), "jin": (0.5, "kilograms")}
"""One mu is 10,000/15 square metres, one jin 500 grams (State Council order on units of measurement, 1984)."""
CONFIDENCE = SUREST = 0.8


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a suggestion for each amount."""
    if reader.page.written.isdisjoint(PER_UNIT):
        return
    for match in matches(reader.page, AMOUNT):
        size, unit = PER_UNIT[match["unit"]]
        amount = f"{float(match['number'].replace(',', '')) * size:,.4g}"
        if "e" not in amount:
            converted = f"{match.group()} ({amount}{match['scale'] or ''} {unit})"
            yield Proposal(RULE, *match.span(), converted, CONFIDENCE)
