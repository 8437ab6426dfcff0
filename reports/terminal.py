"""A short table of what was done, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from normalizers.finding import Correction, Finding
from reports import assets, grouping, tally, visible

ROWS = 30
"""Rows of the table; the report has them all."""

STYLES = {"applied": "green", "suggested": "yellow", "flagged": "magenta"}


def table(corrections: Iterable[Correction]) -> RenderableType:
    """The changes with how often they were made, the scores and the counts. Nothing in a text is taken for markup."""
    counted = tally.Tally()
    alike: dict[tuple[str, str | None, str], list[Finding]] = {}
    for correction in corrections:
        counted.add(correction)
        for finding in correction.findings:
            alike.setdefault((finding.surface, finding.replacement, finding.action), []).append(finding)
    shown = _table([grouping.Group(number, tuple(found)) for number, found in enumerate(alike.values(), 1)])
    return Group(shown, _sum(counted)) if alike else _sum(counted)


def _table(groups: list[grouping.Group]) -> Table:
    made = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("Found", "Right", "Why"):
        made.add_column(heading, overflow="fold")
    made.add_column("Sure", justify="right", no_wrap=True)
    made.add_column("Action", no_wrap=True)
    made.add_column("Times", justify="right", no_wrap=True)
    for group in groups[:ROWS]:
        made.add_row(*_row(group))
    if len(groups) > ROWS:
        made.add_row(Text(f"and {len(groups) - ROWS} more", style="dim"))
    return made


def _row(group: grouping.Group) -> tuple[Text, ...]:
    finding = group.finding
    right = "–" if finding.replacement is None else finding.replacement or "(deleted)"
    return (
        Text(visible.line(finding.surface)),
        Text(visible.line(right), style="bold"),
        Text(visible.line(finding.evidence[0].claim if finding.evidence else finding.rule.name), style="dim"),
        Text(assets.percent(finding.confidence)),
        Text(finding.action, style=STYLES[finding.action]),
        Text(str(len(group.findings))),
    )


def _sum(counted: tally.Tally) -> Text:
    before, after = counted.scores
    documents = "1 document" if counted.documents == 1 else f"{counted.documents} documents"
    actions = ", ".join(f"{counted.actions[action]} {action}" for action in STYLES)
    return Text(f"{documents}, {counted.words} words: {actions}. Score {before:.1f} -> {after:.1f}.")
