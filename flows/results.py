"""The output folder: results, corrected texts and reports, which all appear together or not at all."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self
from urllib.parse import quote

from flows.documents import Failure, Outcome
from flows.errors import UsageError
from flows.filenames import file_name
from normalizers import Correction
from reports import html, index
from reports.decisions import Reviewed
from reports.decisions import parse as parse_decisions

RESULTS, FAILURES, CORRECTED, REPORTS = "results.jsonl", "failures.jsonl", "corrected", "reports"
REPORT, INDEX = "report.html", "index.html"


def json_line(record: Any) -> bytes:
    """A record as a line of JSON in UTF-8.

    What UTF-8 cannot hold, half a surrogate pair, stands as the escape that JSON has for it.
    """
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace") + b"\n"


def read_results(path: Path) -> Iterator[Correction]:
    """The corrections in a `results.jsonl`, as a stream.

    Raises:
        UsageError: the file cannot be read, or a line is no result.
    """
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                yield _correction(line, f"{path}, line {number}")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error


def read_decisions(path: Path) -> tuple[Reviewed, ...]:
    """The decisions in a `decisions.json`.

    Raises:
        UsageError: the file cannot be read, or holds no decisions.
    """
    try:
        return parse_decisions(json.loads(path.read_bytes()))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path}: {error}") from error


def _correction(line: bytes, where: str) -> Correction:
    try:
        return Correction.from_record(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f"{where}: not a result; give the results.jsonl that correct or run wrote") from error


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file under a temporary name and rename it, so that it is there whole or not at all.

    Raises:
        UsageError: it cannot be written.
    """
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    work = path.with_name(f".{path.name[:100]}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            work.write_bytes(data)
            os.replace(work, path)
        finally:
            work.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error


def cannot_write(path: Path, error: OSError) -> UsageError:
    """The error of an output that cannot be written."""
    return UsageError(f"{path}: cannot be written: {error.strerror}; free the place, or choose another with --out")


class ResultFolder:
    """Collects outcomes in a hidden folder within the output folder; at the end they move to their places.

    Used as a context: an error within it leaves the output folder as it was.
    """

    def __init__(self, out: Path) -> None:
        """Nothing is written before the context is entered."""
        self.out = out
        self.documents = 0
        self.failures: list[Failure] = []
        self._created = False

    def __enter__(self) -> Self:
        """Begin to collect.

        Raises:
            UsageError: the folder cannot be written.
        """
        try:
            self._created = not self.out.exists()
            self.out.mkdir(parents=True, exist_ok=True)
            self._work = Path(tempfile.mkdtemp(dir=self.out, prefix=".unfinished-"))
            for folder in (CORRECTED, REPORTS):
                (self._work / folder).mkdir()
            self._results: BinaryIO = (self._work / RESULTS).open("wb")
        except OSError as error:
            raise cannot_write(self.out, error) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Publish what was collected; after an error, discard it."""
        try:
            self._results.close()
            if kind is None:
                self._publish()
        except OSError as failure:
            self._discard()
            raise cannot_write(self.out, failure) from failure
        self._discard()
        if kind is not None and isinstance(error, OSError):
            raise cannot_write(self.out, error) from error

    def add(self, outcome: Outcome) -> None:
        """Take in what became of the next document."""
        self.documents += 1
        if isinstance(outcome, Failure):
            self.failures.append(outcome)
            return
        name = file_name(outcome.document.id)
        self._results.write(json_line(outcome.record()))
        _write(self._work / CORRECTED / f"{name}.txt", outcome.text)
        _write(self._work / REPORTS / f"{name}.html", html.render(outcome))

    def corrections(self) -> Iterator[Correction]:
        """The corrections taken in so far, read back, so that memory does not grow with them."""
        if self._results.closed and (self.out / RESULTS).exists():
            return read_results(self.out / RESULTS)
        return read_results(self._work / RESULTS)

    @property
    def report(self) -> Path:
        """The page to begin with: the report of the only document, or the index of several."""
        return self.out / (REPORT if self.documents == 1 else INDEX)

    def _publish(self) -> None:
        if self.failures:
            (self._work / FAILURES).write_bytes(b"".join(json_line(failure.record()) for failure in self.failures))
        if self.documents == 1:
            for only in (self._work / REPORTS).iterdir():
                os.replace(only, self._work / REPORT)
        else:
            _write(self._work / INDEX, index.render(self.corrections(), _report_of))
        for name in (RESULTS, FAILURES, REPORT, INDEX):
            _move(self._work / name, self.out / name)
        for folder in (CORRECTED, REPORTS):
            for file in (self._work / folder).iterdir():
                (self.out / folder).mkdir(exist_ok=True)
                os.replace(file, self.out / folder / file.name)

    def _discard(self) -> None:
        shutil.rmtree(self._work, ignore_errors=True)
        if self._created and not any(self.out.iterdir()):
            self.out.rmdir()


class TextFolder:
    """Corrected texts alone, which move to their places together."""

    def __init__(self, out: Path) -> None:
        """Nothing is written before the context is entered."""
        self.out = out
        self.folder = out / CORRECTED
        self.number = 0

    def __enter__(self) -> Self:
        """Begin to collect.

        Raises:
            UsageError: the folder cannot be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._work = Path(tempfile.mkdtemp(dir=self.out, prefix=".unfinished-"))
        except OSError as error:
            raise cannot_write(self.out, error) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Move the texts to their places; after an error, discard them."""
        try:
            for file in self._work.iterdir() if kind is None else ():
                os.replace(file, self.folder / file.name)
        except OSError as failure:
            raise cannot_write(self.out, failure) from failure
        finally:
            shutil.rmtree(self._work, ignore_errors=True)
        if isinstance(error, OSError):
            raise cannot_write(self.out, error) from error

    def add(self, document_id: str, text: str) -> None:
        """Take in the text of a document."""
        _write(self._work / f"{file_name(document_id)}.txt", text)
        self.number += 1


def _report_of(document_id: str) -> str:
    """What leads from the index to the report of a document."""
    return quote(f"{REPORTS}/{file_name(document_id)}.html")


def _move(work: Path, place: Path) -> None:
    """Put a new file in its place; where there is none, one of an earlier run goes."""
    if work.exists():
        os.replace(work, place)
    else:
        place.unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write(text)
