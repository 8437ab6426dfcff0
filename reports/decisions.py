"""What a reviewer decided, applied exactly: decisions and results -> corrected text.

A decision accepts a finding with a replacement, rejects it, or leaves it unsure. Where nothing was decided, or the
reviewer was unsure, a finding stays as the correction made it. A decision that no longer fits its text is named and
left out, never guessed at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from normalizers.finding import Correction, Finding
from reports import drawing, visible

SCHEMA = "zhengming.decisions/1"

Verdict = Literal["accepted", "rejected", "unsure"]
VERDICTS: tuple[Verdict, ...] = ("accepted", "rejected", "unsure")

T = TypeVar("T", str, int)


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict on one finding. Offsets are code points of the original; `replacement`: what is accepted.

    `proposed`, `entity`, `rule` and `action` are what the finding said: its replacement, the id of its entity, the code
    of its rule and what became of it. They decide nothing; `reports.learn` reads them.
    """

    finding: str
    start: int
    end: int
    surface: str
    verdict: Verdict
    replacement: str | None = None
    proposed: str | None = None
    entity: str | None = None
    rule: str | None = None
    action: str | None = None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The decisions on one document, and the hash of the text they were made on."""

    document: str
    sha256: str
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document's text after its decisions, and a line for each decision that does not fit."""

    document: str
    text: str
    unfit: tuple[str, ...]


def parse(data: Any) -> tuple[Reviewed, ...]:
    """The decisions in the content of a `decisions.json`.

    Raises:
        ValueError: the content is not as `schema/decisions.schema.json` describes it; the message says where.
    """
    if not isinstance(data, Mapping) or data.get("schema") != SCHEMA:
        raise ValueError(f"not a file of decisions: its `schema` must be {SCHEMA!r}; export it from a report")
    documents = data.get("documents")
    if not isinstance(documents, list):
        raise ValueError("not a file of decisions: `documents` must be a list")
    return tuple(_reviewed(document, number) for number, document in enumerate(documents, 1))


def apply(correction: Correction, reviewed: Sequence[Reviewed] = ()) -> Outcome:
    """The text of a document with the decisions on it, those of one reviewer or of several.

    A finding that was decided in two ways stays as the correction made it, and is named.
    """
    name, sha256 = correction.document.id, correction.document.sha256
    unfit = [
        _unfit(name, decision, "the text is not the one that was reviewed")
        for each in reviewed
        if each.sha256 != sha256
        for decision in each.decisions
    ]
    made = [decision for each in reviewed if each.sha256 == sha256 for decision in each.decisions]
    if not made:
        return Outcome(name, correction.text, tuple(unfit))
    effects = {f.id: f.replacement for f in correction.findings if f.action == "applied"}
    unfit += _take(correction, made, effects)
    return Outcome(name, _text(correction, effects), tuple(unfit))


def apply_all(corrections: Iterable[Correction], reviewed: Iterable[Reviewed]) -> Iterator[Outcome]:
    """The outcome of every document, in the order of the corrections.

    Then one, with no text, for each document that was reviewed and is not among them.
    """
    waiting: defaultdict[str, list[Reviewed]] = defaultdict(list)
    for each in reviewed:
        waiting[each.document].append(each)
    for correction in corrections:
        yield apply(correction, waiting.pop(correction.document.id, ()))
    for name, left in waiting.items():
        lost = (decision for each in left for decision in each.decisions)
        yield Outcome(name, "", tuple(_unfit(name, d, "the results have no such document") for d in lost))


def _take(correction: Correction, made: Iterable[Decision], effects: dict[str, str | None]) -> Iterator[str]:
    """Enter the decisions into `effects`; yield a line for each that does not fit."""
    name, findings = correction.document.id, {finding.id: finding for finding in correction.findings}
    alike: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in made:
        if reason := _misfit(decision, findings.get(decision.finding)):
            yield _unfit(name, decision, reason)
        else:
            alike[decision.finding].append(decision)
    accepted: list[Decision] = []
    for decision, *others in alike.values():
        if any((other.verdict, other.replacement) != (decision.verdict, decision.replacement) for other in others):
            yield _unfit(name, decision, "it was decided in more than one way")
        elif decision.verdict == "rejected":
            effects.pop(decision.finding, None)
        elif decision.verdict == "accepted":
            accepted.append(decision)
    near = {finding.id: others for others in drawing.neighbourhoods(correction.findings) for finding in others}
    for decision in accepted:
        finding = findings[decision.finding]
        in_effect = (each for each in near[finding.id] if each.id in effects and each.id != finding.id)
        if other := next((each for each in in_effect if drawing.touch(finding, each)), None):
            reason = f"it overlaps {visible.line(other.surface)!r}, which is changed as well"
            yield _unfit(name, decision, reason)
        else:
            effects[finding.id] = decision.replacement


def _misfit(decision: Decision, finding: Finding | None) -> str | None:
    """Why a decision does not fit, or None."""
    if finding is None:
        return "the results have no such finding"
    if (finding.start, finding.end, finding.surface) != (decision.start, decision.end, decision.surface):
        return "the finding is at another place"
    if decision.verdict == "accepted" and decision.replacement is None:
        return "it accepts, but says no replacement"
    return None


def _text(correction: Correction, effects: Mapping[str, str | None]) -> str:
    pieces, at = [], 0
    for finding in sorted(correction.findings, key=lambda f: (f.start, f.end)):
        replacement = effects.get(finding.id)
        if replacement is not None:
            pieces += [correction.original[at : finding.start], replacement]
            at = finding.end
    return "".join([*pieces, correction.original[at:]])


def _unfit(document: str, decision: Decision, reason: str) -> str:
    where = f"{visible.line(document)}: {visible.line(decision.surface)!r} at {decision.start}"
    return f"{where} ({decision.verdict}): {reason}; review the document again"


def _reviewed(data: Any, number: int) -> Reviewed:
    where = f"document {number}"
    if not isinstance(data, Mapping):
        raise ValueError(f"{where}: must be an object")
    decisions = data.get("decisions")
    if not isinstance(decisions, list):
        raise ValueError(f"{where}: `decisions` must be a list")
    return Reviewed(
        _typed(data, "id", str, where),
        _typed(data, "sha256", str, where),
        tuple(_decision(each, f"{where}, decision {at}") for at, each in enumerate(decisions, 1)),
    )


def _decision(data: Any, where: str) -> Decision:
    if not isinstance(data, Mapping):
        raise ValueError(f"{where}: must be an object")
    entity = data.get("entity")
    return Decision(
        _typed(data, "finding", str, where),
        _typed(data, "start", int, where),
        _typed(data, "end", int, where),
        _typed(data, "surface", str, where),
        _verdict(data, where),
        _optional(data, "replacement", where),
        _optional(data, "proposed", where),
        _typed(entity, "id", str, where) if isinstance(entity, Mapping) else None,
        _optional(data, "rule", where),
        _optional(data, "action", where),
    )


def _verdict(data: Mapping[str, Any], where: str) -> Verdict:
    for verdict in VERDICTS:
        if data.get("decision") == verdict:
            return verdict
    raise ValueError(f"{where}: `decision` must be one of {', '.join(VERDICTS)}")


def _typed(data: Mapping[str, Any], key: str, kind: type[T], where: str) -> T:
    value = data.get(key)
    if not isinstance(value, kind) or isinstance(value, bool):
        raise ValueError(f"{where}: `{key}` must be {'a text' if kind is str else 'a whole number'}")
    return value


def _optional(data: Mapping[str, Any], key: str, where: str) -> str | None:
    return None if data.get(key) is None else _typed(data, key, str, where)
