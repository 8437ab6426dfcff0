"""`zhengming serve`: the flows as deployments on the Prefect server in use."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Annotated

import typer

from flows.commands.run import DEFAULTS
from flows.errors import UsageError

WATCH = "A folder that fills"
"""The panel of the help that the options for it stand in."""


def serve(
    cron: Annotated[
        str | None,
        typer.Option("--cron", metavar="CRON", help='When to run the corpus deployment, in UTC, as "0 3 * * *".'),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Runs at one time.")] = 1,
    watch: Annotated[
        str | None,
        typer.Option(
            "--watch",
            metavar="DIR",
            help="Correct the files that come into this folder, each once.",
            rich_help_panel=WATCH,
        ),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option(
            "--out", metavar="DIR", help="Where their results go, outside the other folder.", rich_help_panel=WATCH
        ),
    ] = None,
    every: Annotated[
        float,
        typer.Option(
            "--every", metavar="SECONDS", min=1.0, help="How often to look for new files.", rich_help_panel=WATCH
        ),
    ] = 60.0,
) -> None:
    """Serve the flows until stopped: run them from the UI, the command line, on a schedule or on a folder that fills.

    The server is the one that PREFECT_API_URL or the Prefect profile names.
    """
    if bool(watch) != bool(out):
        raise UsageError("--watch and --out go together: the folder that fills, and where its results go")
    for name, value in DEFAULTS.items():
        if name != "PREFECT_LOGGING_LEVEL":
            os.environ.setdefault(name, value)
    from prefect import serve as serve_deployments
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.deployments.runner import RunnerDeployment
    from prefect.settings import PREFECT_API_URL

    from flows.corpus import correct_corpus, correct_document, correct_new_files

    if not PREFECT_API_URL.value():
        raise UsageError(
            "no Prefect server: start one with `prefect server start`, and set PREFECT_API_URL to its address,"
            " as http://127.0.0.1:4200/api"
        )
    # A run that is due while another works has nothing to do that the next one would not do.
    alone = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)
    tags = ["zhengming"]
    serve_deployments(
        RunnerDeployment.from_flow(correct_document, "document", tags=tags),
        RunnerDeployment.from_flow(correct_corpus, "corpus", tags=tags, cron=cron),
        RunnerDeployment.from_flow(
            correct_new_files,
            "new-files",
            tags=tags,
            interval=timedelta(seconds=every) if watch else None,
            parameters={"folder": watch, "out": out} if watch else None,
            concurrency_limit=alone,
        ),
        limit=limit,
    )
