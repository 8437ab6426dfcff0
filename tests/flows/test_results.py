"""The output folder: everything appears together or not at all, on a disk and in a store of objects."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from flows.documents import Failure
from flows.errors import UsageError
from flows.results import ResultFolder, TextFolder
from flows.store import Store
from normalizers import Zhengming

MEMORY = "memory://zhengming-results"


@pytest.fixture(params=["disk", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A folder that is not there yet."""
    yield Store(str(tmp_path / "out") if request.param == "disk" else MEMORY)
    memory = fsspec.filesystem("memory")
    if memory.exists("/zhengming-results"):
        memory.rm("/zhengming-results", recursive=True)


def _files(store: Store) -> set[str]:
    fs, root = store._place
    return {str(path).removeprefix(root).strip("/") for path in fs.find(root)} if fs.exists(root) else set()


def _fill(folder: ResultFolder, zm: Zhengming, *ids: str) -> None:
    for correction in zm.pipe({"id": name, "text": f"Text {name} is quiet."} for name in ids):
        folder.add(correction)


def test_one_document_has_its_report_and_several_an_index(store: Store, zm: Zhengming) -> None:
    with ResultFolder(store) as folder:
        _fill(folder, zm, "one")
    assert folder.page == "report.html"
    assert _files(store) == {"results.jsonl", "corrected/one.txt", "report.html"}
    with ResultFolder(store) as folder:
        _fill(folder, zm, "two", "three")
    assert folder.page == "index.html"
    # Texts of other documents stay; the page and the results are those of the last time.
    assert _files(store) == {
        *("results.jsonl", "index.html", "corrected/one.txt", "corrected/two.txt", "corrected/three.txt"),
        *("reports/two.html", "reports/three.html"),
    }
    assert [each.document.id for each in folder.corrections()] == ["two", "three"]


def test_the_folder_of_a_corpus_is_its_own(store: Store, zm: Zhengming) -> None:
    with ResultFolder(store, corpus=True) as folder:
        _fill(folder, zm, "one", "two")
        folder.add(Failure("three", "broken"))
    assert "failures.jsonl" in _files(store)
    with ResultFolder(store, corpus=True, reports=False) as folder:
        _fill(folder, zm, "four")
    assert _files(store) == {"results.jsonl", "corrected/four.txt", "index.html"}


def test_failures_are_counted_and_read_back(store: Store, zm: Zhengming) -> None:
    with ResultFolder(store) as folder:
        folder.add(Failure("bad", "no text"))
    assert (folder.documents, folder.failed, folder.page) == (1, 1, "index.html")
    assert list(folder.failures()) == [Failure("bad", "no text")]
    with ResultFolder(store) as folder:
        _fill(folder, zm, "good")
    assert list(folder.failures()) == []
    assert "failures.jsonl" not in _files(store)


def _break_off(store: Store, zm: Zhengming, corpus: bool) -> None:
    with ResultFolder(store, corpus=corpus) as folder:
        _fill(folder, zm, "other")
        raise RuntimeError


@pytest.mark.parametrize("corpus", [False, True])
def test_an_error_leaves_the_folder_as_it_was(store: Store, zm: Zhengming, corpus: bool) -> None:
    with pytest.raises(RuntimeError):
        _break_off(store, zm, corpus)
    assert _files(store) == set()
    assert not (store.is_local and Path(store.url).exists())
    with ResultFolder(store, corpus=corpus) as folder:
        _fill(folder, zm, "one")
    before = _files(store)
    with pytest.raises(RuntimeError):
        _break_off(store, zm, corpus)
    assert _files(store) == before
    with store.open("results.jsonl") as file:
        assert json.loads(file.read())["document"]["id"] == "one"


def test_what_cannot_be_written_is_named(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file")
    with (
        pytest.raises(UsageError, match=r"taken: cannot be written: .*; free the place"),
        ResultFolder(Store(str(taken))),
    ):
        pytest.fail("there is no folder to write into")
    assert taken.read_text() == "a file"


def test_texts_alone_leave_the_rest(store: Store, zm: Zhengming) -> None:
    with ResultFolder(store) as folder:
        _fill(folder, zm, "one")
    with TextFolder(store) as texts:
        texts.add("one", "Other.")
    assert texts.number == 1
    assert _files(store) == {"results.jsonl", "corrected/one.txt", "report.html"}
    with store.open("corrected/one.txt") as file:
        assert file.read() == b"Other."


def test_a_folder_may_have_any_name(tmp_path: Path, zm: Zhengming) -> None:
    out = tmp_path / "a::b ü"
    with ResultFolder(Store(str(out))) as folder:
        _fill(folder, zm, "one")
    assert (out / "report.html").is_file()
