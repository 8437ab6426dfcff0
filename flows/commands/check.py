"""`zhengming check`: says what it finds and writes nothing; for editors' hooks and continuous integration."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from flows import options

if TYPE_CHECKING:
    from normalizers import Correction


class Severity(StrEnum):
    """The MQM severities, the lightest first."""

    minor = "minor"
    major = "major"
    critical = "critical"


class Format(StrEnum):
    """How findings are printed."""

    text = "text"
    json = "json"
    github = "github"


@options.with_common
def check(
    inputs: options.Inputs,
    common: options.Common,
    fail_on: Annotated[
        Severity, typer.Option("--fail-on", help="Lightest severity of a finding that makes the exit code 1.")
    ] = Severity.minor,
    form: Annotated[
        Format, typer.Option("--format", help="Lines for people, results as JSON lines, or GitHub annotations.")
    ] = Format.text,
) -> None:
    """Say what is wrong in texts, and write nothing. Ends with 1 where something is found."""
    from flows.documents import Failure, correct_or_fail
    from flows.inputs import read_with_places
    from flows.settings import load_pipeline

    documents = list(read_with_places(inputs, common.reading))
    pipeline = load_pipeline(common.settings)
    found = False
    for path, document in documents:
        outcome = correct_or_fail(pipeline, document)
        if isinstance(outcome, Failure):
            typer.echo(f"zhengming: {outcome.id}: {outcome.reason}", err=True)
            found = True
            continue
        found |= _is_severe(outcome, fail_on)
        if not common.quiet:
            for line in _lines(outcome, path, form):
                sys.stdout.write(line + "\n")
    raise typer.Exit(1 if found else 0)


def _is_severe(correction: Correction, threshold: Severity) -> bool:
    from normalizers.finding import SEVERITIES

    limit = SEVERITIES.index(threshold.value)
    return any(SEVERITIES.index(finding.rule.severity) >= limit for finding in correction.findings)


def _lines(correction: Correction, path: str, form: Format) -> Iterator[str]:
    if form is Format.json:
        from flows.results import json_line

        yield json_line(correction.record()).decode().rstrip("\n")
    elif form is Format.github:
        from reports.github import lines as annotations

        yield from annotations(correction, path)
    else:
        from reports.text import lines

        yield from lines(correction, path)
