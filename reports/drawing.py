"""A correction as lines of stretches and findings, ready to be drawn in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from normalizers.finding import Correction, Finding


@dataclass(frozen=True, slots=True)
class Cluster:
    """Findings that touch one another, usually one.

    `parts` covers the original from `start` to `end` (code points) in stretches of text and findings; `aside` holds the
    findings that overlap one of those and so cannot be drawn in place.
    """

    start: int
    end: int
    parts: tuple[str | Finding, ...]
    aside: tuple[Finding, ...]


Line = tuple[str | Cluster, ...]


def touch(one: Finding, other: Finding) -> bool:
    """Whether two findings cannot both be made: they share text, or one inserts where the other begins or ends."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


def lines(correction: Correction) -> Iterator[Line]:
    """The lines of the original, each with its line feed; a finding that crosses lines keeps them together."""
    text, at = correction.original, 0
    line: list[str | Cluster] = []
    for cluster in clusters(text, correction.findings):
        *whole, begun = _split(text[at : cluster.start])
        for stretch in whole:
            yield (*line, stretch)
            line = []
        line += [begun, cluster] if begun else [cluster]
        at = cluster.end
    *whole, begun = _split(text[at:])
    for stretch in whole:
        yield (*line, stretch)
        line = []
    if begun or line:
        yield (*line, begun) if begun else tuple(line)


def _split(text: str) -> list[str]:
    """The stretches up to and with each line feed, and what follows the last."""
    stretches = text.split("\n")
    return [stretch + "\n" for stretch in stretches[:-1]] + stretches[-1:]


def clusters(text: str, findings: Iterable[Finding]) -> Iterator[Cluster]:
    """The findings in clusters, in the order of the text."""
    return (_cluster(text, gathered) for gathered in neighbourhoods(findings))


def neighbourhoods(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """The findings in runs, in the order of the text: those of one run may touch one another, and no others."""
    gathered: list[Finding] = []
    end = -1
    for finding in sorted(findings, key=lambda f: (f.start, f.end)):
        if gathered and not (finding.start < end or any(touch(finding, other) for other in gathered[-8:])):
            yield gathered
            gathered = []
        end = max(end, finding.end) if gathered else finding.end
        gathered.append(finding)
    if gathered:
        yield gathered


def _cluster(text: str, findings: list[Finding]) -> Cluster:
    drawn, aside = _choose(findings)
    start, end = min(f.start for f in findings), max(f.end for f in findings)
    parts: list[str | Finding] = []
    at = start
    for finding in drawn:
        if finding.start > at:
            parts.append(text[at : finding.start])
        parts.append(finding)
        at = finding.end
    if end > at:
        parts.append(text[at:end])
    return Cluster(start, end, tuple(parts), tuple(aside))


def _choose(findings: list[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings to draw, which do not touch: what is applied, then the surest, then the longest; and the rest."""
    drawn: list[Finding] = []
    for finding in sorted(findings, key=_rank):
        if not any(touch(finding, other) for other in drawn):
            drawn.append(finding)
    drawn.sort(key=lambda f: (f.start, f.end))
    return drawn, [finding for finding in findings if finding not in drawn]


def _rank(finding: Finding) -> tuple[bool, float, int, int]:
    return finding.action != "applied", -(finding.confidence or 0.0), finding.start - finding.end, finding.start
