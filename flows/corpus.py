"""The work as Prefect flows: for one file, for an archive, for a folder that fills.

All are thin over plain functions (`flows.articles`, `flows.job`, `flows.intake`). A task is a batch of documents, never
one document: what a task costs does not count against seconds of work. What is done is recognised by the files it left,
not by Prefect's results, so that a run continues on whatever server, or none.
"""

from __future__ import annotations

import errno
import json
import time
from collections.abc import Iterable
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path
from typing import Any

from prefect import Task, flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun

from flows import artifacts
from flows.articles import correct_articles
from flows.intake import SETTLED, next_pass, remember
from flows.job import Job, Pending, run
from flows.progress import counting
from flows.reading import Reading
from flows.records import checked_date
from flows.results import FAILURES, INDEX
from flows.runners import Work, runner_of, shared_server
from flows.settings import Settings
from flows.shards import Count, Order, correct_batch
from flows.store import Store
from reports import tally

RETRY_AFTER = (1.0, 5.0, 20.0)
"""Seconds before a batch that could not be read or written is tried again."""
FINAL_ERRORS = frozenset((errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT))
"""Errors of input and output that trying again does not mend."""
WAITING = 4
"""Batches under way for each worker: the one at work, and enough that none has to wait."""
LOGGED = 100
"""Failures that are logged; `failures.jsonl` has all."""


class TooManyFailuresError(RuntimeError):
    """More documents failed than the run allows. All others are done, and in the output."""


async def is_passing(_: Task[..., Any], __: TaskRun, state: State[Any]) -> bool:
    """Whether trying again may help: only where input or output failed, and not for good."""
    error = await state.aresult(raise_on_failure=False)
    return isinstance(error, OSError) and error.errno not in FINAL_ERRORS


@task(
    name="correct-batch",
    task_run_name="batch-{order.name}",
    retries=len(RETRY_AFTER),
    retry_delay_seconds=list(RETRY_AFTER),
    retry_condition_fn=is_passing,
    cache_policy=NO_CACHE,
    persist_result=False,
)
def correct_one_batch(order: Order) -> Count:
    """Correct a batch and write its shard."""
    begun = time.monotonic()
    count = correct_batch(order)
    took = round(time.monotonic() - begun, 3)
    _log("batch-done", batch=order.name, first=order.first, last=order.last, seconds=took, **asdict(count))
    return count


@flow(name="correct-document", validate_parameters=True)
def correct_document(
    path: str, out: str = "zhengming-out", reading: Reading = Reading(), settings: Settings = Settings()
) -> str:
    """Correct the documents of one file and publish a summary and a link to the report.

    Args:
        path: A .txt, .md, .jsonl, .jsonl.gz, .csv or .parquet file.
        out: The folder for results and report.
        reading: How the file is read.
        settings: Gazetteers, thresholds and rules.

    Returns:
        The path of the report.
    """
    results = correct_articles([path], _checked(reading), settings, Path(out))
    artifacts.publish_summary(tally.of(results.corrections()))
    report = str(Path(out) / results.page)
    artifacts.publish_link(report)
    _log_failures(failure.record() for failure in islice(results.failures(), LOGGED))
    return report


@flow(name="correct-corpus", validate_parameters=True)
def correct_corpus(
    inputs: list[str],
    out: str,
    reading: Reading = Reading(),
    settings: Settings = Settings(),
    work: Work = Work(),
) -> dict[str, int]:
    """Correct a corpus; what an earlier run into the same folder has done is not done again.

    Args:
        inputs: Files and folders (.txt, .md, .jsonl, .jsonl.gz, .csv, .parquet), by path or fsspec address.
        out: The folder for results, a path or an fsspec address; one run at a time.
        reading: How the input is read.
        settings: Gazetteers, thresholds and rules.
        work: What does the work, and what comes of it.

    Returns:
        What the run came to: documents, failed, reused, words, findings, applied.
    """
    return asdict(_correct(tuple(inputs), out, reading, settings, work))


@flow(name="correct-new-files", validate_parameters=True)
def correct_new_files(
    folder: str,
    out: str,
    reading: Reading = Reading(),
    settings: Settings = Settings(),
    work: Work = Work(),
    settled: float = SETTLED,
) -> dict[str, int]:
    """Correct the files of a folder that came or changed since the last run, into a folder of `out` of their own.

    A file that cannot be used is named in `failures.jsonl` and left out until it changes.

    Args:
        folder: The folder that fills, by path or fsspec address.
        out: The folder for results, outside the other; one run at a time.
        reading: How the files are read.
        settings: Gazetteers, thresholds and rules.
        work: What does the work, and what comes of it.
        settled: Seconds since a file last changed after which it is taken to be complete.

    Returns:
        What the run came to: documents, failed, reused, words, findings, applied.
    """
    store = Store(out)
    found = next_pass(folder, store, _checked(reading), settled)
    if found is None:
        _log("nothing-new", folder=folder)
        return asdict(Count())
    count = _correct(
        found.paths, f"{out.rstrip('/')}/{found.folder}", reading, settings, replace(work, max_failures=None)
    )
    remember(store, found)
    _hold_to(work.max_failures, count)
    return asdict(count)


def _checked(reading: Reading) -> Reading:
    if reading.date:
        checked_date(reading.date, "date")
    return reading


def _correct(inputs: tuple[str, ...], out: str, reading: Reading, settings: Settings, work: Work) -> Count:
    """Run a corpus with its batches as tasks, its progress and what it came to on the server."""
    job = Job(inputs, out, _checked(reading), settings, work.format, work.batch_size, work.reports)
    _log("run-started", inputs=inputs, out=out, runner=work.runner, workers=work.number)
    counted = tally.Tally()
    count = _run(job, work, counted)
    _publish(Store(out), count, counted)
    _log("run-finished", out=out, **asdict(count))
    _hold_to(work.max_failures, count)
    return count


def _run(job: Job, work: Work, counted: tally.Tally) -> Count:
    published = artifacts.ProgressArtifact()
    shown_by = counting("Correcting", "documents")
    with shared_server(work), runner_of(work, job.settings) as started, shown_by as shown:

        def submit(order: Order) -> Pending:
            pending: Pending = started.submit(correct_one_batch, parameters={"order": order})
            return pending

        def advance(done: int, total: int | None = None, /) -> None:
            published(done, total)
            shown(done, total)

        return run(job, submit, WAITING * work.number, advance, counted)


def _hold_to(limit: int | None, count: Count) -> None:
    """Fail the flow where more documents failed than may."""
    if limit is not None and count.failed > limit:
        raise TooManyFailuresError(f"{count.failed} of {count.documents} documents failed, more than {limit}")


def _publish(store: Store, count: Count, counted: tally.Tally) -> None:
    """Leave counts, a summary and a link on the server, and name the documents that failed in the log."""
    artifacts.publish_counts(count)
    artifacts.publish_summary(counted)
    artifacts.publish_link(store.path(INDEX) if store.is_local else f"{store.url}/{INDEX}")
    if count.failed:
        with store.open(FAILURES) as file:
            _log_failures(json.loads(line) for line in islice(file, LOGGED))


def _log_failures(failures: Iterable[dict[str, str]]) -> None:
    for failure in failures:
        _log("document-failed", severity="warning", **failure)


def _log(event: str, severity: str = "info", **fields: Any) -> None:
    """One line of JSON in the log of the run."""
    getattr(get_run_logger(), severity)(json.dumps({"event": event, **fields}, ensure_ascii=False))
