"""Findings as a table of comma-separated values (RFC 4180), one row a finding."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from normalizers.finding import Correction, Finding
from reports import visible

COLUMNS = (
    "document", "date", "start", "end", "surface", "replacement", "action", "confidence", "severity", "code", "rule",
    "category", "entity", "entity_name", "alternatives", "evidence", "id",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection")."""


def write(corrections: Iterable[Correction], stream: TextIO) -> int:
    """Write a heading and all findings; return their number. Open `stream` with `newline=""`.

    A cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(COLUMNS)
    count = 0
    for correction in corrections:
        for finding in correction.findings:
            table.writerow(map(_cell, _row(correction, finding)))
            count += 1
    return count


def _row(correction: Correction, finding: Finding) -> tuple[object, ...]:
    entity = finding.entity
    return (
        correction.document.id,
        correction.document.date,
        finding.start,
        finding.end,
        finding.surface,
        finding.replacement,
        finding.action,
        finding.confidence,
        finding.rule.severity,
        finding.rule.code,
        finding.rule.name,
        finding.rule.category,
        entity.id if entity else None,
        entity.name if entity else None,
        "; ".join(other.replacement for other in finding.alternatives),
        "; ".join(item.claim for item in finding.evidence),
        finding.id,
    )


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    shown = visible.plain(value)
    return "'" + shown if value.startswith(FORMULA) else shown
