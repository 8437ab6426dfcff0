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
    return encoded(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")


def encoded(text: str) -> bytes:
    """A text in UTF-8, with an escape where that cannot hold a letter."""
    return text.encode("utf-8", "backslashreplace")


def text_name(document_id: str) -> str:
    """The name within the output folder of the corrected text of a document."""
    return f"{CORRECTED}/{file_name(document_id)}.txt"


def report_name(document_id: str) -> str:
    """The name within the output folder of the report of a document."""
    return f"{REPORTS}/{file_name(document_id)}.html"


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
    data = encoded(content) if isinstance(content, str) else content
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


class Unfinished:
    """Files that are collected in a hidden folder within the output folder, and move to their places together.

    Used as a context: an error within it leaves the output folder as it was.
    """

    def __init__(self, out: Path) -> None:
        """Nothing is written before the context is entered."""
        self.out = out
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
            self._begin()
        except OSError as error:
            raise cannot_write(self.out, error) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Move what was collected to its place; after an error, discard it."""
        try:
            self._end(kind is None)
        except OSError as failure:
            raise cannot_write(self.out, failure) from failure
        finally:
            self._discard()
        if isinstance(error, OSError):
            raise cannot_write(self.out, error) from error

    def _begin(self) -> None:
        """Make what is collected into."""

    def _end(self, complete: bool) -> None:
        """Close files; where everything was collected, move it."""
        if complete:
            self._publish(CORRECTED)

    def _publish(self, *folders: str) -> None:
        """Move the files of folders into those of the output folder that have their names."""
        for folder in folders:
            for file in (self._work / folder).iterdir() if (self._work / folder).exists() else ():
                (self.out / folder).mkdir(exist_ok=True)
                os.replace(file, self.out / folder / file.name)

    def _write(self, name: str, text: str) -> None:
        path = self._work / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(encoded(text))

    def _discard(self) -> None:
        shutil.rmtree(self._work, ignore_errors=True)
        if self._created and not any(self.out.iterdir()):
            self.out.rmdir()


class ResultFolder(Unfinished):
    """Collects outcomes: results, failures, corrected texts, reports, and an index where there are several."""

    def __init__(self, out: Path) -> None:
        """Nothing is written before the context is entered."""
        super().__init__(out)
        self.documents = 0
        self.failures: list[Failure] = []

    def add(self, outcome: Outcome) -> None:
        """Take in what became of the next document."""
        self.documents += 1
        if isinstance(outcome, Failure):
            self.failures.append(outcome)
            return
        self._results.write(json_line(outcome.record()))
        self._write(text_name(outcome.document.id), outcome.text)
        self._write(report_name(outcome.document.id), html.render(outcome))

    def corrections(self) -> Iterator[Correction]:
        """The corrections taken in so far, read back, so that memory does not grow with them."""
        if self._results.closed and (self.out / RESULTS).exists():
            return read_results(self.out / RESULTS)
        return read_results(self._work / RESULTS)

    @property
    def report(self) -> Path:
        """The page to begin with: the report of the only document, or the index of several."""
        return self.out / (REPORT if self.documents == 1 else INDEX)

    def _begin(self) -> None:
        self._results: BinaryIO = (self._work / RESULTS).open("wb")

    def _end(self, complete: bool) -> None:
        self._results.close()
        if not complete:
            return
        if self.failures:
            (self._work / FAILURES).write_bytes(b"".join(json_line(failure.record()) for failure in self.failures))
        if self.documents != 1:
            self._write(INDEX, index.render(self.corrections(), lambda each: quote(report_name(each))))
        elif not self.failures:
            os.replace(next((self._work / REPORTS).iterdir()), self._work / REPORT)
        for name in (RESULTS, FAILURES, REPORT, INDEX):
            _move(self._work / name, self.out / name)
        self._publish(CORRECTED, REPORTS)


class TextFolder(Unfinished):
    """Collects corrected texts alone."""

    def __init__(self, out: Path) -> None:
        """Nothing is written before the context is entered."""
        super().__init__(out)
        self.folder = out / CORRECTED
        self.number = 0

    def add(self, document_id: str, text: str) -> None:
        """Take in the text of a document."""
        self._write(text_name(document_id), text)
        self.number += 1


def _move(work: Path, place: Path) -> None:
    """Put a new file in its place; where there is none, one of an earlier run goes."""
    if work.exists():
        os.replace(work, place)
    else:
        place.unlink(missing_ok=True)
