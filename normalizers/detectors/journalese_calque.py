"""A turn of Chinese news language put into English piece by piece.

What it does
    Finds “introduced that”, “my country” in the mouth of the reporter, “the relevant person in charge”, “on the
    occasion of the epidemic” and their like by a table, and names what English says.

Why it matters
    It reads as a translation, and some turns say something else: no country of the reporter’s is meant by “my country”.

Example
    The director introduced that the bridge is open. -> The director said that the bridge is open.

When it is wrong
    Within a quotation somebody may speak of “my country”; “on the occasion of his birthday” and “contact with the
    outside world” are English and are left alone.

Fix
    certain for what English never says so, likely for what an editor would put in other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from normalizers.finding import Evidence, Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches_with, opened_at
from normalizers.tables import table

RULE = Rule("ZM602", "journalese-calque", "style/unidiomatic", "minor")

KOREAS = frozenset({"KP", "KR"})
SPEAKER = re.compile(r"\b(?:I|me|myself)\b")
MOST_SPEAKERS = 200


@dataclass(frozen=True, slots=True)
class Calque:
    """A row of the table: `word` stands somewhere in the text, and `part`, in whatever case, in every match."""

    chinese: str
    word: str
    part: str
    wording: re.Pattern[str]
    english: str
    confidence: float
    where: str


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each turn."""
    text, words = reader.text, frozenset(reader.page.folded)
    is_narrated: bool | None = None
    for calque in calques():
        if calque.word not in words or (calque.where == "korea" and not _names_korea(reader)):
            continue
        for match in matches_with(reader.page, (calque.part,), calque.wording):
            if calque.where == "narrated":
                is_narrated = _is_narrated(text) if is_narrated is None else is_narrated
                if not is_narrated or opened_at(text, match.start()) is not None:
                    continue
            yield _proposal(calque, match)


@lru_cache(maxsize=1)
def calques() -> tuple[Calque, ...]:
    """The rows of the table."""
    return tuple(
        Calque(
            chinese, word, part, re.compile(wording, re.IGNORECASE | re.MULTILINE), english, float(confidence), where
        )
        for chinese, word, part, wording, english, confidence, where in table("calques")
    )


def _proposal(calque: Calque, match: re.Match[str]) -> Proposal:
    start, end = match.span()
    surface = match.group()
    if calque.english == "^":
        wording = match[1].upper() if surface[0].isupper() else match[1]
    else:
        wording = match.expand(calque.english)
        wording += " " if surface.endswith(" ") and not wording.endswith(" ") else ""
        wording = wording[0].upper() + wording[1:] if surface[0].isupper() else wording
    evidence = Evidence(f"“{surface.strip()}” is how {calque.chinese} comes out word by word", 0.0)
    return Proposal(RULE, start, end, wording, calque.confidence, (evidence,))


def _names_korea(reader: Reader) -> bool:
    return not KOREAS.isdisjoint(reader.page.document_countries)


def _is_narrated(text: str) -> bool:
    """Whether a text has no “I” outside quotation marks, so that “my” and “our” can only be the reporter’s country."""
    return all(opened_at(text, match.start()) is not None for match in islice(SPEAKER.finditer(text), MOST_SPEAKERS))
