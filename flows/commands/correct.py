"""`zhengming correct`: texts in, corrected texts and a report out, in this process."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows import options
from flows.errors import UsageError
from flows.settings import Settings

if TYPE_CHECKING:
    from flows.inputs import Reading
    from flows.results import ResultFolder
    from normalizers import Document


def correct(
    inputs: options.Inputs,
    date: options.DateOption = None,
    source: Annotated[
        Path | None, typer.Option("--source", metavar="FILE", help="The Chinese original of the only document.")
    ] = None,
    gazetteer: options.GazetteerOption = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Folder for results and report.", show_default="zhengming-out"),
    ] = None,
    apply_above: options.ApplyAboveOption = None,
    suggest_above: options.SuggestAboveOption = None,
    select: options.SelectOption = None,
    ignore: options.IgnoreOption = None,
    text_column: options.TextColumnOption = "text",
    id_column: options.IdColumnOption = "id",
    open_report: Annotated[bool, typer.Option("--open", help="Open the report in the browser.")] = False,
    quiet: options.QuietOption = False,
) -> None:
    """Correct texts and write the corrected texts and a report.

    With - alone and no --out, the corrected text goes to standard output and no file is written.
    """
    from flows.inputs import STANDARD_INPUT, Reading
    from flows.records import checked_date

    settings = options.settings_of(gazetteer, apply_above, suggest_above, select, ignore)
    day = checked_date(date, "--date") if date else None
    if inputs == [STANDARD_INPUT] and out is None:
        _filter(Reading(day), settings, source)
        return
    out = out or options.DEFAULT_OUT
    results = _write(inputs, Reading(day, text_column, id_column, out), settings, source, out)
    if not quiet:
        _show(results)
    if open_report:
        typer.launch(results.report.resolve().as_uri())
    for failure in results.failures:
        typer.echo(f"zhengming: {failure.id}: {failure.reason}", err=True)
    raise typer.Exit(1 if results.failures else 0)


def _documents(inputs: list[str], reading: Reading, source: Path | None) -> Iterator[Document]:
    from flows.inputs import read, with_source

    return with_source(read(inputs, reading), source)


def _filter(reading: Reading, settings: Settings, source: Path | None) -> None:
    """Standard input corrected to standard output."""
    from flows.documents import Failure, correct_or_fail
    from flows.settings import load_pipeline

    documents = list(_documents(["-"], reading, source))
    outcome = correct_or_fail(load_pipeline(settings), documents[0])
    if isinstance(outcome, Failure):
        typer.echo(f"zhengming: standard input: {outcome.reason}", err=True)
        raise typer.Exit(1)
    sys.stdout.buffer.write(outcome.text.encode())
    sys.stdout.buffer.flush()


def _write(inputs: list[str], reading: Reading, settings: Settings, source: Path | None, out: Path) -> ResultFolder:
    from flows.documents import correct_each
    from flows.progress import counting
    from flows.results import ResultFolder
    from flows.settings import load_pipeline

    documents = _documents(inputs, reading, source)
    first = next(documents, None)
    if first is None:
        raise UsageError(f"{', '.join(inputs)}: no documents; give at least one")
    results = ResultFolder(out)
    with results:
        pipeline = load_pipeline(settings)
        with counting("Correcting", "documents") as advance:
            for outcome in correct_each(pipeline, _with_first(first, documents)):
                results.add(outcome)
                advance(results.documents)
    return results


def _with_first(first: Document, others: Iterator[Document]) -> Iterator[Document]:
    yield first
    yield from others


def _show(results: ResultFolder) -> None:
    """The table of what was done, and where the report is."""
    from rich.console import Console

    from reports import terminal

    console = Console()
    console.print(terminal.table(results.corrections()))
    console.print(f"Report: {results.report}", highlight=False, markup=False, soft_wrap=True)
