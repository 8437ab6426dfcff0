"""Corrections that hold still: what a second reading would change is changed in the first result.

A corrected text gives better evidence than the original did: a country that was garbled is named, a minister has his
name. So a second reading may be sure of what the first was not. The corrected text is read again until nothing changes,
and what later readings change is carried back to the original, so that correcting a corrected text changes nothing.

A reading costs as much as the first one. Whether it is worth it shows at the lines that were changed: where they hold
still, the text does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from normalizers.applier import apply
from normalizers.finding import Finding
from normalizers.policy import Policy
from normalizers.proposal import Proposal

Read = Callable[[str], list[Proposal]]
"""A text -> what is proposed for it."""

Glance = Callable[[str, Sequence[Finding]], bool]
"""A corrected text and the changes that led to it -> whether another reading may change it."""

MOST_READINGS = 5
"""Readings after the first; a text that is restless still is left as the last of them made it."""


def always(corrected: str, made: Sequence[Finding]) -> bool:
    """The glance that spares no reading."""
    return True


def settle(
    text: str, proposals: list[Proposal], read: Read, policy: Policy, is_restless: Glance = always
) -> tuple[str, tuple[Finding, ...]]:
    """The corrected text and the findings of `text`, from its `proposals` and those for its corrected forms.

    A corrected form is read where it `is_restless`.
    """
    corrected, findings = apply(text, proposals, policy)
    for _ in range(MOST_READINGS):
        made = applied(findings)
        if not made or not is_restless(corrected, made):
            break
        later = applied(apply(corrected, read(corrected), policy)[1])
        if not later:
            break
        for carried in carry(corrected, made, later, policy):
            proposals = [p for p in proposals if p.end < carried.start or carried.end < p.start]
            proposals.append(carried)
        corrected, findings = apply(text, proposals, policy)
    return corrected, findings


def carry(corrected: str, made: Sequence[Finding], later: Sequence[Finding], policy: Policy) -> Iterator[Proposal]:
    """Yield the changes `later`, of the corrected text, as proposals for the original.

    `made` are the changes that led to the corrected text. Those that a later one touches become one with it.
    """
    edits = [(f.corrected_start, f.corrected_end, False, f) for f in made]
    edits += [(f.start, f.end, True, f) for f in later]
    shift, at = 0, 0
    edits.sort(key=lambda edit: edit[:3])
    while at < len(edits):
        begin, end, _, _ = edits[at]
        last = at + 1
        while last < len(edits) and edits[last][0] <= end:
            end = max(end, edits[last][1])
            last += 1
        group, start = edits[at:last], begin + shift
        for first, stop, is_later, finding in group:
            shift += 0 if is_later else (finding.end - finding.start) - (stop - first)
        if any(is_later for _, _, is_later, _ in group):
            findings = [finding for _, _, _, finding in group]
            becomes = _edited(corrected, begin, end, [finding for _, _, is_later, finding in group if is_later])
            yield _joined(findings, start, end + shift, becomes, policy)
        at = last


def _edited(corrected: str, begin: int, end: int, later: list[Finding]) -> str:
    pieces = []
    for finding in later:
        pieces += [corrected[begin : finding.start], finding.replacement or ""]
        begin = finding.end
    return "".join((*pieces, corrected[begin:end]))


def _joined(findings: list[Finding], start: int, end: int, becomes: str, policy: Policy) -> Proposal:
    """One proposal for several changes: as sure as the least sure, and for what the first of them is about."""
    first = findings[0]
    confidence = min(finding.confidence or 0.0 for finding in findings)
    return Proposal(
        first.rule,
        start,
        end,
        becomes,
        max(confidence, policy.apply_above),
        tuple(item for finding in findings for item in finding.evidence),
        next((finding.entity for finding in findings if finding.entity), None),
        first.alternatives,
    )


def applied(findings: Sequence[Finding]) -> list[Finding]:
    """Those of the findings that changed the text."""
    return [finding for finding in findings if finding.action == "applied"]
