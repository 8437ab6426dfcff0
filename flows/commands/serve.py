"""`zhengming serve`: the flows as deployments on the Prefect server in use."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from flows.commands.run import DEFAULTS


def serve(
    cron: Annotated[
        str | None, typer.Option("--cron", metavar="CRON", help="When to run the corpus deployment, in UTC.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Runs at one time.")] = 1,
) -> None:
    """Serve the flows until stopped: run them from the UI, the command line or on a schedule.

    The server is the one that PREFECT_API_URL or the Prefect profile names.
    """
    for name, value in DEFAULTS.items():
        if name != "PREFECT_LOGGING_LEVEL":
            os.environ.setdefault(name, value)
    from prefect import serve as serve_deployments
    from prefect.deployments.runner import RunnerDeployment

    from flows.corpus import correct_corpus, correct_document

    serve_deployments(
        RunnerDeployment.from_flow(correct_document, "document", tags=["zhengming"]),
        RunnerDeployment.from_flow(correct_corpus, "corpus", tags=["zhengming"], cron=cron),
        limit=limit,
    )
