"""`zhengming apply`: a reviewer's decisions -> corrected texts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows import options


def apply(
    results: Annotated[Path, typer.Argument(metavar="RESULTS", help="The results.jsonl that was reviewed.")],
    decisions: Annotated[Path, typer.Argument(metavar="DECISIONS", help="The decisions.json that the report gave.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the corrected texts.")],
    quiet: options.QuietOption = False,
) -> None:
    """Apply what a reviewer accepted, and nothing else. Ends with 1 where a decision no longer fits its text."""
