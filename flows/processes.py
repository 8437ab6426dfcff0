"""Worker processes of this machine: Prefect's, with what it does for each task done once for each worker."""

from __future__ import annotations

import gc
import os
from concurrent.futures import Future
from contextlib import suppress
from multiprocessing.util import Finalize
from typing import Any, Self

from prefect.context import SettingsContext, SyncClientContext, serialize_context
from prefect.settings import PREFECT_CLIENT_SERVER_VERSION_CHECK_ENABLED, temporary_settings
from prefect.task_runners import ProcessPoolTaskRunner

from flows.settings import Settings
from flows.shards import pipeline_of

YOUNG = 10_000
"""Objects that a worker makes before the collector looks at them. At 700, Python's own, it takes 3 % of the work."""
LAST = -100
"""The place of what ends a worker among all that `multiprocessing` does at its end: after its queues are written."""


def processes(number: int, settings: Settings) -> ProcessPoolTaskRunner:
    """So many workers, with the pipeline of `settings` and the settings that Prefect has here and now.

    They need not ask the server for its version, for the flow has.
    """
    with temporary_settings({PREFECT_CLIENT_SERVER_VERSION_CHECK_ENABLED: False}):
        context = serialize_context()["settings_context"]
    return Processes(max_workers=number, initializer=prepare, initargs=(settings, context))


class Processes(ProcessPoolTaskRunner):
    """Processes that start at once, not with the first task, and keep Prefect's settings and client.

    Prefect sends its settings with each task and has the worker make them, and clients, from that: 75 ms a task.
    """

    def __enter__(self) -> Self:
        """Start the workers."""
        super().__enter__()
        assert self._executor
        for _ in range(self._max_workers):
            self._executor.submit(os.getpid)
        return self

    def _resolve_futures_and_submit(self, *args: Any, **kwargs: Any) -> Future[bytes]:
        """Hand a task to a worker, without the settings."""
        kwargs["context"] = {**kwargs["context"], "settings_context": {}}
        return super()._resolve_futures_and_submit(*args, **kwargs)


def prepare(settings: Settings, context: dict[str, Any]) -> None:
    """Load all that a worker process needs, before its first batch.

    What is there then stays for good: the collector of garbage need not look at it again and again, and at the end it
    is not taken apart, which takes longer than a second.
    """
    pipeline_of(settings).correct("")
    SettingsContext(**context).__enter__()
    with suppress(Exception):  # a task makes its own, and says what is wrong
        SyncClientContext().__enter__()
    Finalize(None, os._exit, (0,), exitpriority=LAST)
    gc.set_threshold(YOUNG)
    gc.freeze()
