from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import fsspec
import pytest
from filelock import FileLock

from flows.errors import UsageError
from flows.job import Done, Job, run
from flows.shards import Count, Order, correct_batch
from flows.store import Store
from normalizers import Correction
from tests.flows.failing import failing

Corpus = Callable[[int], Path]


def _job(corpus: Path, out: Path | str, size: int = 4) -> Job:
    return Job((str(corpus),), str(out), batch_size=size)


def _here(order: Order) -> Done:
    return Done(correct_batch(order))


def _files(out: Path) -> dict[str, bytes]:
    """What a user sees in the output folder."""
    files = (path for path in out.rglob("*") if path.is_file() and ".zhengming" not in path.parts)
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


class _StoppedError(Exception):
    pass


class _Stopping:
    """Works on so many batches, then ends as a run ends that is stopped."""

    def __init__(self, batches: int) -> None:
        self.left = batches

    def __call__(self, order: Order) -> Done:
        if self.left == 0:
            raise _StoppedError
        self.left -= 1
        return _here(order)


def test_results_stand_in_the_order_of_the_input(corpus: Corpus, tmp_path: Path) -> None:
    count = run(_job(corpus(30), tmp_path / "out"), _here)
    assert (count.documents, count.failed, count.reused) == (30, 0, 0)
    lines = (tmp_path / "out/results.jsonl").read_text(encoding="utf-8").splitlines()
    results = [Correction.from_record(json.loads(line)) for line in lines]
    assert [result.document.id for result in results] == [f"doc-{at}" for at in range(30)]
    for result in results:
        assert (tmp_path / f"out/corrected/{result.document.id}.txt").read_text(encoding="utf-8") == result.text
    assert set(_files(tmp_path / "out")) >= {"results.jsonl", "index.html"}
    assert "failures.jsonl" not in _files(tmp_path / "out")


def test_a_stopped_run_leaves_no_results_and_is_taken_up_again(corpus: Corpus, tmp_path: Path) -> None:
    whole, stopped = tmp_path / "whole", tmp_path / "stopped"
    run(_job(corpus(30), whole), _here)
    with pytest.raises(_StoppedError):
        run(_job(corpus(30), stopped), _Stopping(3))
    assert _files(stopped) == {}
    count = run(_job(corpus(30), stopped), _here)
    assert 0 < count.reused < 30
    assert _files(stopped) == _files(whole)


def test_changed_documents_alone_are_done_again(corpus: Corpus, tmp_path: Path) -> None:
    path, out = corpus(40), tmp_path / "out"
    run(_job(path, out), _here)
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[17] = json.dumps({"id": "doc-17", "text": "Another text altogether."})
    path.write_text("\n".join(lines), encoding="utf-8")
    count = run(_job(path, out), _here)
    assert count.reused == 39
    assert (out / "corrected/doc-17.txt").read_text(encoding="utf-8") == "Another text altogether."


def test_other_settings_do_everything_again(corpus: Corpus, tmp_path: Path) -> None:
    job = _job(corpus(10), tmp_path / "out")
    run(job, _here)
    assert run(replace(job, settings=replace(job.settings, apply_above=0.901)), _here).reused == 0


def test_documents_that_went_are_gone(corpus: Corpus, tmp_path: Path) -> None:
    run(_job(corpus(12), tmp_path / "out"), _here)
    run(_job(corpus(5), tmp_path / "out"), _here)
    assert sorted(path.stem for path in (tmp_path / "out/corrected").iterdir()) == [f"doc-{at}" for at in range(5)]


def test_a_document_that_fails_is_named_and_tried_again(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, bad = tmp_path / "out", {"doc-2", "doc-7"}
    monkeypatch.setattr("flows.shards.pipeline_of", failing(bad))
    count = run(_job(corpus(10), out), _here)
    assert (count.documents, count.failed) == (10, 2)
    failures = [json.loads(line) for line in (out / "failures.jsonl").read_text().splitlines()]
    assert failures == [{"id": each, "reason": "MemoryError: no room for it"} for each in sorted(bad)]
    results = [json.loads(line)["document"]["id"] for line in (out / "results.jsonl").read_text().splitlines()]
    assert results == [f"doc-{at}" for at in range(10) if f"doc-{at}" not in bad]
    bad.clear()
    count = run(_job(corpus(10), out), _here)
    assert (count.failed, count.reused) == (0, 8)
    run(_job(corpus(10), tmp_path / "whole"), _here)
    assert _files(out) == _files(tmp_path / "whole")


def test_two_runs_into_one_folder_exclude_each_other(corpus: Corpus, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / ".zhengming").mkdir(parents=True)
    with FileLock(out / ".zhengming/lock"), pytest.raises(UsageError, match="another run is writing into it"):
        run(_job(corpus(3), out), _here)
    assert run(_job(corpus(3), out), _here).documents == 3


def test_texts_that_no_run_wrote_are_left_alone(corpus: Corpus, tmp_path: Path) -> None:
    mine = tmp_path / "out/corrected/mine.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("Edited by hand.")
    with pytest.raises(UsageError, match="holds texts that no run wrote"):
        run(_job(corpus(3), tmp_path / "out"), _here)
    assert mine.read_text() == "Edited by hand."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "no documents"),
        ('{"id": "a", "text": "x"}\n{"id": "a", "text": "y"}\n', "'a' stands twice"),
        ('{"id": "a", "text": "x"}\nnot json\n', "line 2: not JSON"),
    ],
)
def test_bad_input_shows_before_anything_is_written(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(content)
    with pytest.raises(UsageError, match=message):
        run(_job(path, tmp_path / "out"), _here)
    assert not (tmp_path / "out").exists()


def test_a_full_disk_stops_with_one_line(corpus: Corpus, tmp_path: Path) -> None:
    def full(order: Order) -> Done:
        raise OSError(28, "No space left on device")

    with pytest.raises(UsageError, match="No space left on device") as caught:
        run(_job(corpus(3), tmp_path / "out"), full)
    assert "\n" not in str(caught.value)


def test_a_worker_of_another_version_is_refused(corpus: Corpus, tmp_path: Path) -> None:
    def other(order: Order) -> Done:
        return _here(replace(order, signature="gazetteer:of another day"))

    with pytest.raises(UsageError, match="install one version"):
        run(_job(corpus(3), tmp_path / "out"), other)


def test_a_parquet_result_says_the_same(corpus: Corpus, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = corpus(6)
    run(_job(path, tmp_path / "lines"), _here)
    run(replace(_job(path, tmp_path / "table"), form="parquet"), _here)
    rows = parquet.read_table(tmp_path / "table/results.parquet").to_pylist()
    lines = (tmp_path / "lines/results.jsonl").read_text(encoding="utf-8").splitlines()
    for row, record in zip(rows, map(json.loads, lines), strict=True):
        assert row["text"] == record["text"]
        assert row["score"] == record["score"]
        assert row["findings"] == record["findings"]
        assert row["signature"] == record["signature"]
    assert not (tmp_path / "table/results.jsonl").exists()


@pytest.mark.parametrize("protocol", ["memory", "file"])
def test_an_address_holds_what_a_folder_holds(corpus: Corpus, tmp_path: Path, protocol: str) -> None:
    path = corpus(10)
    run(_job(path, tmp_path / "folder"), _here)
    place = f"memory://{tmp_path.name}/out" if protocol == "memory" else f"file://{tmp_path}/addressed"
    assert run(_job(path, place), _here) == replace(run(_job(path, place), _here), reused=0)
    fs, root = fsspec.url_to_fs(place)
    assert fs.cat(f"{root}/results.jsonl") == (tmp_path / "folder/results.jsonl").read_bytes()
    assert fs.cat(f"{root}/corrected/doc-3.txt") == (tmp_path / "folder/corrected/doc-3.txt").read_bytes()


@pytest.mark.parametrize("protocol", ["memory", "file"])
def test_input_is_read_from_an_address(corpus: Corpus, tmp_path: Path, protocol: str) -> None:
    path = corpus(10)
    run(_job(path, tmp_path / "folder"), _here)
    place = f"memory://{tmp_path.name}/in" if protocol == "memory" else f"file://{tmp_path}/in"
    fs, root = fsspec.url_to_fs(place)
    lines = path.read_bytes().splitlines(keepends=True)
    fs.makedirs(f"{root}/b")
    fs.pipe({f"{root}/a.jsonl": b"".join(lines[:6]), f"{root}/b/c.jsonl.gz": gzip.compress(b"".join(lines[6:]))})
    count = run(Job((place,), str(tmp_path / "addressed"), batch_size=4), _here)
    assert count.documents == 10
    assert _files(tmp_path / "addressed") == _files(tmp_path / "folder")


@pytest.mark.parametrize("protocol", ["memory", "file"])
def test_a_file_that_is_not_finished_does_not_appear(tmp_path: Path, protocol: str) -> None:
    store = Store(f"memory://{tmp_path.name}" if protocol == "memory" else f"file://{tmp_path}/out")
    store.make("folder")

    def write_half() -> None:
        with store.writing("folder/name") as file:
            file.write(b"half")
            raise _StoppedError

    with pytest.raises(_StoppedError):
        write_half()
    assert store.names("folder") == []


def test_counts_add_up() -> None:
    assert Count(1, 2, 3, 4, 5, 6) + Count(10, 20, 30, 40, 50, 60) == Count(11, 22, 33, 44, 55, 66)
