"""A corpus from input to output folder, whatever it is that runs the batches."""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np
from filelock import FileLock, Timeout

from flows.batches import batches
from flows.errors import UsageError
from flows.files import is_address
from flows.inputs import STANDARD_INPUT, read_files, same_id
from flows.progress import Advance
from flows.reading import Reading
from flows.results import CORRECTED, Format, ResultFolder
from flows.settings import Settings
from flows.shards import INCOMPLETE, SHARDS, STATE, WAITING, Count, Order, finished, pipeline_of, pour, put_to_wait
from flows.store import Store
from normalizers import Document
from reports.tally import Tally

BATCH_SIZE = 200
"""Documents of a batch: seconds of work, so that what surrounds a task does not count."""
LOCK = f"{STATE}/lock"
READY = f"{STATE}/ready"
"""Where the output waits until all of it is complete."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to correct, how, and where it goes. `out` is a path, or an address that fsspec knows."""

    inputs: tuple[str, ...]
    out: str
    reading: Reading = field(default_factory=Reading)
    settings: Settings = field(default_factory=Settings)
    form: Format = "jsonl"
    batch_size: int = BATCH_SIZE
    reports: bool = False

    def documents(self) -> Iterator[tuple[str, Document]]:
        """The documents, each with the path of the file it is in; results in the output folder are passed over."""
        return read_files(self.inputs, self.reading, None if is_address(self.out) else Path(self.out))


class Pending(Protocol):
    """A batch that somebody works on."""

    def result(self) -> Count:
        """Wait for it. Raises what the work raised."""


Submit = Callable[[Order], Pending]


@dataclass(frozen=True, slots=True)
class Done:
    """A batch done at once, in this process."""

    count: Count

    def result(self) -> Count:
        """What the batch came to."""
        return self.count


def count_documents(job: Job) -> int:
    """Read all input once, before any work, so that what is wrong with it shows at once.

    Raises:
        UsageError: something in it cannot be used; two documents have one id.
    """
    if STANDARD_INPUT in job.inputs:
        raise UsageError("-: a corpus is read twice and cannot come from standard input; give a file")
    marks = np.fromiter((_mark(document.id) for _, document in job.documents()), dtype=np.uint64)
    if not len(marks):
        raise UsageError(f"{', '.join(job.inputs)}: no documents; give at least one")
    marks.sort()
    twice = marks[1:][marks[1:] == marks[:-1]]
    if len(twice):
        _name_second(job, int(twice[0]))
    return len(marks)


def _mark(document_id: str) -> int:
    return int.from_bytes(hashlib.blake2b(document_id.encode(), digest_size=8).digest())


def _name_second(job: Job, mark: int) -> None:
    places = [(path, document.id) for path, document in job.documents() if _mark(document.id) == mark]
    raise same_id(places[0][1], places[0][0], places[1][0])


@contextmanager
def locked(store: Store) -> Iterator[None]:
    """Keep other runs out of a folder. Object stores have no locks: there it is up to the caller.

    Raises:
        UsageError: another run is at work in it, or it cannot be written.
    """
    if not store.is_local:
        yield
        return
    if store.names(CORRECTED) and not store.exists(STATE):
        raise UsageError(f"{store.url}: holds texts that no run wrote; choose another --out, or move {CORRECTED}/ away")
    store.make(STATE)
    lock = FileLock(store.path(LOCK), timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise UsageError(
            f"{store.url}: another run is writing into it; wait for it, or choose another --out"
        ) from error
    except OSError as error:
        raise store.cannot_write(error) from error
    try:
        yield
    finally:
        lock.release()


def run(
    job: Job, submit: Submit, waiting: int = 1, advance: Advance | None = None, counted: Tally | None = None
) -> Count:
    """Correct what is not yet done, and write the output folder. At most `waiting` batches are under way.

    What is done is collected while the next batches are worked on. `counted` takes in all corrections.

    Raises:
        UsageError: the input cannot be used, or the output folder cannot be written.
    """
    store = Store(job.out)
    total = count_documents(job)
    with locked(store):
        try:
            return _run(job, store, submit, waiting, total, advance or _unseen, counted or Tally())
        except OSError as error:
            raise store.cannot_write(error) from error


def _unseen(done: int, total: int | None = None, /) -> None:
    """Progress that nobody watches."""


def _run(job: Job, store: Store, submit: Submit, waiting: int, total: int, advance: Advance, counted: Tally) -> Count:
    store.make(SHARDS)
    store.clear(WAITING)
    store.make(WAITING)
    count, shards = Count(), set[str]()
    with ResultFolder(store, READY, form=job.form, reports=job.reports, corpus=True, counted=counted) as folder:
        for name, pending in _ahead(_work(job, store, submit), waiting):
            count += pending.result()
            store.delete(f"{WAITING}/{name}")
            advance(count.documents, total)
            shard = name if store.exists(f"{SHARDS}/{name}") else name + INCOMPLETE
            shards.add(shard)
            pour(store, shard, folder)
    for name in set(store.names(SHARDS)).difference(shards):
        store.delete(f"{SHARDS}/{name}")
    return count


def _work(job: Job, store: Store, submit: Submit) -> Iterator[tuple[str, Pending]]:
    """Have batch after batch worked on; yields the name of each."""
    signature = pipeline_of(job.settings).signature
    basis = json.dumps([signature, asdict(job.settings)])
    earlier = _by_slot(store)
    for batch in batches((document for _, document in job.documents()), job.batch_size, basis):
        if batch.name in earlier.get(batch.slot, ()):
            found = finished(store, batch.name)
            yield batch.name, Done(Count(**{**asdict(found), "reused": found.documents}))
            continue
        put_to_wait(store, batch)
        ends = batch.documents[0].id, batch.documents[-1].id
        order = Order(job.out, batch.name, *ends, tuple(earlier.get(batch.slot, ())), job.settings, signature)
        yield batch.name, submit(order)


def _ahead(batches: Iterator[tuple[str, Pending]], number: int) -> Iterator[tuple[str, Pending]]:
    """The batches in their order, with so many of them begun before the first is waited for."""
    begun: deque[tuple[str, Pending]] = deque()
    for batch in batches:
        begun.append(batch)
        if len(begun) >= number:
            yield begun.popleft()
    yield from begun


def _by_slot(store: Store) -> dict[str, list[str]]:
    """The shards of earlier runs, by slot."""
    found: dict[str, list[str]] = {}
    for name in store.names(SHARDS):
        found.setdefault(name.split("-")[0], []).append(name)
    return found
