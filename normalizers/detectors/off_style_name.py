"""A right name in another form than the house style writes.

What it does
    Finds the forms that the house style of the settings replaces, and puts the form it writes. Without a house style it
    finds nothing.

Why it matters
    Kim Jong Un and Kim Jong-un are both right, and no error; a newsroom writes one of them throughout.

Example
    with "Kim Jong-un" as the style: Kim Jong Un spoke -> Kim Jong-un spoke

When it is wrong
    In a quotation from a paper of another style the other form may be meant to stay.

Fix
    certain: the settings say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from normalizers.finding import Evidence, Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader

RULE = Rule("ZM803", "off-style-name", "style/organizational-style", "minor")

CONFIDENCE = 0.99


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each form that the house style replaces."""
    pattern, replaced = reader.style.pattern, reader.style.replaced
    for match in pattern.finditer(reader.text) if pattern else ():
        written = replaced.get(match.group())
        if written and not reader.page.is_protected(*match.span()):
            claim = f"the house style writes {written}"
            yield Proposal(RULE, *match.span(), written, CONFIDENCE, (Evidence(claim, 0.0),))
