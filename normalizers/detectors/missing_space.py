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

MISSING = re.compile(
    r"(?P<comma>(?<=[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f])[,;](?=[A-Za-z\u00c0-\u024f]{2}|[aI] )|(?<=[\d%)])[,;](?=[A-Za-z]{2}|[aI] )"
    r"|(?<=[A-Za-z]{3}),(?=\d))"
    r"|(?P<stop>(?<=[a-z]{2})[.!?](?=[A-Z][a-z]{1,30}\b|[AI] )|(?<=[\d%)])\.(?=[A-Z][a-z]{2,30} [A-Za-z]))"
)
ENTITY_BEFORE = re.compile(r"&#?\w{1,10}$")
HOSTS = re.compile(r"(?:Com|Net|Org|Cn|Gov|Edu|Js|Io|Ai|Tv|Posth)\b")
COMPANY = re.compile(r"(?:Ltd|Inc)\b")
CONFIDENCE = 0.96


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each stop."""
    text = reader.text
    for match in MISSING.finditer(text):
        start, end = match.span()
        if not is_open(reader.page, start, end) or _is_meant(text, start, end):
            continue
        yield Proposal(RULE, start, end, text[start:end] + " ", CONFIDENCE)


def _is_meant(text: str, start: int, end: int) -> bool:
    """Whether the stop ends an entity or stands inside a host or a company's name."""
    if text[start] == ";":
        return bool(ENTITY_BEFORE.search(text[max(0, start - 12) : start]))
    return bool((HOSTS if text[start] == "." else COMPANY).match(text, end))
