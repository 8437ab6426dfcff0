"""Options that several commands share, said once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows.settings import Settings

DEFAULT_OUT = Path("zhengming-out")

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help=".txt, .md, .jsonl, .jsonl.gz, .csv and .parquet files, folders of these, or - for standard input.",
        show_default=False,
    ),
]
DateOption = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="YYYY-MM-DD",
        help="Day of publication of documents that carry none; decides who held which office.",
    ),
]
GazetteerOption = Annotated[
    list[str] | None,
    typer.Option("--gazetteer", metavar="PATH", help="A gazetteer of your own above the built-in one; the later wins."),
]
ApplyAboveOption = Annotated[
    float | None,
    typer.Option(
        "--apply-above",
        metavar="P",
        min=0.0,
        max=1.0,
        help="Confidence at which a change is made.",
        show_default="0.90",
    ),
]
SuggestAboveOption = Annotated[
    float | None,
    typer.Option(
        "--suggest-above",
        metavar="P",
        min=0.0,
        max=1.0,
        help="Confidence at which a change is suggested.",
        show_default="0.50",
    ),
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODES",
        help="Rules to use, by code or beginning of a code, with commas.",
        show_default="all",
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="CODES", help="Rules to leave out, by code or beginning of a code, with commas."),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing on standard output.")]
TextColumnOption = Annotated[
    str, typer.Option("--text-column", metavar="NAME", help="Column of a .csv or .parquet file that holds the text.")
]
IdColumnOption = Annotated[
    str, typer.Option("--id-column", metavar="NAME", help="Column of a .csv or .parquet file that holds the id.")
]


def codes(given: list[str] | None) -> tuple[str, ...]:
    """The codes in values that may hold several with commas.

    >>> codes(["ZM1, ZM201", "ZM3"])
    ('ZM1', 'ZM201', 'ZM3')
    """
    return tuple(code.strip() for value in given or () for code in value.split(",") if code.strip())


def settings_of(
    gazetteer: list[str] | None,
    apply_above: float | None,
    suggest_above: float | None,
    select: list[str] | None,
    ignore: list[str] | None,
) -> Settings:
    """The settings that the options say."""
    return Settings(tuple(gazetteer or ()), apply_above, suggest_above, codes(select), codes(ignore))
