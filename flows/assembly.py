"""Finished shards -> the files of the output folder, in the order of the input."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Literal
from urllib.parse import quote

from flows.columns import table
from flows.results import CORRECTED, FAILURES, INDEX, REPORTS, RESULTS, encoded, report_name, text_name
from flows.shards import FAILURE, INCOMPLETE, RESULT, SHARDS, STATE, lines_of
from flows.store import Store
from normalizers import Correction
from reports import html
from reports.index import Index

Format = Literal["jsonl", "parquet"]
TABLE = "results.parquet"
READY = f"{STATE}/ready"
"""Where files wait until all are complete."""


def assemble(store: Store, shards: Sequence[str], form: Format, reports: bool) -> None:
    """Write all output files aside, and move them to their places when they are complete.

    With `reports` every document has a report of its own; without, the index leads to the corrected texts.

    Raises:
        OSError: the output folder cannot be written.
        UsageError: a `results.parquet` is asked for and pyarrow is not installed.
    """
    store.clear(READY)
    store.make(READY, f"{READY}/{CORRECTED}", f"{READY}/{REPORTS}")
    failed = _write_failures(store, shards)
    pages = Index()
    with _sink(store, form) as write:
        for line in _results(store, shards):
            write(line)
            correction = Correction.from_record(json.loads(line))
            pages.add(correction, _write_document(store, correction, reports))
    _write(store, INDEX, pages.render())
    _publish(store, form, failed)


def finished_corrections(store: Store) -> Iterator[Correction]:
    """All corrections of a finished run, by shard."""
    return (Correction.from_record(json.loads(line)) for line in _results(store, store.names(SHARDS)))


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


def _write_document(store: Store, correction: Correction, reports: bool) -> str:
    """Write the corrected text of a document, and its report; returns what the index leads to."""
    text, report = text_name(correction.document.id), report_name(correction.document.id)
    _write(store, text, correction.text)
    if reports:
        _write(store, report, html.render(correction))
    return quote(report if reports else text)


def _write(store: Store, name: str, text: str) -> None:
    with store.writing(f"{READY}/{name}", sync=False) as file:
        file.write(encoded(text))


def _publish(store: Store, form: Format, failed: bool) -> None:
    """Move the files to their places; those of an earlier run that this one does not have go."""
    results = RESULTS if form == "jsonl" else TABLE
    kept = {INDEX, results, *((FAILURES,) if failed else ())}
    for name in (RESULTS, TABLE, FAILURES, INDEX):
        if name not in kept:
            store.delete(name)
    for folder in (CORRECTED, REPORTS):
        store.replace_folder(f"{READY}/{folder}", folder)
    for name in kept:
        store.move(f"{READY}/{name}", name)
    store.clear(READY)
