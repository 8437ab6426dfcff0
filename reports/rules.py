"""The page of each rule: the docstring of its detector."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

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
    known = _pages()
    return tuple(known[code] for code in sorted(set(codes)) if code in known)


@lru_cache(maxsize=1)
def _pages() -> dict[str, RulePage]:
    """The pages of all rules by code."""
    found = (_page(module.RULE.code, module.RULE.name, inspect.getdoc(module) or "") for module in DETECTORS)
    return {page.code: page for page in found}


def _page(code: str, name: str, text: str) -> RulePage:
    summary, *rest = text.split("\n", 1)
    blocks = [block for block in _SECTION.split("".join(rest).strip("\n")) if block.strip()]
    sections = tuple((heading, inspect.cleandoc(body)) for heading, _, body in (b.partition("\n") for b in blocks))
    return RulePage(code, name, summary, sections)
