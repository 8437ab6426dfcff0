"""No space after a comma or a stop.

What it does
    Sets the space after a comma, semicolon, stop, question or exclamation mark that has a word right after it.

Why it matters
    Two words run into one, for readers as for search.

Example
    In 2010,he quit -> In 2010, he quit

When it is wrong
    Figures (1,000), initials (J.R.), hosts (example.com), file names, formulas (N,N-dimethyl) and “Co.,Ltd.” are
    written so.

Fix
    certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import is_open

RULE = Rule("ZM307", "missing-space", "fluency/spacing", "minor")

STOP = re.compile(r"[,;.!?](?=[A-Za-z0-9\u00c0-\u024f])")
BEFORE_COMMA = re.compile(r"(?:[^\W\d_]{2}|[\d%)])$")
AFTER_COMMA = re.compile(r"[A-Za-z\u00c0-\u024f]{2}|[aI] |[a-z]-[a-z]{3}")
BEFORE_FIGURE = re.compile(r"[A-Za-z]{3}$")
BEFORE_STOP = re.compile(r"[a-z]{2}$")
AFTER_STOP = re.compile(r"(?!(?:Com|Net|Org|Cn|Gov|Edu|Js|Io|Ai|Tv)\b)(?:[A-Z][a-z]{1,30}\b|[AI] )")
FIGURE_BEFORE_STOP = re.compile(r"[\d%)]$")
AFTER_FIGURE = re.compile(r"[A-Z][a-z]{2,30} [A-Za-z]")
ENTITY_BEFORE = re.compile(r"&#?\w{1,10}$")
COMPANY = re.compile(r"(?:Ltd|Inc)\b")
CONFIDENCE = 0.96


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each stop."""
    text = reader.text
    for match in STOP.finditer(text):
        start, end = match.span()
        lacking = _lacks_comma_space if text[start] in ",;" else _lacks_stop_space
        if lacking(text, start) and is_open(reader.page, start, end):
            yield Proposal(RULE, start, end, text[start] + " ", CONFIDENCE)


def _lacks_comma_space(text: str, at: int) -> bool:
    """Whether a comma or semicolon stands between words, and neither ends an entity nor belongs to a company's name."""
    before = text[max(0, at - 12) : at]
    if text[at] == "," and text[at + 1].isdigit():
        return bool(BEFORE_FIGURE.search(before))
    if not (BEFORE_COMMA.search(before) and AFTER_COMMA.match(text, at + 1)):
        return False
    return not (ENTITY_BEFORE.search(before) if text[at] == ";" else COMPANY.match(text, at + 1))


def _lacks_stop_space(text: str, at: int) -> bool:
    """Whether a stop stands between two sentences, and not inside a host or a file's name."""
    before = text[max(0, at - 2) : at]
    if BEFORE_STOP.search(before):
        return bool(AFTER_STOP.match(text, at + 1))
    return text[at] == "." and bool(FIGURE_BEFORE_STOP.search(before) and AFTER_FIGURE.match(text, at + 1))
