"""The United States in lower case: us for US.

What it does
    Finds “us” where it cannot be the pronoun: after “the”, before “-led”, before troops, officials and the like
    after a preposition.

Why it matters
    The sentence seems to speak of the writer.

Example
    the us military said -> the US military said

When it is wrong
    “the us-versus-them mood” and “the us of ten years ago” are English.

Fix
    certain after “the” and before a hyphen, likely elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches
from normalizers.tables import words_of

RULE = Rule("ZM203", "lowercase-us", "fluency/capitalization", "minor")

AFTER = "and|is|was|has|had|will|would|could|should|said|says|to|in|on|for|from|with|at|by|as|that|which|but|or"
CERTAIN, LIKELY = 0.95, 0.85


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each “us” that is a country."""
    text = reader.text
    if "us" in reader.page.written and any(us in text for us in (" us ", " us-", "the us", " us.", " us,")):
        for match in matches(reader.page, country(words_of("us_nouns"))):
            yield Proposal(RULE, *match.span(), "US", LIKELY if match["likely"] else CERTAIN)
    if "u.s." in text:
        for match in matches(reader.page, re.compile(r"\bu\.s\.(?!\w)")):
            yield Proposal(RULE, *match.span(), "U.S.", CERTAIN)


@lru_cache(maxsize=4)
def country(nouns: frozenset[str]) -> re.Pattern[str]:
    """The pattern of “us” as a country, given the nouns that follow it."""
    listed = "|".join(sorted(map(re.escape, nouns)))
    return re.compile(
        rf"\bus\b(?:(?<=[Tt]he us)(?= (?:{AFTER}|{listed})\b|[,.;:”]|['’]s\b)"
        rf"|(?=-(?:led|backed|based|made|china|russia|japan|south|korea|north|iran|israel)\b)"
        rf"|(?<= (?:of|by|in) us)(?P<likely>(?= (?:{listed})\b)))"
    )
