"""One document as one self-contained HTML file."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from normalizers.finding import Correction, Finding
from reports import assets, drawing, grouping, rules, visible

LONGEST_CHART = 8
"""Rows of a chart; the findings below it name all."""


def render(correction: Correction) -> str:
    """The report: the text with its changes in place, why each was made, and what a reviewer needs to decide.

    The file asks for nothing, reads without JavaScript, and holds the text once.
    """
    grouped = grouping.groups(correction.findings)
    documented = rules.pages(finding.rule.code for finding in correction.findings)
    return (
        assets.environment()
        .get_template("document.html.j2")
        .render(
            assets=assets.assets("document.js"),
            correction=correction,
            title=correction.document.title or correction.document.id,
            actions=grouping.by_action(correction.findings),
            filters=_filters(correction.findings),
            lines=drawing.lines(correction),
            place={finding.id: at for at, finding in enumerate(correction.findings)},
            number={finding.id: group.number for group in grouped for finding in group.findings},
            parts=_parts(grouped),
            charts=_charts(correction.findings),
            rules=documented,
            documented={page.code for page in documented},
            summaries=defaultdict(str, ((page.code, page.summary) for page in documented)),
            data=assets.data_block(_data(correction, grouped)),
        )
    )


def _parts(grouped: tuple[grouping.Group, ...]) -> list[tuple[str, str, tuple[grouping.Subject, ...]]]:
    """What is left to a person, then what was changed: a heading, a note on it, and the findings by subject."""
    made = [group for group in grouped if group.finding.action == "applied"]
    left = [group for group in grouped if group.finding.action != "applied"]
    return [
        ("To decide", "suggested or flagged, and left as it was", grouping.subjects(left)),
        ("Changed", "in the corrected text, unless you reject it", grouping.subjects(made)),
    ]


def _charts(findings: tuple[Finding, ...]) -> list[tuple[str, list[tuple[str, int]]]]:
    """The small charts: a heading, and rows of a label and a count."""
    entities = Counter(finding.entity.name for finding in findings if finding.entity)
    categories = grouping.short(grouping.by_category(findings))
    return [
        ("By category", categories[:LONGEST_CHART]),
        ("By entity", grouping.labelled(entities.most_common(LONGEST_CHART))),
    ]


def _filters(findings: tuple[Finding, ...]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """The lists to choose from: field, label, and options of a value and a text."""
    severities = sorted({finding.rule.severity for finding in findings})
    entities = {finding.entity.id: finding.entity.name for finding in findings if finding.entity}
    codes = {finding.rule.code: f"{finding.rule.code} {finding.rule.name}" for finding in findings}
    categories = sorted({finding.rule.category for finding in findings})
    return [
        ("category", "Category", [(category, category) for category in categories]),
        ("severity", "Severity", [(severity, severity) for severity in severities]),
        ("entity", "Entity", sorted(entities.items(), key=lambda item: (item[1], item[0]))),
        ("rule", "Rule", sorted(codes.items())),
    ]


def _data(correction: Correction, grouped: tuple[grouping.Group, ...]) -> dict[str, Any]:
    """What the script needs besides the page: the text itself it reads from the page."""
    entities = {f.entity.id: f.entity.name for f in correction.findings if f.entity}
    numbers = {entity: at for at, entity in enumerate(entities)}
    number = {finding.id: group.number - 1 for group in grouped for finding in group.findings}
    return {
        "document": {"id": correction.document.id, "sha256": correction.document.sha256},
        "signature": correction.signature,
        "control": visible.CONTROL.replace(r"\x", r"\u00"),
        "entities": list(entities.items()),
        "groups": [_group(group.finding, numbers) for group in grouped],
        "findings": [[f.id, number[f.id], f.start, f.end] for f in correction.findings],
    }


def _group(finding: Finding, numbers: dict[str, int]) -> dict[str, Any]:
    return {
        "surface": finding.surface,
        "replacement": finding.replacement,
        "action": finding.action,
        "confidence": finding.confidence,
        "code": finding.rule.code,
        "category": finding.rule.category,
        "severity": finding.rule.severity,
        "entity": numbers[finding.entity.id] if finding.entity else None,
        "alternatives": [[a.replacement, assets.percent(a.confidence)] for a in finding.alternatives],
    }
