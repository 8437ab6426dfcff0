"""Counts over corrections as Markdown, for a Prefect artifact or a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from normalizers.finding import Correction
from reports import tally, visible

ROWS = 15
"""Rows of each table; the report has them all."""

_ACTIVE = re.compile(r"[\\`*_{}\[\]()<>#|~&!:@]")


def render(corrections: Iterable[Correction]) -> str:
    """Totals, then tables of categories, entities and changes, the commonest first."""
    return render_tally(tally.of(corrections))


def render_tally(counted: tally.Tally) -> str:
    """As `render`, of corrections that have been counted."""
    before, after = counted.scores
    totals = [(action, counted.actions[action]) for action in ("applied", "suggested", "flagged")]
    parts = [
        f"**{counted.documents}** document{'' if counted.documents == 1 else 's'}, **{counted.words}** words. "
        f"Score **{before:.1f}** before, **{after:.1f}** after.",
        _table(("Action", "Findings"), totals),
        _table(("Category", "Findings"), counted.categories.most_common(ROWS)),
        _table(("Entity", "Findings"), counted.entities.most_common(ROWS)),
        _table(("Found", "Right", "Times"), [(*form, n) for form, n in counted.forms.most_common(ROWS)]),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _table(heading: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    if not rows:
        return ""
    aligned = ["---"] * (len(heading) - 1) + ["---:"]
    return "\n".join("| " + " | ".join(map(_cell, row)) + " |" for row in (heading, aligned, *rows))


def _cell(value: object) -> str:
    """A cell on one line in which nothing is markup."""
    text = str(value)
    return text if text in ("---", "---:") else _ACTIVE.sub(r"\\\g<0>", visible.line(text)).replace("\\<", "&lt;")
