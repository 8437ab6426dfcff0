"""What runs the batches of a flow: processes of this machine, threads of this process, or a Dask cluster."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from prefect.client.orchestration import get_client
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner
from pydantic import Field

from flows.errors import UsageError
from flows.job import BATCH_SIZE
from flows.processes import processes
from flows.results import Format
from flows.settings import Settings

RunnerName = Literal["process", "thread", "dask"]

AHEAD: ContextVar[TaskRunner[Any] | None] = ContextVar("ahead", default=None)
"""The runner that was started before the flow."""


@dataclass(frozen=True, slots=True)
class Work:
    """What does the work on a corpus, and what comes of it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"use_attribute_docstrings": True, "extra": "forbid"}

    runner: RunnerName = "process"
    """Processes of this machine, threads of one process, or a Dask cluster."""
    workers: Annotated[int, Field(ge=1)] | None = None
    """How many; as many as there are processors unless given."""
    dask_address: str | None = None
    """The scheduler of an existing cluster (tcp://host:8786); a temporary local one unless given."""
    batch_size: Annotated[int, Field(ge=1)] = BATCH_SIZE
    """Documents of a task, about."""
    format: Format = "jsonl"
    """The form of the results: results.jsonl or results.parquet."""
    reports: bool = False
    """A report for every document, beside the index."""
    max_failures: Annotated[int, Field(ge=0)] | None = None
    """Documents that may fail before the run counts as failed; any number unless given."""

    @property
    def number(self) -> int:
        """The number of workers: that which is asked for, or the processors that this process may use."""
        if self.workers:
            return self.workers
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def runner_of(work: Work, settings: Settings) -> Iterator[TaskRunner[Any]]:
    """The task runner, started: that of `started_ahead`, or a new one.

    Raises:
        UsageError: an address goes with another runner than Dask, or prefect-dask is not installed.
    """
    if ahead := AHEAD.get():
        yield ahead
        return
    with _runner_of(work, settings) as runner:
        yield runner


@contextmanager
def started_ahead(work: Work, settings: Settings) -> Iterator[None]:
    """Let worker processes load while the server of the flow that is called within still starts.

    The settings should be known to be good: an error in a worker that loads shows less well than one here.
    """
    if work.runner != "process" or work.dask_address:
        yield
        return
    with _runner_of(work, settings) as runner:
        token = AHEAD.set(runner)
        try:
            yield
        finally:
            AHEAD.reset(token)


def _runner_of(work: Work, settings: Settings) -> TaskRunner[Any]:
    if work.runner == "dask":
        return _dask(work)
    if work.dask_address:
        raise UsageError("--dask-address goes with --runner dask")
    if work.runner == "thread":
        return ThreadPoolTaskRunner(max_workers=work.number)
    return processes(work.number, settings)


@contextmanager
def shared_server(work: Work) -> Iterator[None]:
    """Let workers of this machine use the temporary server of this process, where there is no other.

    Without its address each worker would start a server of its own: seconds, and memory, before its first batch. The
    workers of an existing cluster may be on machines that cannot reach it.
    """
    if PREFECT_API_URL.value() or work.dask_address:
        yield
        return
    with get_client(sync_client=True) as client:
        address = str(client.api_url)
    with temporary_settings({PREFECT_API_URL: address}):
        yield


def _dask(work: Work) -> TaskRunner[Any]:
    try:
        from prefect_dask.task_runners import DaskTaskRunner
    except ImportError as error:
        raise UsageError("--runner dask needs prefect-dask; install zhengming[dask]") from error
    if work.dask_address:
        return DaskTaskRunner(address=work.dask_address)
    return DaskTaskRunner(cluster_kwargs={"n_workers": work.number, "threads_per_worker": 1, "dashboard_address": None})
