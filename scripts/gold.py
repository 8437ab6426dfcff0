"""Reads the marked cases in `tests/cases` (see the README there)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

BLOCK = re.compile(r"^--- id: (?P<id>\S+)(?: date: (?P<date>\S+))?\s*$", re.M)
MARK = re.compile(r"\{(?P<surface>[^{}]*?)=(?P<kind>[>?~])(?P<right>[^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Span:
    """A marked span of a case: `kind` is `>` (must become one of `right`), `?` (must be reported) or `~` (free)."""

    start: int
    end: int
    kind: str
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One case: its text without the marks, and the marked spans in its offsets."""

    id: str
    date: str | None
    text: str
    spans: tuple[Span, ...] = field(default=())

    @property
    def is_negative(self) -> bool:
        """Whether nothing of it may be changed."""
        return not any(span.kind == ">" for span in self.spans)


def read(path: Path) -> list[Case]:
    """The cases of one file, in order.

    Raises:
        ValueError: a brace is left over, so that a mark is broken.
    """
    raw = path.read_text(encoding="utf-8")
    heads = list(BLOCK.finditer(raw))
    cases = []
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(raw)
        text, spans = _unmark(raw[head.end() : end].strip("\n"))
        cases.append(Case(head["id"], head["date"], text, tuple(spans)))
    return cases


def _unmark(body: str) -> tuple[str, list[Span]]:
    pieces: list[str] = []
    spans: list[Span] = []
    at = length = 0
    for mark in MARK.finditer(body):
        pieces += [body[at : mark.start()], mark["surface"]]
        start = length + mark.start() - at
        length = start + len(mark["surface"])
        spans.append(Span(start, length, mark["kind"], tuple(mark["right"].split("|"))))
        at = mark.end()
    pieces.append(body[at:])
    return "".join(pieces), spans
