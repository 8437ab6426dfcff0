"""Results in columns: the shape of `results.parquet`, which is that of a result in JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from flows.errors import UsageError

ROWS = 500
"""Results in a row group."""
OWN = ("id", "date", "title", "source_language", "sha256")


class Table:
    """A table that grows a row group at a time."""

    def __init__(self, file: IO[bytes]) -> None:
        """Begin a table in `file`.

        Raises:
            UsageError: pyarrow is not installed.
        """
        try:
            import pyarrow as arrow
            from pyarrow import parquet
        except ImportError as error:
            raise UsageError("--format parquet needs pyarrow; install zhengming[parquet]") from error
        self._arrow, self._schema = arrow, _schema(arrow)
        self._writer = parquet.ParquetWriter(file, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def add(self, record: dict[str, Any]) -> None:
        """Add a result."""
        document = record["document"]
        extra = {key: value for key, value in document.items() if key not in OWN}
        own = {key: document[key] for key in OWN}
        self._rows.append({**record, "document": {**own, "extra": json.dumps(extra, ensure_ascii=False)}})
        if len(self._rows) >= ROWS:
            self._flush()

    def close(self) -> None:
        """Write what is left, and the footer."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []


@contextmanager
def table(file: IO[bytes]) -> Iterator[Table]:
    """A table in `file`, complete at the end of the context."""
    found = Table(file)
    yield found
    found.close()


def _schema(arrow: Any) -> Any:
    text, number, real = arrow.string(), arrow.int64(), arrow.float64()
    rule = arrow.struct([("code", text), ("name", text)])
    places = [(name, number) for name in ("start", "end", "corrected_start", "corrected_end")]
    finding = arrow.struct(
        [
            ("id", text),
            *places,
            ("surface", text),
            ("rule", rule),
            *((name, text) for name in ("category", "severity", "action", "replacement")),
            ("confidence", real),
            ("alternatives", arrow.list_(arrow.struct([("replacement", text), ("confidence", real)]))),
            ("entity", arrow.struct([("id", text), ("name", text), ("kind", text)])),
            ("evidence", arrow.list_(arrow.struct([("claim", text), ("weight", real)]))),
        ]
    )
    return arrow.schema(
        [
            ("schema", text),
            ("signature", text),
            ("document", arrow.struct([*((name, text) for name in OWN), ("extra", text)])),
            ("text", arrow.struct([("original", text), ("corrected", text)])),
            ("score", arrow.struct([("words", number), ("before", real), ("after", real)])),
            ("findings", arrow.list_(finding)),
        ]
    )
