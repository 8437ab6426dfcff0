"""A corpus as one HTML file: totals, the commonest entities and wrong forms, and its documents, a page at a time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from normalizers.finding import Correction
from reports import assets, grouping, tally

STATIC_ROWS = 100
"""Documents that stand in the page as it is written; the others are data, or a plain list where there is no script."""
TOP = 8
"""Rows of each list."""
PUBLISHERS = ("publisher", "outlet", "agency", "site", "feed", "source")
"""Fields of a document that may say who published it, by rank; `source` is only what an input does not take for the
original.
"""
MOST_MONTHS = 48
"""Columns of the chart of months; where the documents span more, it counts years."""
SIGNATURES = 3
"""Signatures that the page names, where runs of several versions come together."""

_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-\d\d")


@dataclass(frozen=True, slots=True)
class Summary:
    """What the index says of one document. `href` leads to its report; `findings` and the following are counts."""

    id: str
    href: str
    title: str
    date: str
    source: str
    sha256: str
    words: int
    before: float
    after: float
    applied: int
    suggested: int
    flagged: int

    @property
    def findings(self) -> int:
        """All findings."""
        return self.applied + self.suggested + self.flagged


class Index:
    """Takes in corrections one at a time, and keeps of each only a summary and its counts."""

    def __init__(self, counted: tally.Tally | None = None) -> None:
        """`counted` is the tally to use, for whoever needs it besides."""
        self._summaries: list[Summary] = []
        self._tally = counted or tally.Tally()
        self._signatures: dict[str, None] = {}

    def add(self, correction: Correction, href: str) -> None:
        """Take in a document whose report is at `href`, a reference relative to the index, percent-encoded."""
        self._tally.add(correction)
        self._signatures[correction.signature] = None
        self._summaries.append(summary(correction, href))

    def render(self) -> str:
        """The page."""
        counted, documents = self._tally, self._summaries
        columns = [name for name in ("date", "source") if any(getattr(each, name) for each in documents)]
        return (
            assets.environment()
            .get_template("index.html.j2")
            .render(
                assets=assets.assets("index.js"),
                tally=counted,
                scores=counted.scores,
                actions=[(action, counted.actions[action]) for action in ("applied", "suggested", "flagged")],
                lists=_lists(counted, documents),
                months=_months(documents),
                span=_span(documents),
                columns=columns,
                signatures=list(self._signatures)[:SIGNATURES],
                first=documents[:STATIC_ROWS],
                others=documents[STATIC_ROWS:],
                page_size=STATIC_ROWS,
                data=assets.data_block(
                    {"size": STATIC_ROWS, "columns": columns, "documents": [_row(each) for each in documents]}
                ),
            )
        )


def render(corrections: Iterable[Correction], href_of: Callable[[str], str]) -> str:
    """The index of these corrections. `href_of` gives the reference to the report of the document with an id."""
    index = Index()
    for correction in corrections:
        index.add(correction, href_of(correction.document.id))
    return index.render()


def summary(correction: Correction, href: str) -> Summary:
    """What the index says of one document."""
    document, actions = correction.document, grouping.by_action(correction.findings)
    named = (document.extra.get(field) for field in PUBLISHERS)
    return Summary(
        id=document.id,
        href=href,
        title=document.title or document.id,
        date=document.date or "",
        source=next((name for name in named if isinstance(name, str) and name), ""),
        sha256=document.sha256,
        words=correction.score.words,
        before=correction.score.before,
        after=correction.score.after,
        applied=actions["applied"],
        suggested=actions["suggested"],
        flagged=actions["flagged"],
    )


def _lists(counted: tally.Tally, documents: list[Summary]) -> list[tuple[str, list[tuple[str, int]]]]:
    """The charts of counts: a heading, and rows of a label and a count."""
    sources: Counter[str] = Counter()
    for each in documents:
        if each.source:
            sources[each.source] += each.findings
    forms = [(f"{found} → {right or 'deleted'}", times) for (found, right), times in counted.forms.most_common(TOP)]
    return [
        ("Entities", grouping.labelled(counted.entities.most_common(TOP))),
        ("Wrong forms", grouping.labelled(forms)),
        ("Categories", grouping.short(counted.categories.most_common(TOP))),
        ("Findings by source", grouping.labelled(sources.most_common(TOP))),
    ]


def _months(documents: list[Summary]) -> list[tuple[str, int]]:
    """The findings of each month between the first and the last that have documents, by year where those are many.

    There is no chart where there are fewer than two.
    """
    counted: Counter[str] = Counter()
    for each in documents:
        if _DATE.fullmatch(each.date):
            counted[each.date[:7]] += each.findings
    if len(counted) < 2:
        return []
    first, last = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (min(counted), max(counted)))
    if last - first < MOST_MONTHS:
        return [
            (month, counted[month]) for at in range(first, last + 1) for month in [f"{at // 12:04}-{at % 12 + 1:02}"]
        ]
    years: Counter[str] = Counter()
    for month, count in counted.items():
        years[month[:4]] += count
    return [(year, years[year]) for at in range(first // 12, last // 12 + 1) for year in [f"{at:04}"]][-MOST_MONTHS:]


def _span(documents: list[Summary]) -> str:
    """The first and the last day of the documents."""
    days = {each.date for each in documents if each.date}
    return "" if not days else min(days) if len(days) == 1 else f"{min(days)} to {max(days)}"


def _row(each: Summary) -> list[Any]:
    """A document as the script reads it; the order of columns is that of `index.js`."""
    counts = [each.words, each.before, each.after, each.applied, each.suggested, each.flagged]
    return [each.title, each.id, each.href, each.date, each.source, each.sha256, *counts]
