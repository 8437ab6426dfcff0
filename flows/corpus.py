"""The work as Prefect flows: `correct_document` for one text, `correct_corpus` for an archive.

Both are thin over plain functions (`flows.documents`, `flows.job`). A task is a batch of documents, never one document:
what a task costs does not count against seconds of work. What is done is recognised by the files it left, not by
Prefect's results, so that a run continues on whatever server, or none.
"""

from __future__ import annotations

import errno
import json
from collections.abc import Iterable
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from prefect import Task, flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.task_runners import TaskRunner

from flows import artifacts
from flows.assembly import Format, finished_corrections
from flows.documents import correct_or_fail
from flows.inputs import Reading, read
from flows.job import BATCH_SIZE, Job, Pending, run
from flows.progress import counting
from flows.records import checked_date
from flows.results import FAILURES, INDEX, ResultFolder
from flows.runners import RunnerName, runner_of, workers_of
from flows.settings import Settings, load_pipeline
from flows.shards import Count, Order, correct_batch
from flows.store import Store

RETRY_AFTER = (1.0, 5.0, 20.0)
"""Seconds before a batch that could not be read or written is tried again."""
FINAL_ERRORS = frozenset((errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT))
"""Errors of input and output that trying again does not mend."""
WAITING = 3
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
    return correct_batch(order)


@flow(name="correct-document", validate_parameters=True)
def correct_document(
    path: str,
    out: str = "zhengming-out",
    date: str | None = None,
    gazetteers: list[str] | None = None,
    apply_above: float | None = None,
    suggest_above: float | None = None,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
) -> str:
    """Correct the documents of one file and publish a summary and a link to the report.

    Args:
        path: A .txt, .md, .jsonl, .jsonl.gz, .csv or .parquet file.
        out: The folder for results and report.
        date: The day of publication (YYYY-MM-DD) of documents that carry none.
        gazetteers: Gazetteers of your own above the built-in one; the later wins.
        apply_above: The confidence at which a change is made; 0.90 unless given.
        suggest_above: The confidence at which a change is suggested; 0.50 unless given.
        select: Rules to use, by code or beginning of a code; all unless given.
        ignore: Rules to leave out, by code or beginning of a code.

    Returns:
        The path of the report.
    """
    pipeline = load_pipeline(_settings(gazetteers, apply_above, suggest_above, select, ignore))
    with ResultFolder(Path(out)) as results:
        for document in read([path], Reading(_day(date), output=Path(out))):
            results.add(correct_or_fail(pipeline, document))
    artifacts.publish_summary(results.corrections())
    artifacts.publish_link(str(results.report))
    _log_failures(failure.record() for failure in results.failures[:LOGGED])
    return str(results.report)


@flow(name="correct-corpus", validate_parameters=True)
def correct_corpus(
    inputs: list[str],
    out: str,
    date: str | None = None,
    gazetteers: list[str] | None = None,
    apply_above: float | None = None,
    suggest_above: float | None = None,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    format: Format = "jsonl",
    text_column: str = "text",
    id_column: str = "id",
    runner: RunnerName = "process",
    workers: int | None = None,
    dask_address: str | None = None,
    reports: bool = False,
    batch_size: int = BATCH_SIZE,
    max_failures: int | None = None,
) -> dict[str, int]:
    """Correct a corpus; what an earlier run into the same folder has done is not done again.

    Args:
        inputs: Files and folders (.txt, .md, .jsonl, .jsonl.gz, .csv, .parquet), by path or fsspec address.
        out: The folder for results, a path or an fsspec address; one run at a time.
        date: The day of publication (YYYY-MM-DD) of documents that carry none.
        gazetteers: Gazetteers of your own above the built-in one; the later wins.
        apply_above: The confidence at which a change is made; 0.90 unless given.
        suggest_above: The confidence at which a change is suggested; 0.50 unless given.
        select: Rules to use, by code or beginning of a code; all unless given.
        ignore: Rules to leave out, by code or beginning of a code.
        format: results.jsonl or results.parquet.
        text_column: The column of a table that holds the text.
        id_column: The column of a table that holds the id.
        runner: Processes of this machine, threads of one process, or a Dask cluster.
        workers: How many; as many as there are processors unless given.
        dask_address: The scheduler of an existing cluster (tcp://host:8786); a temporary local one unless given.
        reports: Write a report for every document, beside the index.
        batch_size: Documents of a task, about.
        max_failures: Documents that may fail before the run counts as failed; any number unless given.

    Returns:
        What the run came to: documents, failed, reused, words, findings, applied.
    """
    settings = _settings(gazetteers, apply_above, suggest_above, select, ignore)
    job = Job(tuple(inputs), out, _day(date), text_column, id_column, settings, format, batch_size, reports)
    number = workers_of(workers)
    count = _run(job, runner_of(runner, number, dask_address, settings), WAITING * number)
    _publish(Store(out), count)
    if max_failures is not None and count.failed > max_failures:
        raise TooManyFailuresError(f"{count.failed} of {count.documents} documents failed, more than {max_failures}")
    return asdict(count)


def _settings(
    gazetteers: list[str] | None,
    apply_above: float | None,
    suggest_above: float | None,
    select: list[str] | None,
    ignore: list[str] | None,
) -> Settings:
    return Settings(tuple(gazetteers or ()), apply_above, suggest_above, tuple(select or ()), tuple(ignore or ()))


def _day(date: str | None) -> str | None:
    return checked_date(date, "date") if date else None


def _run(job: Job, runner: TaskRunner[Any], waiting: int) -> Count:
    """Run the job with its batches as tasks of `runner`, and its progress on the server and the terminal."""
    published = artifacts.ProgressArtifact()
    with runner as started, counting("Correcting", "documents") as shown:

        def submit(order: Order) -> Pending:
            pending: Pending = started.submit(correct_one_batch, parameters={"order": order})
            return pending

        def advance(done: int, total: int | None = None, /) -> None:
            published(done, total)
            shown(done, total)

        return run(job, submit, waiting, advance)


def _publish(store: Store, count: Count) -> None:
    """Leave counts, a summary and a link on the server, and name the documents that failed in the log."""
    artifacts.publish_counts(count)
    artifacts.publish_summary(finished_corrections(store))
    artifacts.publish_link(store.path(INDEX) if store.is_local else f"{store.url}/{INDEX}")
    if count.failed:
        with store.open(FAILURES) as file:
            _log_failures(json.loads(line) for line in islice(file, LOGGED))


def _log_failures(failures: Iterable[dict[str, str]]) -> None:
    """One line of JSON for each document."""
    for failure in failures:
        get_run_logger().warning(json.dumps({"event": "document-failed", **failure}, ensure_ascii=False))
