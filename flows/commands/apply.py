"""`zhengming apply`: a reviewer's decisions -> corrected texts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows import options


def apply(
    results: Annotated[Path, typer.Argument(metavar="RESULTS", help="The results.jsonl that was reviewed.")],
    decisions: Annotated[Path, typer.Argument(metavar="DECISIONS", help="The decisions.json that a report exported.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the corrected texts.")],
    quiet: options.QuietOption = False,
) -> None:
    """Apply what a reviewer accepted, and nothing else. Ends with 1 where a decision does not fit its text."""
    from flows.results import TextFolder, read_decisions, read_results
    from reports.decisions import apply_all

    reviewed = read_decisions(decisions)
    known = {correction.document.id for correction in read_results(results)}
    unfit: list[str] = []
    with TextFolder(out) as texts:
        for outcome in apply_all(read_results(results), reviewed):
            unfit.extend(outcome.unfit)
            if outcome.document in known:
                texts.add(outcome.document, outcome.text)
    for line in unfit:
        typer.echo(f"zhengming: {line}", err=True)
    if not quiet:
        typer.echo(f"{texts.number} texts in {texts.folder}")
    raise typer.Exit(1 if unfit else 0)
