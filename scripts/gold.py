"""Reads the marked cases in `tests/cases` (see the README there)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from normalizers.finding import Correction, Finding

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


def failure(case: Case, correction: Correction) -> str:
    """Why a correction does not do what its case says, in words; empty where it does."""
    made = [finding for finding in correction.findings if finding.action == "applied"]
    for span in case.spans:
        touching = [finding for finding in correction.findings if _overlaps(finding, span)]
        if span.kind == "?" and not touching:
            return "not reported"
        if span.kind == ">" and not _is_mended(case, span, [f for f in touching if f.action == "applied"]):
            return "found, and not sure enough" if touching else "not found"
    for finding in made:
        if not any(_overlaps(finding, span) for span in case.spans):
            return "changes what is right"
    return ""


def _overlaps(finding: Finding, span: Span) -> bool:
    if finding.start == finding.end or span.start == span.end:
        return finding.start <= span.end and finding.end >= span.start
    return finding.start < span.end and finding.end > span.start


def _is_mended(case: Case, span: Span, made: Sequence[Finding]) -> bool:
    """Whether the changes at a span, taken with the text between them, hold one of its right forms."""
    if not made:
        return False
    start, end = min(span.start, *(f.start for f in made)), max(span.end, *(f.end for f in made))
    pieces, at = [], start
    for finding in made:
        pieces += [case.text[at : finding.start], finding.replacement or ""]
        at = finding.end
    becomes = _plain("".join(pieces) + case.text[at:end])
    was = _plain(case.text[span.start : span.end])
    if span.right == ("",):
        return was not in becomes
    return any(_plain(right) in becomes and (was not in becomes or was in _plain(right)) for right in span.right)


def _plain(text: str) -> str:
    return " ".join(text.translate(_ALIKE).split())


_ALIKE = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'", "“": '"', "”": '"'})


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
