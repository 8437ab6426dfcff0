"""The output folder: results, corrected texts and reports, which all appear together or not at all."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Literal, Self
from urllib.parse import quote

from flows.columns import table
from flows.documents import Failure, Outcome
from flows.errors import UsageError, cannot_write
from flows.filenames import file_name
from flows.store import Store
from normalizers import Correction
from reports import html
from reports.decisions import Reviewed
from reports.decisions import parse as parse_decisions
from reports.index import Index
from reports.tally import Tally

Format = Literal["jsonl", "parquet"]

RESULTS, TABLE, FAILURES = "results.jsonl", "results.parquet", "failures.jsonl"
CORRECTED, REPORTS = "corrected", "reports"
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
            yield from corrections_in(file, path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error


def corrections_in(lines: Iterable[bytes], place: Path | str) -> Iterator[Correction]:
    """The corrections in the lines of a `results.jsonl`, which is at `place`.

    Raises:
        UsageError: a line is no result.
    """
    for number, line in enumerate(lines, start=1):
        yield _correction(line, f"{place}, line {number}")


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


class Unfinished:
    """Files that are collected aside, in a folder within the output folder, and move to their places together.

    Used as a context: an error within it leaves the output folder as it was.
    """

    folders: tuple[str, ...] = (CORRECTED,)
    """The folders that are collected."""

    def __init__(self, store: Store, aside: str = "") -> None:
        """Nothing is written before the context is entered. `aside` is a folder that nobody else writes into."""
        self.store = store
        self._aside = aside or f".unfinished-{secrets.token_hex(4)}"
        self._files = ExitStack()
        self._created = False

    def __enter__(self) -> Self:
        """Begin to collect.

        Raises:
            UsageError: the folder cannot be written.
        """
        try:
            self._created = not self.store.exists("")
            self.store.clear(self._aside)
            self.store.make(self._aside, *(f"{self._aside}/{folder}" for folder in self.folders))
            self._begin()
        except BaseException as error:
            self._files.close()
            self._discard()
            if isinstance(error, OSError):
                raise self.store.cannot_write(error) from error
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Move what was collected to its place; after an error, discard it."""
        try:
            self._files.__exit__(kind, error, traceback)
            if error is None:
                self._publish()
        except OSError as failure:
            raise self.store.cannot_write(failure) from failure
        finally:
            self._discard()
        if isinstance(error, OSError):
            raise self.store.cannot_write(error) from error

    def _begin(self) -> None:
        """Open what is collected into."""

    def _publish(self) -> None:
        """Move everything to its place."""
        for folder in self.folders:
            self.store.merge_folder(f"{self._aside}/{folder}", folder)

    def _open(self, name: str) -> IO[bytes]:
        """A file that is open until all is collected, and that an error leaves nothing of."""
        return self._files.enter_context(self.store.writing(f"{self._aside}/{name}"))

    def _write(self, name: str, text: str) -> None:
        with self.store.writing(f"{self._aside}/{name}", sync=False) as file:
            file.write(encoded(text))

    def _discard(self) -> None:
        with suppress(OSError):
            self.store.clear(self._aside)
            if self._created:
                self.store.remove_if_empty()


class ResultFolder(Unfinished):
    """Collects outcomes: results, failures, corrected texts, reports, and an index that leads to them.

    The folder of a `corpus` belongs to it: what an earlier run left goes, and an index leads in, however few documents
    there are. Otherwise texts and reports of other documents stay, and a single document has its report alone.
    """

    folders = (CORRECTED, REPORTS)

    def __init__(
        self,
        store: Store,
        aside: str = "",
        *,
        form: Format = "jsonl",
        reports: bool = True,
        corpus: bool = False,
        counted: Tally | None = None,
    ) -> None:
        """Nothing is written before the context is entered. Without `reports` the index leads to the corrected texts.

        `counted` takes in all corrections.

        Raises:
            UsageError: on entering, where `form` is parquet and pyarrow is not installed.
        """
        super().__init__(store, aside)
        self.documents = self.failed = 0
        self._form, self._reports, self._corpus = form, reports, corpus
        self._index = Index(counted)

    def add(self, outcome: Outcome) -> None:
        """Take in what became of the next document."""
        line = json_line(outcome.record())
        if isinstance(outcome, Failure):
            self.add_failure(line)
        else:
            self.add_result(line, outcome)

    def add_failure(self, line: bytes) -> None:
        """Take in a failure, as a line of JSON."""
        self.documents += 1
        self.failed += 1
        self._failures.write(line)

    def add_result(self, line: bytes, correction: Correction | None = None) -> None:
        """Take in a result, as a line of JSON; `correction` is what it says, where that was read already."""
        self.documents += 1
        self._take(line)
        correction = correction or Correction.from_record(json.loads(line))
        text, report = text_name(correction.document.id), report_name(correction.document.id)
        self._write(text, correction.text)
        if self._reports:
            self._write(report, html.render(correction))
        self._index.add(correction, quote(report if self._reports else text))

    @property
    def page(self) -> str:
        """The name of the page to begin with: the report of the only document, or the index."""
        return REPORT if self.documents == 1 and not self.failed and not self._corpus else INDEX

    def corrections(self) -> Iterator[Correction]:
        """The corrections, read back from where they were moved to, so that memory does not grow with them."""
        with self.store.open(RESULTS) as file:
            yield from corrections_in(file, self.store.path(RESULTS))

    def failures(self) -> Iterator[Failure]:
        """The failures, read back likewise."""
        if self.failed:
            with self.store.open(FAILURES) as file:
                yield from (Failure(**json.loads(line)) for line in file)

    def _begin(self) -> None:
        self._failures = self._open(FAILURES)
        if self._form == "jsonl":
            self._take: Callable[[bytes], object] = self._open(RESULTS).write
        else:
            rows = self._files.enter_context(table(self._open(TABLE)))
            self._take = lambda line: rows.add(json.loads(line))

    def _publish(self) -> None:
        """Move the files to their places, the results last; those of an earlier run that this one does not have go."""
        if self.page == INDEX:
            self._write(INDEX, self._index.render())
        else:
            [name] = self.store.names(f"{self._aside}/{REPORTS}")
            self.store.move(f"{self._aside}/{REPORTS}/{name}", f"{self._aside}/{REPORT}")
        results = RESULTS if self._form == "jsonl" else TABLE
        made = (*((FAILURES,) if self.failed else ()), self.page, results)
        for name in {RESULTS, TABLE, FAILURES, REPORT, INDEX}.difference(made):
            self.store.delete(name)
        place = self.store.replace_folder if self._corpus else self.store.merge_folder
        for folder in self.folders:
            place(f"{self._aside}/{folder}", folder)
        for name in made:
            self.store.move(f"{self._aside}/{name}", name)


class TextFolder(Unfinished):
    """Collects corrected texts alone."""

    number = 0
    """Texts taken in so far."""

    def add(self, document_id: str, text: str) -> None:
        """Take in the text of a document."""
        self._write(text_name(document_id), text)
        self.number += 1
