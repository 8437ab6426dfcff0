"""`zhengming report`: results -> reports again, and the other forms for tables, word processors and pull requests."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from flows import options


class Format(StrEnum):
    """What is made of the results."""

    html = "html"
    csv = "csv"
    docx = "docx"
    markdown = "markdown"


def report(
    results: Annotated[Path, typer.Argument(metavar="RESULTS", help="A results.jsonl that correct or run wrote.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for what is made of it.")],
    formats: Annotated[
        list[Format] | None,
        typer.Option(
            "--format",
            help="html: the reports and their index; csv: findings.csv; docx: a redline of each document, with tracked"
            " changes; markdown: summary.md. May be given several times.",
            show_default="html",
        ),
    ] = None,
    quiet: options.QuietOption = False,
) -> None:
    """Make reports of results again, or a table, redlines for a word processor, a summary in Markdown."""
    for form in dict.fromkeys(formats or [Format.html]):
        made = WRITERS[form](results, out)
        if not quiet:
            typer.echo(made)


def _html(results: Path, out: Path) -> Path:
    from urllib.parse import quote

    from flows.results import INDEX, read_results, report_name, write_whole
    from reports import html
    from reports.index import Index

    index = Index()
    for correction in read_results(results):
        name = report_name(correction.document.id)
        write_whole(out / name, html.render(correction))
        index.add(correction, quote(name))
    write_whole(out / INDEX, index.render())
    return out / INDEX


def _csv(results: Path, out: Path) -> Path:
    import io

    from flows.results import read_results, write_whole
    from reports import csv

    table = io.StringIO(newline="")
    csv.write(read_results(results), table)
    # The mark tells spreadsheets that the file is UTF-8.
    write_whole(out / "findings.csv", "\ufeff" + table.getvalue())
    return out / "findings.csv"


def _docx(results: Path, out: Path) -> Path:
    from flows.filenames import file_name
    from flows.results import read_results, write_whole
    from reports import docx

    for correction in read_results(results):
        write_whole(out / "redlines" / f"{file_name(correction.document.id)}.docx", docx.write(correction))
    return out / "redlines"


def _markdown(results: Path, out: Path) -> Path:
    from flows.results import read_results, write_whole
    from reports import markdown

    write_whole(out / "summary.md", markdown.render(read_results(results)))
    return out / "summary.md"


WRITERS: dict[Format, Callable[[Path, Path], Path]] = {
    Format.html: _html,
    Format.csv: _csv,
    Format.docx: _docx,
    Format.markdown: _markdown,
}
