"""What runs the batches of a flow: processes of this machine, threads of this process, or a Dask cluster."""

from __future__ import annotations

import os
from typing import Any, Literal

from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner, ThreadPoolTaskRunner

from flows.errors import UsageError
from flows.settings import Settings
from flows.shards import pipeline_of

RunnerName = Literal["process", "thread", "dask"]


def runner_of(name: RunnerName, workers: int, dask_address: str | None, settings: Settings) -> TaskRunner[Any]:
    """The task runner of that name.

    Raises:
        UsageError: an address goes with another runner than Dask, or prefect-dask is not installed.
    """
    if name == "dask":
        return _dask(workers, dask_address)
    if dask_address:
        raise UsageError("--dask-address goes with --runner dask")
    if name == "thread":
        return ThreadPoolTaskRunner(max_workers=workers)
    return ProcessPoolTaskRunner(max_workers=workers, initializer=prepare, initargs=(settings,))


def prepare(settings: Settings) -> None:
    """Load the pipeline of a worker process, before its first batch."""
    pipeline_of(settings)


def workers_of(workers: int | None) -> int:
    """The number of workers: that which is asked for, or the processors that this process may use."""
    if workers:
        return workers
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _dask(workers: int, address: str | None) -> TaskRunner[Any]:
    try:
        from prefect_dask.task_runners import DaskTaskRunner
    except ImportError as error:
        raise UsageError("--runner dask needs prefect-dask; install zhengming[dask]") from error
    if address:
        return DaskTaskRunner(address=address)
    return DaskTaskRunner(cluster_kwargs={"n_workers": workers, "threads_per_worker": 1, "dashboard_address": None})
