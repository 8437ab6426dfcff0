"""What a correction is made of: findings in offsets of the original, and the corrected text that follows from them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

SCHEMA = "zhengming.result/1"

Severity = Literal["minor", "major", "critical"]
Action = Literal["applied", "suggested", "flagged"]

SEVERITIES: tuple[Severity, ...] = ("minor", "major", "critical")
"""MQM severities, the lightest first."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a detector looks for: a stable code (`ZM101`), a stable name for the fault, its place in the MQM
    typology.
    """

    code: str
    name: str
    category: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence a person can check, and what it weighed (log odds)."""

    claim: str
    weight: float


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another replacement, with the probability that it is right in this place."""

    replacement: str
    confidence: float


@dataclass(frozen=True, slots=True)
class EntityReference:
    """The entity that a finding is about."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in a text.

    `start` and `end` count code points of the original, `corrected_start` and `corrected_end` those of the corrected
    text. `replacement` is None where there is nothing to put in its place; "" deletes. `confidence` is the probability
    that the replacement is right in this place.
    """

    id: str
    start: int
    end: int
    surface: str
    corrected_start: int
    corrected_end: int
    rule: Rule
    action: Action
    replacement: str | None
    confidence: float | None
    alternatives: tuple[Alternative, ...] = ()
    entity: EntityReference | None = None
    evidence: tuple[Evidence, ...] = ()

    def record(self) -> dict[str, Any]:
        """The finding as it stands in a result."""
        return {
            "id": self.id,
            "start": self.start,
            "end": self.end,
            "surface": self.surface,
            "corrected_start": self.corrected_start,
            "corrected_end": self.corrected_end,
            "rule": {"code": self.rule.code, "name": self.rule.name},
            "category": self.rule.category,
            "severity": self.rule.severity,
            "action": self.action,
            "replacement": self.replacement,
            "confidence": self.confidence,
            "alternatives": [{"replacement": a.replacement, "confidence": a.confidence} for a in self.alternatives],
            "entity": {"id": self.entity.id, "name": self.entity.name, "kind": self.entity.kind}
            if self.entity
            else None,
            "evidence": [{"claim": e.claim, "weight": e.weight} for e in self.evidence],
        }

    @classmethod
    def from_record(cls, data: Mapping[str, Any]) -> Finding:
        """The inverse of `record`."""
        rule = Rule(data["rule"]["code"], data["rule"]["name"], data["category"], data["severity"])
        return cls(
            data["id"],
            data["start"],
            data["end"],
            data["surface"],
            data["corrected_start"],
            data["corrected_end"],
            rule,
            data["action"],
            data["replacement"],
            data["confidence"],
            tuple(Alternative(a["replacement"], a["confidence"]) for a in data["alternatives"]),
            EntityReference(**data["entity"]) if data["entity"] else None,
            tuple(Evidence(e["claim"], e["weight"]) for e in data["evidence"]),
        )


@dataclass(frozen=True, slots=True)
class Score:
    """An estimate of quality in the MQM manner, 0 to 100, before and after the applied findings."""

    words: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Document:
    """A text to correct. `date` is ISO 8601 (YYYY-MM-DD) or None; `extra` holds the fields of the input that are not
    ours.
    """

    id: str
    text: str
    date: str | None = None
    source: str | None = None
    title: str | None = None
    source_language: str = "zh"
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """The hash of the text (UTF-8; what cannot be encoded is escaped)."""
        return hashlib.sha256(self.text.encode("utf-8", "backslashreplace")).hexdigest()


@dataclass(frozen=True, slots=True)
class Correction:
    """A document with its findings, in the order of the text, and its corrected text."""

    document: Document
    text: str
    findings: tuple[Finding, ...]
    score: Score
    signature: str

    @property
    def original(self) -> str:
        """The text as it came."""
        return self.document.text

    def record(self) -> dict[str, Any]:
        """The correction as a result: plain data that the committed JSON Schema describes."""
        return {
            "schema": SCHEMA,
            "signature": self.signature,
            "document": {
                **self.document.extra,
                "id": self.document.id,
                "date": self.document.date,
                "title": self.document.title,
                "source_language": self.document.source_language,
                "sha256": self.document.sha256,
            },
            "text": {"original": self.document.text, "corrected": self.text},
            "score": {"words": self.score.words, "before": self.score.before, "after": self.score.after},
            "findings": [finding.record() for finding in self.findings],
        }

    @classmethod
    def from_record(cls, data: Mapping[str, Any]) -> Correction:
        """The inverse of `record`."""
        about = dict(data["document"])
        about.pop("sha256", None)
        known = {key: about.pop(key, None) for key in ("id", "date", "title", "source_language")}
        document = Document(
            known["id"], data["text"]["original"], known["date"], None, known["title"], known["source_language"], about
        )
        return cls(
            document,
            data["text"]["corrected"],
            tuple(map(Finding.from_record, data["findings"])),
            Score(**data["score"]),
            data["signature"],
        )
