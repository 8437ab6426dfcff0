"""A folder that fills: its new files are taken in, each pass into an output folder of its own.

What was taken in is remembered by name and state of each file, in the output folder, not by what is in it: a file is
taken in once, and once more when it changes. A pass that died is finished by the next one, into the same folder.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from flows.errors import UsageError, one_line
from flows.files import exists, is_address, state_of
from flows.inputs import documents_below, documents_of, same_id
from flows.reading import Reading
from flows.results import FAILURES, json_line
from flows.shards import STATE
from flows.store import Store

TAKEN = f"{STATE}/taken"
"""A small file for each file that was taken in."""
PENDING = f"{STATE}/pass.json"
"""The pass that is under way."""
UNUSABLE = ".unusable"
"""The suffix of what is kept of a file that cannot be used: its name and the reason."""
SETTLED = 10.0
"""Seconds since a file last changed after which it is taken to be complete."""


@dataclass(frozen=True, slots=True)
class Pass:
    """Files that are taken in together, into `folder` within the output folder, each with what is kept of it then."""

    folder: str
    files: tuple[tuple[str, str], ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The files."""
        return tuple(path for path, _ in self.files)


def next_pass(folder: str, store: Store, reading: Reading, settled: float = SETTLED) -> Pass | None:
    """The pass that died, or the next one; None where there is nothing new.

    A file that cannot be used, or whose ids stand in another one of the pass, is named in `failures.jsonl` and left
    out until it changes.

    Raises:
        UsageError: there is no such folder, or the output folder lies within it or cannot be written.
    """
    _check(folder, store)
    store.make(TAKEN)
    if store.exists(PENDING):
        with store.open(PENDING) as file:
            record = json.load(file)
        kept = tuple((path, mark) for path, mark in record["files"] if exists(path) and _mark(path) == mark)
        if kept:
            return Pass(record["folder"], kept)
    files = list(_usable(store, list(_new(folder, store, settled)), reading))
    _write_failures(store)
    if not files:
        return None
    found = Pass(f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}", tuple(files))
    with store.writing(PENDING) as file:
        file.write(json_line({"folder": found.folder, "files": found.files}))
    return found


def remember(store: Store, finished: Pass) -> None:
    """Keep that the files of a pass are taken in."""
    for path, mark in finished.files:
        _keep(store, mark, {"path": path, "folder": finished.folder})
    store.delete(PENDING)
    _write_failures(store)


def _check(folder: str, store: Store) -> None:
    if not exists(folder):
        raise UsageError(f"{folder}: no such folder")
    within = not is_address(folder) and store.is_local and Path(store.path("")).resolve()
    if within and within.is_relative_to(Path(folder).resolve()):
        raise UsageError(f"{store.url}: lies within {folder}, and would be taken in itself; choose another --out")


def _new(folder: str, store: Store, settled: float) -> Iterator[tuple[str, str]]:
    """Files that were not taken in as they are now, and are not being written."""
    known = {name.removesuffix(UNUSABLE) for name in store.names(TAKEN)}
    now = time.time()
    for path in documents_below(folder):
        mark = _mark(path)
        if mark not in known and now - state_of(path).changed >= settled:
            yield path, mark


def _mark(path: str) -> str:
    """The name under which is kept what became of a file: hashes of its path and of its state."""
    return f"{_hash(path)}-{_hash(state_of(path).mark)}"


def _usable(store: Store, files: Sequence[tuple[str, str]], reading: Reading) -> Iterator[tuple[str, str]]:
    """The files that can be used, with ids that no file before them has."""
    seen: dict[str, str] = {}
    for path, mark in files:
        try:
            ids = _ids(path, reading)
            if twice := next((each for each in ids if each in seen), None):
                raise same_id(twice, seen[twice], path)
        except UsageError as error:
            _keep(store, mark + UNUSABLE, {"id": path, "reason": one_line(error)})
            continue
        seen.update(dict.fromkeys(ids, path))
        yield path, mark


def _ids(path: str, reading: Reading) -> set[str]:
    found: set[str] = set()
    for document in documents_of(path, reading):
        if document.id in found:
            raise same_id(document.id, path, path)
        found.add(document.id)
    if not found:
        raise UsageError(f"{path}: no documents; give at least one")
    return found


def _keep(store: Store, name: str, record: dict[str, str]) -> None:
    """Keep what became of a file, in the place of what became of it before."""
    for earlier in store.names(TAKEN, name.split("-")[0]):
        store.delete(f"{TAKEN}/{earlier}")
    with store.writing(f"{TAKEN}/{name}") as file:
        file.write(json_line(record))


def _write_failures(store: Store) -> None:
    """Write `failures.jsonl`: the files that cannot be used, by path; where there are none there is none."""
    lines = []
    for name in store.names(TAKEN):
        if name.endswith(UNUSABLE):
            with store.open(f"{TAKEN}/{name}") as file:
                lines.append(file.read())
    if not lines:
        store.delete(FAILURES)
        return
    with store.writing(FAILURES) as file:
        file.writelines(sorted(lines))


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
