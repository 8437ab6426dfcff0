"""`zhengming run`: a corpus through the Prefect flow."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flows import options
from flows.errors import UsageError
from flows.server import temporary_server

if TYPE_CHECKING:
    from flows.reading import Reading
    from flows.runners import Work
    from flows.settings import Settings

DEFAULTS = {
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "WARNING",
}
"""Settings of Prefect that hold unless the environment says otherwise.

Prefect's temporary server may need longer than its own 20 s to start; it should report to nobody; the progress bar says
what a log at INFO would.
"""
WORK = "Work"
"""The panel of the help that the options for it stand in."""


class Runner(StrEnum):
    """What runs the batches."""

    process = "process"
    thread = "thread"
    dask = "dask"


class Format(StrEnum):
    """The form of the results."""

    jsonl = "jsonl"
    parquet = "parquet"


@options.with_common
def run(
    inputs: options.CorpusInputs,
    common: options.Common,
    out: Annotated[str, typer.Option("--out", metavar="DIR", help="Folder for results, a path or an fsspec address.")],
    form: Annotated[Format, typer.Option("--format", help="Write results.jsonl or results.parquet.")] = Format.jsonl,
    reports: Annotated[
        bool, typer.Option("--reports/--no-reports", help="Write a report for every document, beside the index.")
    ] = False,
    max_failures: Annotated[
        int | None,
        typer.Option(
            "--max-failures",
            metavar="N",
            min=0,
            help="Documents that may fail before the flow counts as failed; the others are done all the same.",
            show_default="any number",
        ),
    ] = None,
    runner: Annotated[
        Runner,
        typer.Option(
            "--runner", help="Processes of this machine, threads of one, or a Dask cluster.", rich_help_panel=WORK
        ),
    ] = Runner.process,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers",
            metavar="N",
            min=1,
            help="How many processes or threads work, or workers of a temporary Dask cluster.",
            show_default="processors",
            rich_help_panel=WORK,
        ),
    ] = None,
    dask_address: Annotated[
        str | None,
        typer.Option(
            "--dask-address",
            metavar="ADDRESS",
            help="Scheduler of an existing Dask cluster, as tcp://host:8786.",
            rich_help_panel=WORK,
        ),
    ] = None,
    batch_size: Annotated[
        int, typer.Option("--batch-size", metavar="N", min=1, help="Documents of a task, about.", rich_help_panel=WORK)
    ] = 200,
) -> None:
    """Correct a corpus as a Prefect flow: takes up where an earlier run stopped, retries, scales out.

    The same command again continues a run that died. Ends with 1 where documents failed; failures.jsonl names them.
    """
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    settings, reading = common.settings, common.reading
    # The workers of an existing cluster may be on machines that could not reach it.
    with temporary_server(wanted=not dask_address) as wait_for_server:
        from flows.runners import Work, started_ahead
        from flows.shards import pipeline_of

        work = Work(runner.value, workers, dask_address, batch_size, form.value, reports, max_failures)
        pipeline_of(settings)  # here what is wrong with the settings shows in one line
        with started_ahead(work, settings):
            from flows.corpus import correct_corpus as _  # noqa: F401 - imported while server and workers start

            wait_for_server()
            count = _run(inputs, out, reading, settings, work)
    if not common.quiet:
        typer.echo(
            f"{count['documents']} documents ({count['reused']} done before), {count['applied']} changes,"
            f" {count['findings'] - count['applied']} more findings\nReport: {out}/index.html"
        )
    if count["failed"]:
        typer.echo(f"zhengming: {count['failed']} documents failed; {out}/failures.jsonl names them", err=True)
        raise typer.Exit(1)


def _run(inputs: list[str], out: str, reading: Reading, settings: Settings, work: Work) -> dict[str, Any]:
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
        found: dict[str, Any] = correct_corpus(inputs, out, reading, settings, work)
    except TooManyFailuresError as error:
        typer.echo(f"zhengming: {error}; {out}/failures.jsonl names them", err=True)
        raise typer.Exit(1) from error
    except BrokenProcessPool as error:
        raise UsageError("a worker process died (out of memory?); run the same command again to continue") from error
    except (httpx.HTTPError, PrefectException, RuntimeError) as error:
        raise UsageError(f"the Prefect server failed: {error}; run the same command again to continue") from error
    return found
