"""Whether a surface stands where a text says who reported something."""

from __future__ import annotations

from gazetteer.keys import FUNCTION_WORDS
from normalizers.page import Page

REPORTS = frozenset(
    """reported reports quoted quotes cited cites revealed disclosed commented wrote writes published publishes
    broadcast aired editorial commentary reporter reporters correspondent correspondents journalist journalists
    columnist website""".split()
)
"""Words behind the name of a newspaper, a broadcaster or an agency that makes something public."""
BETWEEN = frozenset({"also", "first", "recently", "earlier", "once", "previously"})
"""Words that may stand between the name and these."""
QUOTED = frozenset("reported quoted cited published interviewed broadcast released carried".split())
"""Words before "by" and the name of who reported."""
LONGEST = 6
"""Words from the one that says so to the name: "according to South Korea's national daily"."""


def is_reporting(page: Page, first: int, last: int) -> bool:
    """Whether a run of words is said to report, or what is reported is said to be by it: "according to the", "told
    the".
    """
    return _goes_on(page, last) or _is_named_as_source(page, first)


def _goes_on(page: Page, last: int) -> bool:
    behind = last + 1
    if behind < len(page.texts) and page.gaps[behind] == " " and page.folded[behind] in BETWEEN:
        behind += 1
    return behind < len(page.texts) and page.gaps[behind] in (" ", "'s ", "’s ") and page.texts[behind] in REPORTS


def _is_named_as_source(page: Page, first: int) -> bool:
    """Whether "according to", "told" or "reported by" stands before a surface, with what else is said of it between."""
    for at in range(first - 1, max(first - LONGEST, 0) - 1, -1):
        if page.gaps[at + 1].strip("'’s ") or page.sentence_of[at] != page.sentence_of[first]:
            return False
        word = page.folded[at]
        if word == "told":
            return True
        if word in ("to", "by"):
            return at > 0 and (page.folded[at - 1] == "according" if word == "to" else page.folded[at - 1] in QUOTED)
        if word in FUNCTION_WORDS and word not in ("the", "a"):
            return False
    return False
