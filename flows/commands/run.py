"""`zhengming run`: a corpus through the Prefect flow."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import Annotated, Any

import typer

from flows import options
from flows.errors import UsageError

DEFAULTS = {
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "WARNING",
}
"""Settings of Prefect that hold unless the environment says otherwise.

Prefect's temporary server may need longer than its own 20 s to start; it should report to nobody; the progress bar says
what a log at INFO would.
"""


class Runner(StrEnum):
    """What runs the batches."""

    process = "process"
    thread = "thread"
    dask = "dask"


class Format(StrEnum):
    """The form of the results."""

    jsonl = "jsonl"
    parquet = "parquet"


def run(
    inputs: options.Inputs,
    out: Annotated[str, typer.Option("--out", metavar="DIR", help="Folder for results, a path or an fsspec address.")],
    date: options.DateOption = None,
    gazetteer: options.GazetteerOption = None,
    apply_above: options.ApplyAboveOption = None,
    suggest_above: options.SuggestAboveOption = None,
    select: options.SelectOption = None,
    ignore: options.IgnoreOption = None,
    form: Annotated[Format, typer.Option("--format", help="results.jsonl or results.parquet.")] = Format.jsonl,
    text_column: options.TextColumnOption = "text",
    id_column: options.IdColumnOption = "id",
    runner: Annotated[
        Runner, typer.Option("--runner", help="Processes of this machine, threads, or a Dask cluster.")
    ] = Runner.process,
    workers: Annotated[
        int | None, typer.Option("--workers", metavar="N", min=1, help="How many.", show_default="processors")
    ] = None,
    dask_address: Annotated[
        str | None, typer.Option("--dask-address", metavar="ADDRESS", help="Scheduler of an existing Dask cluster.")
    ] = None,
    reports: Annotated[
        bool, typer.Option("--reports/--no-reports", help="A report for every document, beside the index.")
    ] = False,
    batch_size: Annotated[int, typer.Option("--batch-size", metavar="N", min=1, help="Documents of a task.")] = 200,
    max_failures: Annotated[
        int | None,
        typer.Option("--max-failures", metavar="N", min=0, help="Documents that may fail.", show_default="any number"),
    ] = None,
    quiet: options.QuietOption = False,
) -> None:
    """Correct a corpus as a Prefect flow: takes up where an earlier run stopped, retries, scales out."""
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    count = _run(
        inputs=inputs,
        out=out,
        date=date,
        gazetteers=gazetteer,
        apply_above=apply_above,
        suggest_above=suggest_above,
        select=list(options.codes(select)),
        ignore=list(options.codes(ignore)),
        format=form.value,
        text_column=text_column,
        id_column=id_column,
        runner=runner.value,
        workers=workers,
        dask_address=dask_address,
        reports=reports,
        batch_size=batch_size,
        max_failures=max_failures,
    )
    if not quiet:
        typer.echo(
            f"{count['documents']} documents ({count['reused']} done before), {count['applied']} changes,"
            f" {count['findings'] - count['applied']} more findings\nReport: {out}/index.html"
        )
    if count["failed"]:
        typer.echo(f"zhengming: {count['failed']} documents failed; {out}/failures.jsonl names them", err=True)
        raise typer.Exit(1)


def _run(**parameters: Any) -> dict[str, int]:
    """Run the flow.

    Raises:
        UsageError: input or output cannot be used.
        typer.Exit: with 1, where more documents failed than may.
    """
    from concurrent.futures.process import BrokenProcessPool

    import httpx
    from prefect.exceptions import PrefectException

    from flows.corpus import TooManyFailuresError, correct_corpus

    try:
        found: dict[str, int] = correct_corpus(**parameters)
    except TooManyFailuresError as error:
        typer.echo(f"zhengming: {error}", err=True)
        raise typer.Exit(1) from error
    except BrokenProcessPool as error:
        raise UsageError("a worker process died (out of memory?); run the same command again to continue") from error
    except (httpx.HTTPError, PrefectException, RuntimeError) as error:
        raise UsageError(f"the Prefect server failed: {error}; run the same command again to continue") from error
    return found
