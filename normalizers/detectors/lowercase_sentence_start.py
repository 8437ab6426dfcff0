"""A sentence that begins in lower case.

What it does
    Finds a small letter after a full stop that ends a sentence.

Why it matters
    The sentences run together.

Example
    The bridge is open. the tunnel is not. -> The bridge is open. The tunnel is not.

When it is wrong
    After a shortened word (approx., Inc.) no sentence begins; names like iPhone keep their small letter.

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
from normalizers.tables import words_of

RULE = Rule("ZM204", "lowercase-sentence-start", "fluency/capitalization", "minor")

START = re.compile(r"\.[”\"]?[ \u00a0]{1,2}(?P<letter>[a-z])(?=[a-z]{1,30}[ ,]| )")
WORD_BEFORE = re.compile(r"(?<![.\w])[a-z]{3,30}$")
CONFIDENCE = 0.92
QUOTED = 0.6
"""The confidence after a closing mark, where the sentence may go on: “Stop.” he said."""


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each small letter."""
    text = reader.text
    for match in START.finditer(text):
        before = WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
        if not before or before.group() in words_of("shortened"):
            continue
        at = match.start("letter")
        if is_open(reader.page, at, at + 1):
            yield Proposal(RULE, at, at + 1, text[at].upper(), QUOTED if match.group()[1] in '”"' else CONFIDENCE)
