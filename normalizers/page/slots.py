"""Where a span stands: where a text names its source, or between quotation marks."""

from __future__ import annotations

import regex

TAG = regex.compile(r"(?:\s[-–—_|]{1,2}|[_|]|\bsource:|\()\s?(?:the )?$", regex.IGNORECASE)
DATELINE = regex.compile(r"^\W{0,3}(?:[\w'’]+(?:[ -][\w'’]+){0,3},)?[^.!?]{0,40}\(?$")
DATED = regex.compile(r"\)?\s*(?:--|—|–|:|,)?\s*(?:\(|[A-Z]\w+,|\w+ \d{1,2}\b|reporter|--|—)")
REPORTED = regex.compile(r",?\s+(?:reporter|correspondent|journalist)\b", regex.IGNORECASE)
"""What stands before and after the name of a text's source."""

CLOSING = {'"': '"”', "“": '”"', "‘": "’'", "'": "'’", "«": "»", "「": "」", "『": "』", "《": "》"}
"""A mark that opens a quotation -> those that close it."""


def is_source(text: str, start: int, end: int) -> bool:
    """Whether a span stands where a text names its source: at the end of a headline, in a dateline, before
    "reporter".
    """
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    before, after = (
        text[max(begin, start - 80) : start],
        text[end : stop if stop >= 0 else len(text)][:40],
    )
    if not after.strip(" .)]\t") and TAG.search(before):
        return True
    if len(before) < 40 and REPORTED.match(after):
        return True
    if any(mark in before[3:] for mark in ".!?"):  # they stand at the very beginning of a dateline alone
        return False
    return bool(DATED.match(after) and DATELINE.search(before))


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a span stands between quotation marks of its own."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2].lstrip(",.")
    return bool(before) and bool(after) and after[0] in CLOSING.get(before, "")
