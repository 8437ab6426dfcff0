"""The work on documents as plain functions: what the command line and the flows share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.errors import one_line
from normalizers import Correction, Document, Zhengming

LONGEST_REASON = 400
"""Characters of the reason of a failure."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be processed, and why."""

    id: str
    reason: str

    def record(self) -> dict[str, str]:
        """The failure as it stands in `failures.jsonl`."""
        return {"id": self.id, "reason": self.reason}


Outcome = Correction | Failure


def correct_each(pipeline: Zhengming, documents: Iterable[Document]) -> Iterator[Outcome]:
    """Correct documents one by one, so that one that cannot be processed does not stop the others."""
    for document in documents:
        yield correct_or_fail(pipeline, document)


def correct_batch_or_fail(pipeline: Zhengming, documents: Sequence[Document]) -> Iterator[Outcome]:
    """As `correct_each`, faster: in one stream, and one by one only from where something could not be processed."""
    done = 0
    try:
        for correction in pipeline.pipe(documents):
            yield correction
            done += 1
    except Exception:  # noqa: BLE001 - which document it was shows when they go one by one
        yield from correct_each(pipeline, documents[done:])


def correct_or_fail(pipeline: Zhengming, document: Document) -> Outcome:
    """The correction, or the reason why there is none: whatever error there is fails this document alone."""
    try:
        return next(pipeline.pipe([document]))
    except Exception as error:  # noqa: BLE001 - the others go on
        return Failure(document.id, f"{type(error).__name__}: {one_line(error)}"[:LONGEST_REASON])
