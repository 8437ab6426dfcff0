"""A character written as an HTML entity.

What it does
    Puts the character for `&amp;`, `&nbsp;`, `&#39;` and their like, also where the ampersand was escaped again.

Why it matters
    The reader sees code.

Example
    Marks &amp; Spencer -> Marks & Spencer

When it is wrong
    A text about HTML; what stands between backquotes is left alone.

Fix
    certain; likely where the character would open a tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from normalizers.finding import Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches

RULE = Rule("ZM304", "escaped-entity", "fluency/character-encoding", "minor")

ENTITY = re.compile(r"&(?:amp;){0,3}(?:[A-Za-z]{2,10}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")
SPACES = str.maketrans({"\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u200b": None, "\u00ad": None})
CONFIDENCE = 0.97
OPENS_TAG = 0.8


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each entity that stands for a printable character."""
    if "&" not in reader.text:
        return
    for match in matches(reader.page, ENTITY):
        character = plain(match.group())
        if character == match.group() or len(character) > 1 or not (character.isprintable() or not character):
            continue
        yield Proposal(RULE, *match.span(), character, OPENS_TAG if character in ("<", ">") else CONFIDENCE)


def plain(entity: str) -> str:
    """The character of an entity that may be escaped several times; a kind of space is a space."""
    for _ in range(4):
        entity = unescape(entity)
    return entity.translate(SPACES)
