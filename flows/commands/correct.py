"""`zhengming correct`: texts in, corrected texts and a report out, in this process."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows import options

if TYPE_CHECKING:
    from flows.results import ResultFolder


@options.with_common
def correct(
    inputs: options.Inputs,
    common: options.Common,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Folder for results and report.", show_default="zhengming-out"),
    ] = None,
    source: Annotated[
        Path | None, typer.Option("--source", metavar="FILE", help="The Chinese original of the only document.")
    ] = None,
    open_report: Annotated[bool, typer.Option("--open", help="Open the report in the browser.")] = False,
) -> None:
    """Correct texts and write the corrected texts and a report.

    With - alone and no --out, the corrected text goes to standard output and no file is written.
    """
    from flows.articles import correct_articles
    from flows.inputs import STANDARD_INPUT

    if inputs == [STANDARD_INPUT] and out is None:
        _filter(common, source)
        return
    out = out or options.DEFAULT_OUT
    results = correct_articles(inputs, common.reading, common.settings, out, source)
    if not common.quiet:
        _show(results, out)
    if open_report:
        typer.launch((out / results.page).resolve().as_uri())
    for failure in results.failures():
        typer.echo(f"zhengming: {failure.id}: {failure.reason}", err=True)
    raise typer.Exit(1 if results.failed else 0)


def _filter(common: options.Common, source: Path | None) -> None:
    """Standard input corrected to standard output."""
    from flows.documents import Failure, correct_or_fail
    from flows.inputs import STANDARD_INPUT, read, with_source
    from flows.settings import load_pipeline

    documents = list(with_source(read([STANDARD_INPUT], common.reading), source))
    outcome = correct_or_fail(load_pipeline(common.settings), documents[0])
    if isinstance(outcome, Failure):
        typer.echo(f"zhengming: standard input: {outcome.reason}", err=True)
        raise typer.Exit(1)
    sys.stdout.buffer.write(outcome.text.encode())
    sys.stdout.buffer.flush()


def _show(results: ResultFolder, out: Path) -> None:
    """The table of what was done, and where the report is."""
    from rich.console import Console

    from reports import terminal

    console = Console()
    console.print(terminal.table(results.corrections()))
    console.print(f"Report: {out / results.page}", highlight=False, markup=False, soft_wrap=True)
