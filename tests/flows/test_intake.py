from __future__ import annotations

import json
import os
import time
from pathlib import Path

import fsspec
import pytest

from flows.errors import UsageError
from flows.intake import next_pass, remember
from flows.reading import Reading
from flows.store import Store

OLD = time.time() - 3600


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "in"
    found.mkdir()
    return found


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "out"))


def _write(path: Path, *ids: str, changed: float = OLD) -> None:
    path.write_text("".join(json.dumps({"id": each, "text": "Quiet."}) + "\n" for each in ids))
    os.utime(path, (changed, changed))


def _take(folder: Path, store: Store) -> list[str]:
    """Take in what is new, as the flow does; returns the names of the files."""
    found = next_pass(str(folder), store, Reading())
    if found is None:
        return []
    remember(store, found)
    return [Path(path).name for path in found.paths]


def _failures(store: Store) -> list[dict[str, str]]:
    path = Path(store.url) / "failures.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def test_a_file_is_taken_in_once(folder: Path, store: Store) -> None:
    _write(folder / "a.jsonl", "a")
    assert _take(folder, store) == ["a.jsonl"]
    assert _take(folder, store) == []
    _write(folder / "b.jsonl", "b")
    assert _take(folder, store) == ["b.jsonl"]


def test_a_file_that_changes_is_taken_in_again(folder: Path, store: Store) -> None:
    _write(folder / "a.jsonl", "a")
    _take(folder, store)
    _write(folder / "a.jsonl", "a", "a2")
    assert _take(folder, store) == ["a.jsonl"]
    assert _take(folder, store) == []


def test_a_file_that_is_being_written_waits(folder: Path, store: Store) -> None:
    _write(folder / "a.jsonl", "a", changed=time.time())
    assert next_pass(str(folder), store, Reading()) is None
    assert next_pass(str(folder), store, Reading(), settled=0) is not None


def test_a_pass_that_died_is_finished_into_the_same_folder(folder: Path, store: Store) -> None:
    _write(folder / "a.jsonl", "a")
    died = next_pass(str(folder), store, Reading())
    _write(folder / "b.jsonl", "b")
    assert next_pass(str(folder), store, Reading()) == died
    assert _take(folder, store) == ["a.jsonl"]
    assert _take(folder, store) == ["b.jsonl"]


def test_a_file_that_changed_since_its_pass_died_goes_into_the_next(folder: Path, store: Store) -> None:
    _write(folder / "a.jsonl", "a")
    died = next_pass(str(folder), store, Reading())
    _write(folder / "a.jsonl", "a", "a2")
    found = next_pass(str(folder), store, Reading())
    assert died and found and found.folder != died.folder
    assert found.paths == died.paths


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("nonsense\n", "not JSON"),
        ("", "no documents"),
        ('{"id": "a", "text": "x"}\n{"id": "a", "text": "y"}\n', "'a' stands twice"),
        ('{"id": "good", "text": "x"}\n', "'good' stands in"),
    ],
)
def test_a_file_that_cannot_be_used_keeps_nobody_waiting(folder: Path, store: Store, content: str, reason: str) -> None:
    bad = folder / "z.jsonl"
    bad.write_text(content)
    os.utime(bad, (OLD, OLD))
    _write(folder / "good.jsonl", "good")
    assert _take(folder, store) == ["good.jsonl"]
    [failure] = _failures(store)
    assert failure["id"] == str(bad)
    assert reason in failure["reason"]
    assert _take(folder, store) == []
    _write(bad, "mended")
    assert _take(folder, store) == ["z.jsonl"]
    assert _failures(store) == []


def test_results_within_the_folder_are_refused(folder: Path) -> None:
    with pytest.raises(UsageError, match="lies within"):
        next_pass(str(folder), Store(str(folder / "out")), Reading())
    with pytest.raises(UsageError, match="no such folder"):
        next_pass(str(folder / "none"), Store(str(folder.parent / "out")), Reading())


def test_a_folder_in_an_object_store_is_taken_in(tmp_path: Path) -> None:
    fs = fsspec.filesystem("memory")
    fs.pipe(f"/{tmp_path.name}/in/a.jsonl", b'{"id": "a", "text": "x"}\n')
    store = Store(f"memory://{tmp_path.name}/out")
    found = next_pass(f"memory://{tmp_path.name}/in", store, Reading())
    assert found and [path.rsplit("/", 1)[-1] for path in found.paths] == ["a.jsonl"]
    remember(store, found)
    assert next_pass(f"memory://{tmp_path.name}/in", store, Reading()) is None
