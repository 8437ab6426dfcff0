"""`zhengming apply`: a reviewer's decisions -> corrected texts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows import options


def apply(
    results: Annotated[Path, typer.Argument(metavar="RESULTS", help="The results.jsonl that was reviewed.")],
    decisions: Annotated[
        list[Path],
        typer.Argument(metavar="DECISIONS...", help="Files of decisions that reports exported."),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the corrected texts.")],
    quiet: options.QuietOption = False,
) -> None:
    """Apply what reviewers decided, and nothing else. What nobody decided stays as it was corrected.

    Ends with 1 where a decision does not fit its text; each such decision is named.
    """
    from flows.results import CORRECTED, TextFolder, read_decisions, read_results
    from flows.store import Store
    from reports.decisions import apply_all

    reviewed = [each for path in decisions for each in read_decisions(path)]
    known = {correction.document.id for correction in read_results(results)}
    unfit: list[str] = []
    with TextFolder(Store(str(out.absolute()))) as texts:
        for outcome in apply_all(read_results(results), reviewed):
            unfit.extend(outcome.unfit)
            if outcome.document in known:
                texts.add(outcome.document, outcome.text)
    for line in unfit:
        typer.echo(f"zhengming: {line}", err=True)
    if not quiet:
        typer.echo(f"{texts.number} {'text' if texts.number == 1 else 'texts'} in {out / CORRECTED}")
    raise typer.Exit(1 if unfit else 0)
