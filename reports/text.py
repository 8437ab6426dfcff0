"""Findings as plain lines, one a finding, in the form that editors follow: `path:line:column: code severity: words`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from normalizers.finding import Correction, Finding
from reports import assets, visible


def lines(correction: Correction, path: str) -> Iterator[str]:
    """Yield a line for each finding. Lines and columns count from 1, columns in code points."""
    starts = line_starts(correction.original)
    for finding in correction.findings:
        line, column = position(starts, finding.start)
        rule = f"{finding.rule.code} {finding.rule.severity}"
        yield visible.line(f"{path}:{line}:{column}: {rule}: {message(finding)}")


def message(finding: Finding) -> str:
    """What was found, what to put in its place, how sure that is, and the first reason."""
    said = f'"{finding.surface}"' if finding.surface else "here"
    if finding.replacement is not None:
        said += f' -> "{finding.replacement}"' if finding.replacement else " -> nothing"
    if finding.confidence is not None:
        said += f" ({assets.percent(finding.confidence)})"
    return f"{said}: {finding.evidence[0].claim}" if finding.evidence else f"{said}: {finding.rule.name}"


def line_starts(text: str) -> list[int]:
    """The offsets at which lines begin."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def position(starts: list[int], offset: int) -> tuple[int, int]:
    """The line and the column, from 1, of an offset."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
