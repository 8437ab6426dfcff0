"""Some documents from input to output folder in this process: what `zhengming correct` and a flow have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from flows.documents import correct_each
from flows.errors import UsageError
from flows.inputs import STANDARD_INPUT, read, with_source
from flows.progress import counting
from flows.reading import Reading
from flows.results import ResultFolder
from flows.settings import Settings, load_pipeline
from flows.store import Store
from normalizers import Document


def correct_articles(
    inputs: Sequence[str], reading: Reading, settings: Settings, out: Path, source: Path | None = None
) -> ResultFolder:
    """Correct all documents of `inputs` into the folder `out`, with a progress bar.

    Raises:
        UsageError: an input, a setting or the folder cannot be used, or there are no documents.
    """
    total = None if STANDARD_INPUT in inputs else sum(1 for _ in read(inputs, reading, out))
    documents = with_source(read(inputs, reading, out), source)
    first = next(documents, None)
    if first is None:
        raise UsageError(f"{', '.join(inputs)}: no documents; give at least one")
    with ResultFolder(Store(str(out.absolute()))) as results:
        _correct(chain([first], documents), settings, results, total)
    return results


def _correct(documents: Iterator[Document], settings: Settings, results: ResultFolder, total: int | None) -> None:
    pipeline = load_pipeline(settings)
    with counting("Correcting", "documents") as advance:
        advance(0, total)
        for outcome in correct_each(pipeline, documents):
            results.add(outcome)
            advance(results.documents, total)
