from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.errors import UsageError
from flows.inputs import read, with_source
from flows.reading import Reading

GOOD = b'{"id": "a", "text": "One."}\n'

BAD_LINES = {
    "not JSON": (b"{id: 1}\n", "line 2: not JSON"),
    "a list": (b"[1]\n", "line 2: not an object"),
    "no id": (b'{"text": "x"}\n', 'line 2: no "id"'),
    "an empty id": (b'{"id": "", "text": "x"}\n', 'line 2: no "id"'),
    "no text": (b'{"id": "b"}\n', 'line 2: no "text"'),
    "a number for text": (b'{"id": "b", "text": 3}\n', "line 2: text is int"),
    "a bad date": (b'{"id": "b", "text": "x", "date": "2020-13-01"}\n', "line 2: '2020-13-01' is not a date"),
    "a date of another form": (b'{"id": "b", "text": "x", "date": "20201001"}\n', "is not a date"),
    "not UTF-8": (b'{"id": "b", "text": "\xff"}\n', "line 2: not UTF-8"),
    "half a character": (b'{"id": "b", "text": "\\ud800"}\n', "half a character"),
    "no number": (b'{"id": "b", "text": "x", "n": NaN}\n', "NaN is not JSON"),
    "deep": (b"[" * 100_000 + b"\n", "line 2: not JSON"),
    "the same id": (b'{"id": "a", "text": "x"}\n', "'a' stands twice"),
}


@pytest.mark.parametrize(("line", "message"), BAD_LINES.values(), ids=BAD_LINES)
def test_a_bad_line_is_named(tmp_path: Path, line: bytes, message: str) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(GOOD + line)
    with pytest.raises(UsageError) as caught:
        list(read([str(path)], Reading()))
    assert message in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def _latin(folder: Path) -> Path:
    path = folder / "latin.txt"
    path.write_bytes(b"caf\xe9")
    return path


def _picture(folder: Path) -> Path:
    path = folder / "picture.png"
    path.write_bytes(b"")
    return path


def _cut(folder: Path) -> Path:
    path = folder / "cut.jsonl.gz"
    path.write_bytes(gzip.compress(GOOD)[:-6])
    return path


def _columns(folder: Path) -> Path:
    path = folder / "columns.csv"
    path.write_text("name,body\na,One.\n")
    return path


BAD_FILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "missing": (lambda folder: folder / "none.txt", "no such file"),
    "empty folder": (lambda folder: folder, "a folder without documents"),
    "not UTF-8": (_latin, "not UTF-8 at byte 3"),
    "unknown kind": (_picture, "not a kind of file"),
    "cut off": (_cut, "cannot be read"),
    "no such column": (_columns, "no column 'text'"),
}


@pytest.mark.parametrize(("make", "message"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_named(tmp_path: Path, make: Callable[[Path], Path], message: str) -> None:
    path = make(tmp_path)
    with pytest.raises(UsageError, match=message) as caught:
        list(read([str(path)], Reading()))
    assert str(caught.value).startswith(str(path))


def test_a_text_has_its_stem_for_id_and_keeps_its_line_ends(tmp_path: Path) -> None:
    (tmp_path / "summit.v2.txt").write_bytes(b"\xef\xbb\xbfOne.\r\nTwo.\r")
    [document] = read([str(tmp_path)], Reading(date="2020-10-20"))
    assert (document.id, document.text, document.date) == ("summit.v2", "One.\r\nTwo.\r", "2020-10-20")


def test_an_empty_document_is_a_document(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert [document.text for document in read([str(tmp_path)], Reading())] == [""]


def test_unknown_fields_are_kept_and_an_own_date_wins(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": 7, "text": "One.", "date": "2019-01-02", "desk": {"name": "world"}}\n\n')
    [document] = read([str(path)], Reading(date="2020-10-20"))
    assert (document.id, document.date, document.extra) == ("7", "2019-01-02", {"desk": {"name": "world"}})


def test_hidden_files_and_own_results_are_passed_over(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for name in ("a.txt", ".hidden.txt", ".git/b.txt", "out/results.jsonl", "out/corrected/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text("One.")
    assert [document.id for document in read([str(tmp_path)], Reading(), out)] == ["a"]


@pytest.mark.parametrize("suffix", ["jsonl", "jsonl.gz", "csv", "parquet"])
def test_every_form_of_table_gives_the_same_documents(tmp_path: Path, suffix: str) -> None:
    rows = [
        {"id": str(at), "text": f'Line "{at}",\nand more.', "date": "2020-10-20", "desk": "world"} for at in range(3)
    ]
    path = tmp_path / f"in.{suffix}"
    WRITERS[suffix](path, rows)
    found = list(read([str(path)], Reading()))
    assert [(d.id, d.text, d.date, dict(d.extra)) for d in found] == [
        (row["id"], row["text"], "2020-10-20", {"desk": "world"}) for row in rows
    ]


def _write_csv(path: Path, rows: list[dict[str, str]]) -> None:
    import csv

    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        table.writerows(rows)


def _write_parquet(path: Path, rows: list[dict[str, str]]) -> None:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(arrow.Table.from_pylist(rows), path)


def _lines(rows: list[dict[str, str]]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


WRITERS: dict[str, Callable[[Path, list[dict[str, str]]], object]] = {
    "jsonl": lambda path, rows: path.write_bytes(_lines(rows)),
    "jsonl.gz": lambda path, rows: path.write_bytes(gzip.compress(_lines(rows))),
    "csv": _write_csv,
    "parquet": _write_parquet,
}


def test_a_source_goes_with_one_document(tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_text("徐薰访问华盛顿。", encoding="utf-8")
    path = tmp_path / "in.jsonl"
    path.write_bytes(GOOD)
    [document] = with_source(read([str(path)], Reading()), source)
    assert document.source == "徐薰访问华盛顿。"
    path.write_bytes(GOOD + b'{"id": "b", "text": "Two."}\n')
    with pytest.raises(UsageError, match="--source goes with one document"):
        list(with_source(read([str(path)], Reading()), source))
