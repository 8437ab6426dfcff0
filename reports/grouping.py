"""Findings that say the same thing of the same words, and what is counted over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from normalizers.finding import EntityReference, Finding

LABEL = 80
"""Characters of a label in a chart."""


@dataclass(frozen=True, slots=True)
class Group:
    """Findings alike in everything but their place. `number` counts from 1 in the order of the text."""

    number: int
    findings: tuple[Finding, ...]

    @property
    def finding(self) -> Finding:
        """The first of them, which speaks for all."""
        return self.findings[0]


@dataclass(frozen=True, slots=True)
class Subject:
    """The groups of one entity, or of one rule where no entity is known."""

    entity: EntityReference | None
    title: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """The number of findings."""
        return sum(len(group.findings) for group in self.groups)


def groups(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """The findings in groups, by where each first occurs."""
    alike: dict[object, list[Finding]] = {}
    for finding in findings:
        alike.setdefault(_sameness(finding), []).append(finding)
    return tuple(Group(number, tuple(members)) for number, members in enumerate(alike.values(), 1))


def _sameness(finding: Finding) -> object:
    return (
        finding.rule,
        finding.surface,
        finding.replacement,
        finding.action,
        finding.confidence,
        finding.entity,
        finding.alternatives,
        finding.evidence,
    )


def subjects(grouped: Iterable[Group]) -> tuple[Subject, ...]:
    """The groups by entity, the entity with most findings first."""
    gathered: dict[str, list[Group]] = {}
    for group in grouped:
        entity = group.finding.entity
        gathered.setdefault(entity.id if entity else "\0" + group.finding.rule.name, []).append(group)
    found = (_subject(tuple(members)) for members in gathered.values())
    return tuple(sorted(found, key=lambda s: (-s.count, s.groups[0].number)))


def _subject(members: tuple[Group, ...]) -> Subject:
    entity = members[0].finding.entity
    title = entity.name if entity else members[0].finding.rule.name.replace("-", " ").capitalize()
    return Subject(entity, title, members)


def by_category(findings: Iterable[Finding]) -> list[tuple[str, int]]:
    """How many findings each category has, the commonest first."""
    return Counter(finding.rule.category for finding in findings).most_common()


def short(categories: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Counts by category with the last step of each path as a label.

    >>> short([("accuracy/mistranslation/named-entity", 3)])
    [('named entity', 3)]
    """
    return [(category.rsplit("/", 1)[-1].replace("-", " "), count) for category, count in categories]


def labelled(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Counts with labels that a chart has room for.

    >>> labelled([("a" * 200, 3)])[0][0][-3:]
    'aa…'
    """
    return [(label if len(label) <= LABEL else label[: LABEL - 1] + "…", count) for label, count in counts]


def by_action(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings were applied, suggested and flagged."""
    counted = Counter(finding.action for finding in findings)
    return {action: counted[action] for action in ("applied", "suggested", "flagged")}
