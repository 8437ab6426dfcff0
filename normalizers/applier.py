"""Where text is edited, and the only place: proposals in, findings and corrected text out."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable

from normalizers.finding import Action, Finding
from normalizers.policy import Policy
from normalizers.proposal import Proposal

Decided = tuple[Proposal, Action]


def apply(text: str, proposals: Iterable[Proposal], policy: Policy) -> tuple[str, tuple[Finding, ...]]:
    """Decide what becomes of each proposal and make the changes that are to be made.

    Of changes that overlap, the surer is made (then the longer, then the earlier), and the others are dropped, as is
    whatever is reported of text that changes. A change that would leave its text as it is is no finding.

    Returns:
        The corrected text, and the findings by where they begin, with their offsets in both texts.
    """
    decided = [(p, action) for p in proposals if _changes(text, p) and (action := policy.action(p))]
    changed = _Changed(text)
    applied = _without_overlaps((item for item in decided if item[1] == "applied"), changed)
    reported = [item for item in decided if item[1] != "applied" and not changed.touches(item[0].start, item[0].end)]
    reported = _one_a_span(reported)
    return _edit(text, sorted([*applied, *reported], key=_place))


def _changes(text: str, proposal: Proposal) -> bool:
    return text[proposal.start : proposal.end] != proposal.replacement


def _place(item: Decided) -> tuple[int, int, str]:
    return item[0].start, item[0].end, item[0].rule.code


def _rank(item: Decided) -> tuple[float, int, int, str]:
    proposal = item[0]
    return -(proposal.confidence or 0.0), proposal.start - proposal.end, proposal.start, proposal.rule.code


class _Changed:
    """Where a text changes, letter by letter, so that asking takes no longer however much changes."""

    def __init__(self, text: str) -> None:
        self._letters = bytearray(len(text))
        self._insertions = bytearray(len(text) + 1)

    def add(self, start: int, end: int) -> None:
        """Note a change of text, or an insertion if `start` is `end`."""
        if start == end:
            self._insertions[start] = 1
        else:
            self._letters[start:end] = b"\1" * (end - start)

    def touches(self, start: int, end: int) -> bool:
        """Whether a letter of the span, or of those beside an insertion, changes, or text comes in there."""
        beside = (max(0, start - 1), end + 1) if start == end else (start, end)
        return 1 in self._letters[slice(*beside)] or 1 in self._insertions[start : end + 1]


def _without_overlaps(items: Iterable[Decided], changed: _Changed) -> list[Decided]:
    """The surest of the changes that do not touch one another, noted in `changed`."""
    taken: list[Decided] = []
    for item in sorted(items, key=_rank):
        start, end = item[0].start, item[0].end
        if not changed.touches(start, end):
            changed.add(start, end)
            taken.append(item)
    return taken


def _one_a_span(items: list[Decided]) -> list[Decided]:
    """Of reports of one family on the same words only the surest."""
    best: dict[tuple[int, int, str], Decided] = {}
    for item in sorted(items, key=_rank):
        best.setdefault((item[0].start, item[0].end, item[0].rule.code[:3]), item)
    return list(best.values())


def _edit(text: str, decided: list[Decided]) -> tuple[str, tuple[Finding, ...]]:
    pieces: list[str] = []
    edits: list[tuple[int, int, int]] = []
    at = length = 0
    for proposal, action in decided:
        if action == "applied":
            assert proposal.replacement is not None
            pieces += [text[at : proposal.start], proposal.replacement]
            length += proposal.start - at
            edits.append((proposal.start, proposal.end, length))
            length += len(proposal.replacement)
            at = proposal.end
    pieces.append(text[at:])
    lengths = [len(proposal.replacement or "") for proposal, action in decided if action == "applied"]
    offsets = OffsetMap(edits, lengths)
    seen: dict[tuple[str, str, str], int] = {}
    places = {start: (becomes, becomes + length) for (start, _, becomes), length in zip(edits, lengths, strict=True)}
    findings = []
    for proposal, action in decided:
        if action == "applied":
            place = places[proposal.start]
        else:
            place = offsets.start(proposal.start), offsets.end(proposal.end)
        findings.append(_finding(text, proposal, action, place, seen))
    return "".join(pieces), tuple(findings)


class OffsetMap:
    """Offsets of the original -> offsets of the corrected text."""

    def __init__(self, edits: list[tuple[int, int, int]], lengths: list[int]) -> None:
        """Take the changes in the order of the text.

        `edits` holds for each its start and end in the original and its start in the corrected text, `lengths` the
        code points of what came in.
        """
        self._edits = edits
        self._lengths = lengths
        self._starts = [start for start, _, _ in edits]

    def start(self, offset: int) -> int:
        """Where text that begins at `offset` begins: inside a change, where that begins; at an insertion, behind it."""
        return self._map(offset, False)

    def end(self, offset: int) -> int:
        """Where text that ends at `offset` ends: inside a change, where the change ends; at an insertion, before it."""
        return self._map(offset, True)

    def _map(self, offset: int, closing: bool) -> int:
        number = bisect_left(self._starts, offset)
        if not closing and number < len(self._edits) and self._edits[number][:2] == (offset, offset):
            number += 1  # an insertion comes before the text that begins where it is
        if not number:
            return offset
        _, end, becomes = self._edits[number - 1]
        length = self._lengths[number - 1]
        if offset < end:
            return becomes + length if closing else becomes
        return offset + becomes + length - end


def _finding(
    text: str,
    proposal: Proposal,
    action: Action,
    place: tuple[int, int],
    seen: dict[tuple[str, str, str], int],
) -> Finding:
    """The finding; `place` are its offsets in the corrected text."""
    surface = text[proposal.start : proposal.end]
    kind = (proposal.rule.code, surface, proposal.replacement or "")
    seen[kind] = seen.get(kind, 0) + 1
    name = "\0".join((*kind, str(seen[kind])))
    return Finding(
        id=hashlib.blake2b(name.encode("utf-8", "backslashreplace"), digest_size=6).hexdigest(),
        start=proposal.start,
        end=proposal.end,
        surface=surface,
        corrected_start=place[0],
        corrected_end=max(place),
        rule=proposal.rule,
        action=action,
        replacement=proposal.replacement,
        confidence=None if proposal.confidence is None else round(proposal.confidence, 4),
        alternatives=proposal.alternatives,
        entity=proposal.entity,
        evidence=proposal.evidence,
    )
