"""What the desk wrote for itself: the editor’s name, the end mark, the paper’s own tag, buttons of its website.

What it does
    Finds a line, or a bracket at the end of one, that is nothing but “Responsible Editor: ...”, “(End)”, “Return to
    Sohu, see more” or their like by a table; “this newspaper news” at the beginning of a line; and a byline that is
    glued to the text.

Why it matters
    It is no part of the story.

Example
    The dam held. (End) -> The dam held.

When it is wrong
    A story about a newspaper or a website; a credit line that the reader wants.

Fix
    certain for the end mark, for buttons and for the space after a glued byline; likely for credits and for the paper’s
    own tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from normalizers.finding import Evidence, Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import is_open, matches, matches_with
from normalizers.tables import table

RULE = Rule("ZM701", "desk-residue", "style/wire-residue", "minor")

BRACKETED = re.compile(
    r"[ \u00a0]?(?:[(（](?P<round>[^()（）\n]{2,160})[)）]|[\[【](?P<square>[^\[\]【】\n]{2,160})[\]】])[ \u00a0]?$",
    re.M,
)
CLOSING = re.compile(r"[)）\]】][ \u00a0]?$", re.M)
"""How every match of `BRACKETED` ends, on the line that it stands on."""
LINE = re.compile(r"^[ \t]{0,8}(?P<line>[^\n]{3,320})$", re.M)
TAG = re.compile(
    r"^(?:This|Our) (?:newspaper|paper|station|website|agency)(?:['’]s)? (?:news|report|dispatch|telegram)\b[,:]? ?"
    r"|\b[Tt]his newspaper news\b[,:]? ?",
    re.M,
)
TAGS = tuple(f"{whose} {tag}" for whose in ("this", "our") for tag in "newspaper paper station website agency".split())
"""What every match of `TAG` has in it."""
BYLINE = re.compile(r"\((?:[Oo]ur )?(?:[Rr]eporters?|[Cc]orrespondents?|[Ii]ntern) [A-Z][^()\n]{2,80}\)(?=[A-Z“])")
LIKELY, GLUED = 0.8, 0.95


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A row of the table."""

    wording: re.Pattern[str]
    chinese: str
    confidence: float


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each remark of the desk."""
    text = reader.text
    for match in LINE.finditer(text):
        if row := _row(match["line"].strip(" \t*—-")):
            yield _deletion(match.start("line"), match.end("line"), row)
    for closing in CLOSING.finditer(text):
        found = BRACKETED.search(text, text.rfind("\n", 0, closing.start()) + 1, closing.end())
        if found and is_open(reader.page, *found.span()) and (row := _row((found["round"] or found["square"]).strip())):
            yield _deletion(*found.span(), row)
    if "(" in text:
        for match in matches(reader.page, BYLINE):
            yield Proposal(RULE, match.end() - 1, match.end(), ") ", GLUED)
    for match in matches_with(reader.page, TAGS, TAG):
        yield Proposal(RULE, *match.span(), "", LIKELY)


@lru_cache(maxsize=1)
def desk_lines() -> tuple[DeskLine, ...]:
    """The rows of the table."""
    return tuple(
        DeskLine(re.compile(wording, re.IGNORECASE), chinese, float(confidence))
        for wording, chinese, confidence in table("desk_lines")
    )


@lru_cache(maxsize=1)
def any_desk_line() -> re.Pattern[str]:
    """All wordings of the table as one."""
    return re.compile("|".join(f"(?:{row[0]})" for row in table("desk_lines")), re.IGNORECASE)


def _row(line: str) -> DeskLine | None:
    """The row that a line or bracket is, from its first to its last letter."""
    if not any_desk_line().fullmatch(line):
        return None
    return next((row for row in desk_lines() if row.wording.fullmatch(line)), None)


def _deletion(start: int, end: int, row: DeskLine) -> Proposal:
    claim = Evidence(f"this is how {row.chinese}, a remark of the desk, comes out", 0.0)
    return Proposal(RULE, start, end, "", row.confidence, (claim,))
