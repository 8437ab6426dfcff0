"""What a caller names as input -> a stream of documents, in order, with nothing read before it is needed."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from flows.errors import UsageError
from flows.files import below, exists, is_address, is_folder, open_binary
from flows.reading import Reading
from flows.records import document_of, parse_line
from normalizers import Document

STANDARD_INPUT = "-"
TEXT_SUFFIXES = (".txt", ".md")
LINE_SUFFIXES = (".jsonl", ".jsonl.gz")
TABLE_SUFFIXES = (".csv", ".parquet")
SUFFIXES = (*TEXT_SUFFIXES, *LINE_SUFFIXES, *TABLE_SUFFIXES)
RESULT_FILES = frozenset(("results.jsonl", "failures.jsonl", "results.parquet"))
"""Our own results are not taken for documents where a folder is read."""


def read(inputs: Sequence[str], reading: Reading, output: Path | None = None) -> Iterator[Document]:
    """The documents of all inputs, in the order given; those of a folder by path, without results in `output`.

    Raises:
        UsageError: at the first input that cannot be used, with its place.
    """
    return (document for _, document in read_with_places(inputs, reading, output))


def read_with_places(
    inputs: Sequence[str], reading: Reading, output: Path | None = None
) -> Iterator[tuple[str, Document]]:
    """As `read`, each document with the path of the file it is in."""
    seen: dict[str, str] = {}
    for path, document in read_files(inputs, reading, output):
        if document.id in seen:
            raise same_id(document.id, seen[document.id], path)
        seen[document.id] = path
        yield path, document


def same_id(document_id: str, first: str, second: str) -> UsageError:
    """The error of two documents with one id."""
    where = f"twice in {first}" if first == second else f"in {first} and in {second}"
    return UsageError(f"the id {document_id!r} stands {where}; give every document an id of its own")


def read_files(inputs: Sequence[str], reading: Reading, output: Path | None = None) -> Iterator[tuple[str, Document]]:
    """As `read_with_places`, without looking for ids that come twice."""
    files = [path for given in inputs for path in files_of(given, output)]
    for path in files:
        for document in documents_of(path, reading):
            yield path, document


def files_of(given: str, output: Path | None = None) -> list[str]:
    """The files that one input names: itself, or, for a folder, those below it of a known kind.

    Raises:
        UsageError: there is no such file, its kind is unknown, or the folder has no documents.
    """
    if given == STANDARD_INPUT:
        return [given]
    try:
        if is_folder(given):
            return _documents_below(given, output)
        if not exists(given):
            raise UsageError(f"{given}: no such file or folder; check its spelling and where it begins")
    except (OSError, ImportError) as error:
        raise UsageError(f"{given}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if not given.lower().endswith(SUFFIXES):
        raise UsageError(
            f"{given}: not a kind of file that is read; give {', '.join(SUFFIXES)}, a folder of them, or -"
        )
    return [given]


def _documents_below(folder: str, output: Path | None) -> list[str]:
    found = documents_below(folder, output)
    if not found:
        raise UsageError(f"{folder}: a folder without documents; it should hold {', '.join(SUFFIXES)} files")
    return found


def documents_below(folder: str, output: Path | None = None) -> list[str]:
    """The files of a known kind below a folder, by path, without hidden ones and results in `output`."""
    return [path for path, parts in below(folder) if _is_document(path, parts, output)]


def _is_document(path: str, parts: tuple[str, ...], output: Path | None) -> bool:
    if any(part.startswith(".") for part in parts) or not path.lower().endswith(SUFFIXES):
        return False
    return output is None or is_address(path) or not _is_output(Path(path).resolve(), output.resolve())


def _is_output(file: Path, output: Path) -> bool:
    if not file.is_relative_to(output):
        return False
    first = file.relative_to(output).parts[0]
    return first in RESULT_FILES or first in ("corrected", "reports")


def documents_of(path: str, reading: Reading) -> Iterator[Document]:
    """The documents of one file.

    Raises:
        UsageError: the file cannot be read, or a document in it cannot be used.
    """
    try:
        yield from _reader(path)(path, reading)
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 at byte {error.start}; convert the file to UTF-8") from error
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"{path}: cannot be read: {reason}") from error


def _reader(path: str) -> Callable[[str, Reading], Iterable[Document]]:
    name = path.lower()
    if name.endswith(LINE_SUFFIXES):
        return _lines
    if name.endswith(TABLE_SUFFIXES):
        from flows.tables import read_table

        return read_table
    return _text


def _text(path: str, reading: Reading) -> Iterator[Document]:
    standard = path == STANDARD_INPUT
    content = sys.stdin.buffer.read() if standard else _content(path)
    name = "stdin" if standard else Path(path).stem
    data = {"id": name.encode("utf-8", "backslashreplace").decode(), "text": content.decode("utf-8-sig")}
    yield document_of(data, path, reading.date)


def _content(path: str) -> bytes:
    with open_binary(path) as file:
        return file.read()


def _lines(path: str, reading: Reading) -> Iterator[Document]:
    with open_binary(path) as raw, gzip.open(raw, "rb") if path.lower().endswith(".gz") else raw as file:
        for number, line in enumerate(file, start=1):
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            if line.strip():
                where = f"{path}, line {number}"
                yield document_of(parse_line(line, where), where, reading.date)


def with_source(documents: Iterable[Document], source: Path | None) -> Iterator[Document]:
    """The documents, the only one with the Chinese original in the file `source`.

    Raises:
        UsageError: the file cannot be read, or there are several documents.
    """
    if source is None:
        yield from documents
        return
    try:
        original = source.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{source}: not UTF-8 at byte {error.start}; convert the file to UTF-8") from error
    except OSError as error:
        raise UsageError(f"{source}: cannot be read: {error.strerror}") from error
    for number, document in enumerate(documents):
        if number:
            raise UsageError('--source goes with one document; in .jsonl give each document its "source"')
        yield replace(document, source=original)
