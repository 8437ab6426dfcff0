"""Finished shards -> the files of the output folder, in the order of the input."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Literal

from flows.columns import table
from flows.filenames import file_name
from flows.results import CORRECTED, FAILURES, INDEX, RESULTS
from flows.shards import FAILURE, INCOMPLETE, RESULT, STATE, lines_of
from flows.store import Store
from normalizers import Correction

Format = Literal["jsonl", "parquet"]
TABLE = "results.parquet"
READY = f"{STATE}/ready"
"""Where files wait until all are complete."""


def assemble(store: Store, shards: Sequence[str], form: Format) -> None:
    """Write all output files aside, and move them to their places when they are complete.

    Raises:
        OSError: the output folder cannot be written.
        UsageError: a `results.parquet` is asked for and pyarrow is not installed.
    """
    store.clear(READY)
    store.make(READY, f"{READY}/{CORRECTED}")
    failed = _write_failures(store, shards)
    with _sink(store, form) as write:
        for line in _results(store, shards):
            write(line)
            _write_text(store, line)
    _write_index(store, shards)
    _publish(store, form, failed)


def _results(store: Store, shards: Sequence[str]) -> Iterator[bytes]:
    return (line for name in shards for kind, line in lines_of(store, name) if kind == RESULT)


def _write_failures(store: Store, shards: Sequence[str]) -> bool:
    """Write `failures.jsonl`, and tell whether anything is in it."""
    found = [
        line for name in shards if name.endswith(INCOMPLETE) for kind, line in lines_of(store, name) if kind == FAILURE
    ]
    with store.writing(f"{READY}/{FAILURES}") as file:
        file.writelines(found)
    return bool(found)


@contextmanager
def _sink(store: Store, form: Format) -> Iterator[Callable[[bytes], object]]:
    """Takes results as lines of JSON."""
    if form == "jsonl":
        with store.writing(f"{READY}/{RESULTS}") as file:
            yield file.write
    else:
        with store.writing(f"{READY}/{TABLE}") as file, table(file) as rows:
            yield lambda line: rows.add(json.loads(line))


def _write_text(store: Store, line: bytes) -> None:
    record = json.loads(line)
    name = f"{file_name(record['document']['id'])}.txt"
    with store.writing(f"{READY}/{CORRECTED}/{name}", sync=False) as file:
        file.write(record["text"]["corrected"].encode("utf-8", "backslashreplace"))


def _write_index(store: Store, shards: Sequence[str]) -> None:
    try:
        from reports import index
    except ImportError:
        return
    corrections = (Correction.from_record(json.loads(line)) for line in _results(store, shards))
    with store.writing(f"{READY}/{INDEX}") as file:
        file.write(index.render(corrections).encode("utf-8", "backslashreplace"))


def _publish(store: Store, form: Format, failed: bool) -> None:
    """Move the files to their places; those of an earlier run that this one does not have go."""
    results = RESULTS if form == "jsonl" else TABLE
    kept = {results, *((FAILURES,) if failed else ()), *((INDEX,) if store.exists(f"{READY}/{INDEX}") else ())}
    for name in (RESULTS, TABLE, FAILURES, INDEX):
        if name not in kept:
            store.delete(name)
    store.replace_folder(f"{READY}/{CORRECTED}", CORRECTED)
    for name in kept:
        store.move(f"{READY}/{name}", name)
    store.clear(READY)
