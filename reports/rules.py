"""The page of each rule: the docstring of its detector."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalizers.detectors import DETECTORS

_SECTION = re.compile(r"^(?=\S)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RulePage:
    """What a rule does: its code and name, a summary, and sections of a heading and a text."""

    code: str
    name: str
    summary: str
    sections: tuple[tuple[str, str], ...]


def pages(codes: Iterable[str]) -> tuple[RulePage, ...]:
    """The pages of the rules with these codes, by code; a code that no detector has gets none."""
    wanted = set(codes)
    found = [_page(module.RULE.code, module.RULE.name, inspect.getdoc(module) or "") for module in DETECTORS]
    return tuple(sorted((page for page in found if page.code in wanted), key=lambda page: page.code))


def _page(code: str, name: str, text: str) -> RulePage:
    summary, *rest = text.split("\n", 1)
    blocks = [block for block in _SECTION.split("".join(rest).strip("\n")) if block.strip()]
    sections = tuple((heading, inspect.cleandoc(body)) for heading, _, body in (b.partition("\n") for b in blocks))
    return RulePage(code, name, summary, sections)
