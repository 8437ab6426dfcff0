"""Documents in the rows of .csv and .parquet files, read as a stream."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterator, Mapping
from typing import Any

from flows.errors import UsageError
from flows.files import open_binary
from flows.reading import Reading
from flows.records import document_of
from normalizers import Document

LONGEST_CELL = 50_000_000
"""Characters of the longest cell of a .csv file; the limit of the csv module is 131,072."""
ROWS = 256
"""Rows of a .parquet file that are in memory at a time."""


def read_table(path: str, reading: Reading) -> Iterator[Document]:
    """The documents in the rows of a table. Rows are counted from 1, without the header.

    Raises:
        UsageError: a column is missing, or a row is no document.
    """
    rows = _parquet(path) if path.lower().endswith(".parquet") else _csv(path)
    for number, row in enumerate(rows, start=1):
        if number == 1:
            _check_columns(path, row, reading)
        yield document_of(_named(row, reading), f"{path}, row {number}", reading.date)


def _check_columns(path: str, row: Mapping[str, Any], reading: Reading) -> None:
    for column, option in ((reading.text_column, "--text-column"), (reading.id_column, "--id-column")):
        if column not in row:
            raise UsageError(f"{path}: no column {column!r}; name one of {', '.join(map(str, row))} with {option}")


def _named(row: Mapping[str, Any], reading: Reading) -> dict[str, Any]:
    data = dict(row)
    named = {"text": data.pop(reading.text_column, None), "id": data.pop(reading.id_column, None)}
    if isinstance(data.get("date"), (datetime.date, datetime.datetime)):
        data["date"] = data["date"].isoformat()[:10]
    return {**data, **named}


def _csv(path: str) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(LONGEST_CELL)
    with io.TextIOWrapper(open_binary(path), encoding="utf-8-sig", newline="") as file:
        try:
            for row in csv.DictReader(file, strict=True):
                if None in row:
                    raise UsageError(f"{path}: a row has more cells than the header")
                yield {key: value for key, value in row.items() if value or key in ("text", "id")}
        except csv.Error as error:
            raise UsageError(f"{path}: not a table: {error}") from error


def _parquet(path: str) -> Iterator[dict[str, Any]]:
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError(f"{path}: .parquet needs pyarrow; install zhengming[parquet]") from error
    try:
        with open_binary(path) as file, parquet.ParquetFile(file) as table:
            for batch in table.iter_batches(batch_size=ROWS):
                yield from batch.to_pylist()
    except arrow.ArrowException as error:
        raise UsageError(f"{path}: cannot be read: {error}") from error
