"""Text as a reader may safely see it: what is invisible, turns the direction or cannot be encoded is named."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

NAMES = {
    0x061C: "ALM",
    0x200B: "ZWSP",
    0x200E: "LRM",
    0x200F: "RLM",
    0x2028: "LSEP",
    0x2029: "PSEP",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0xFEFF: "BOM",
}
"""Short names of format characters, from the Unicode character database (NameAliases.txt)."""

CONTROL = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069"
    r"\ufeff\ud800-\udfff\ufffe\uffff]"
)
"""Controls but tab, line feed and carriage return; marks of direction; surrogates; non-characters of the BMP."""

HAN = r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"

_SPECIAL = re.compile(f"(?P<control>{CONTROL})|(?P<han>{HAN})|(?P<cr>\r)")
_CONTROL = re.compile(CONTROL)


def name(character: str) -> str:
    """The short name of a control or format character.

    >>> name(chr(0x202e)), name(chr(0))
    ('RLO', 'U+0000')
    """
    return NAMES.get(ord(character), f"U+{ord(character):04X}")


def plain(text: str) -> str:
    """Text for a terminal, a log or a title: such characters stand as `⟨RLO⟩`.

    >>> plain("a" + chr(0x202e) + "b")
    'a⟨RLO⟩b'
    """
    return _CONTROL.sub(lambda match: f"⟨{name(match[0])}⟩", text)


def line(text: str) -> str:
    """`plain` on one line: line breaks and tabs become spaces."""
    return plain(" ".join(text.split()))


def markup(text: str) -> Markup:
    """Text as HTML, escaped. Chinese carries its language, and a character with a visible name its number in `data-c`.

    The text content, each such character read from `data-c`, is `text` again, exactly: a carriage return stands as a
    character reference, which an HTML parser keeps.
    """
    if not _SPECIAL.search(text):
        return escape(text)
    pieces, at = [], 0
    for match in _SPECIAL.finditer(text):
        pieces += [escape(text[at : match.start()]), _special(match)]
        at = match.end()
    return Markup("").join([*pieces, escape(text[at:])])


def _special(match: re.Match[str]) -> Markup:
    if match["han"]:
        return Markup('<span lang="zh">{}</span>').format(match["han"])
    if match["cr"]:
        return Markup("&#13;")
    return Markup('<span class="ctl" data-c="{:x}">{}</span>').format(ord(match["control"]), name(match["control"]))
