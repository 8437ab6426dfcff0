"""A pipeline for which some documents are too much."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator

from flows.settings import Settings
from flows.shards import pipeline_of
from normalizers import Correction, Document, Zhengming


class Failing(Zhengming):
    """Runs out of memory on the documents whose ids are `bad`."""

    bad: Container[str] = ()

    def pipe(self, documents: Iterable[Document]) -> Iterator[Correction]:  # type: ignore[override]
        for document in documents:
            if document.id in self.bad:
                raise MemoryError("no room\nfor it")
            yield from super().pipe([document])


def failing(bad: Container[str]) -> Callable[[Settings], Zhengming]:
    """What gives the pipeline, in the place of `flows.shards.pipeline_of`."""
    whole = pipeline_of(Settings())
    pipeline = Failing(whole.gazetteer, whole.policy, whole.detectors)
    pipeline.bad = bad
    return lambda settings: pipeline
