"""A short table of what was done, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from normalizers.finding import Correction, Finding
from reports import assets, grouping, tally, visible

ROWS = 30
"""Rows of the table; the report has them all."""
WIDE = 100
"""Columns of a terminal in which reasons do not crowd out the words."""

STYLES = {"applied": "green", "suggested": "yellow", "flagged": "magenta"}


def table(corrections: Iterable[Correction]) -> RenderableType:
    """The changes with how often they were made, the scores and the counts. Nothing in a text is taken for markup."""
    counted = tally.Tally()
    alike: dict[tuple[str, str | None, str], list[Finding]] = {}
    for correction in corrections:
        counted.add(correction)
        for finding in correction.findings:
            alike.setdefault((finding.surface, finding.replacement, finding.action), []).append(finding)
    shown = _Changes(tuple(grouping.Group(number, tuple(found)) for number, found in enumerate(alike.values(), 1)))
    return Group(shown, _sum(counted)) if alike else _sum(counted)


@dataclass(frozen=True, slots=True)
class _Changes:
    """The table, with the reasons where the terminal is wide enough for them."""

    groups: tuple[grouping.Group, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the table for the width of the terminal."""
        with_reasons = options.max_width >= WIDE
        made = Table(box=None, pad_edge=False, header_style="dim")
        for heading in ("Found", "Right", "Why") if with_reasons else ("Found", "Right"):
            made.add_column(heading, overflow="fold")
        made.add_column("Sure", justify="right", no_wrap=True)
        made.add_column("Action", no_wrap=True)
        made.add_column("Times", justify="right", no_wrap=True)
        for group in self.groups[:ROWS]:
            made.add_row(*_row(group, with_reasons))
        if len(self.groups) > ROWS:
            made.add_row(Text(f"and {len(self.groups) - ROWS} more", style="dim"))
        yield made


def _row(group: grouping.Group, with_reasons: bool) -> tuple[Text, ...]:
    finding = group.finding
    right = "–" if finding.replacement is None else finding.replacement or "(deleted)"
    return (
        Text(visible.line(finding.surface)),
        Text(visible.line(right), style="bold"),
        *([Text(_reason(finding), style="dim")] if with_reasons else []),
        Text(assets.percent(finding.confidence)),
        Text(finding.action, style=STYLES[finding.action]),
        Text(str(len(group.findings))),
    )


def _reason(finding: Finding) -> str:
    """The first reason, without the words that stand in the row already."""
    if not finding.evidence:
        return finding.rule.name
    return visible.line(finding.evidence[0].claim.removeprefix(f"“{finding.surface}” is "))


def _sum(counted: tally.Tally) -> Text:
    before, after = counted.scores
    documents = "1 document" if counted.documents == 1 else f"{counted.documents} documents"
    actions = ", ".join(f"{counted.actions[action]} {action}" for action in STYLES)
    return Text(f"{documents}, {counted.words} words: {actions}. Score {before:.1f} -> {after:.1f}.")
