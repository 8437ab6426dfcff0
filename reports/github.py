"""Findings as workflow commands, which GitHub shows as annotations beside the line.

The form is that of docs.github.com, "Workflow commands": `::warning file=F,line=L,endLine=L,title=T::message`.
"""

from __future__ import annotations

from collections.abc import Iterator

from normalizers.finding import Correction, Finding
from reports import text, visible

LEVELS = {"minor": "notice", "major": "warning", "critical": "error"}
"""The level of an annotation for each severity."""


def lines(correction: Correction, path: str) -> Iterator[str]:
    """Yield a command for each finding."""
    starts = text.line_starts(correction.original)
    for finding in correction.findings:
        yield _command(finding, path, starts)


def _command(finding: Finding, path: str, starts: list[int]) -> str:
    line, column = text.position(starts, finding.start)
    end_line, end_column = text.position(starts, finding.end)
    place: dict[str, object] = {"file": path, "line": line, "endLine": end_line}
    if line == end_line:
        # GitHub takes columns only where the annotation stays on one line.
        place |= {"col": column, "endColumn": end_column}
    place["title"] = f"{finding.rule.code} {finding.rule.name}"
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in place.items())
    return f"::{LEVELS[finding.rule.severity]} {properties}::{_escaped(visible.line(text.message(finding)))}"


def _escaped(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _escaped(visible.plain(value)).replace(":", "%3A").replace(",", "%2C")
