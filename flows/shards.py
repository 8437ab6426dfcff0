"""What is kept of a finished batch: one file, from which a later run takes what still holds.

The first line counts what is in it. Each other line is the key of a document, `result` or `failure`, and the record as
JSON, with a space between them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import lru_cache

from flows.batches import Batch, record_of
from flows.documents import Failure, Outcome, correct_batch_or_fail
from flows.errors import UsageError
from flows.records import document_of
from flows.results import ResultFolder, json_line
from flows.settings import Settings, load_pipeline
from flows.store import Store
from normalizers import Correction, Document, Zhengming

STATE = ".zhengming"
"""The folder, within the output folder, of what a run needs to continue."""
SHARDS, WAITING = f"{STATE}/shards", f"{STATE}/waiting"
INCOMPLETE = ".failures"
"""The suffix of a shard in which a document failed: the next run takes its results and tries the others again."""
RESULT, FAILURE = b"result", b"failure"


@dataclass(frozen=True, slots=True)
class Order:
    """A batch to correct, as plain data that goes to a worker: its documents wait in a file of the output folder.

    `first` and `last` are the ids of the documents at its ends; `previous` are shards that may hold some of its results
    already; `signature` is what the worker's pipeline must have.
    """

    out: str
    name: str
    first: str
    last: str
    previous: tuple[str, ...]
    settings: Settings
    signature: str


@dataclass(frozen=True, slots=True)
class Count:
    """What a batch came to. `reused` documents were taken from earlier shards."""

    documents: int = 0
    failed: int = 0
    reused: int = 0
    words: int = 0
    findings: int = 0
    applied: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


@lru_cache(maxsize=1)
def pipeline_of(settings: Settings) -> Zhengming:
    """The corrector of this process, loaded once."""
    return load_pipeline(settings)


def put_to_wait(store: Store, batch: Batch) -> None:
    """Write the documents of a batch where a worker finds them."""
    with store.writing(f"{WAITING}/{batch.name}", sync=False) as file:
        for key, document in zip(batch.keys, batch.documents, strict=True):
            file.write(key.encode() + b" " + json_line(record_of(document)))


def correct_batch(order: Order) -> Count:
    """Correct a batch, but for what earlier shards hold, and write its shard.

    Raises:
        UsageError: this worker's rules, gazetteer or version are not those of the run.
        OSError: the output folder cannot be read or written.
    """
    store, pipeline = Store(order.out), pipeline_of(order.settings)
    if pipeline.signature != order.signature:
        raise UsageError(
            f"a worker has {pipeline.signature}, the run {order.signature}; install one version of zhengming everywhere"
        )
    waiting = list(_waiting(store, order.name))
    held = _held(store, order.previous, {key for key, _ in waiting})
    outcomes = correct_batch_or_fail(pipeline, [document for key, document in waiting if key not in held])
    lines, count = [], Count()
    for key, _ in waiting:
        if line := held.get(key):
            count += replace(_count(Correction.from_record(json.loads(line.split(b" ", 2)[2]))), reused=1)
        else:
            outcome = next(outcomes)
            line = _line(key, outcome)
            count += _count(outcome)
        lines.append(line)
    with store.writing(f"{SHARDS}/{order.name}{INCOMPLETE if count.failed else ''}") as file:
        file.write(json_line(asdict(count)))
        file.writelines(lines)
    return count


def finished(store: Store, name: str) -> Count:
    """The count of a shard."""
    with store.open(f"{SHARDS}/{name}") as file:
        return Count(**json.loads(file.readline()))


def lines_of(store: Store, name: str) -> Iterator[tuple[bytes, bytes]]:
    """The records of a shard, each with its kind, `RESULT` or `FAILURE`."""
    with store.open(f"{SHARDS}/{name}") as file:
        file.readline()
        for line in file:
            _, kind, record = line.split(b" ", 2)
            yield kind, record


def pour(store: Store, name: str, folder: ResultFolder) -> None:
    """Put the records of a shard into a folder of results, in their order."""
    for kind, line in lines_of(store, name):
        (folder.add_failure if kind == FAILURE else folder.add_result)(line)


def _waiting(store: Store, name: str) -> Iterator[tuple[str, Document]]:
    with store.open(f"{WAITING}/{name}") as file:
        for line in file:
            key, _, record = line.partition(b" ")
            yield key.decode(), document_of(json.loads(record), name)


def _held(store: Store, names: Iterable[str], wanted: set[str]) -> dict[str, bytes]:
    """The lines of results, by key, that earlier shards hold."""
    found = {}
    for name in names:
        with store.open(f"{SHARDS}/{name}") as file:
            file.readline()
            for line in file:
                key, kind, _ = line.split(b" ", 2)
                if kind == RESULT and key.decode() in wanted:
                    found[key.decode()] = line
    return found


def _line(key: str, outcome: Outcome) -> bytes:
    kind = FAILURE if isinstance(outcome, Failure) else RESULT
    return b" ".join((key.encode(), kind, json_line(outcome.record())))


def _count(outcome: Outcome) -> Count:
    if isinstance(outcome, Failure):
        return Count(documents=1, failed=1)
    applied = sum(finding.action == "applied" for finding in outcome.findings)
    return Count(1, 0, 0, outcome.score.words, len(outcome.findings), applied)
