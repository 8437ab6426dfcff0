"""A stream of documents -> batches that stay the same where documents come, go or change elsewhere in the stream."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from normalizers import Document

MOST_CHARACTERS = 4_000_000
"""Characters of text after which a batch ends, so that its memory is bounded."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents that are corrected together, with the key of each (see `document_key`)."""

    documents: tuple[Document, ...]
    keys: tuple[str, ...]

    @property
    def slot(self) -> str:
        """What stays the same when a document in the batch changes: the hash of the first id."""
        return _hash(self.documents[0].id.encode("utf-8", "surrogatepass"))

    @property
    def name(self) -> str:
        """The name of the batch: its slot, and the hash of all its keys."""
        return f"{self.slot}-{_hash(' '.join(self.keys).encode())}"


def document_key(document: Document, basis: str) -> str:
    """The hash of all that a result follows from: the document, and `basis` (gazetteer, rules, policy, version)."""
    fields = (document.text, document.date, document.source, document.title, document.source_language, document.extra)
    plain = json.dumps([basis, document.id, *fields], sort_keys=True, default=str)
    return _hash(plain.encode())


def record_of(document: Document) -> dict[str, object]:
    """The document as a line of .jsonl."""
    known = {"id": document.id, "text": document.text, "source_language": document.source_language}
    optional = {"date": document.date, "source": document.source, "title": document.title}
    return {**document.extra, **known, **{key: value for key, value in optional.items() if value is not None}}


def batches(documents: Iterable[Document], size: int, basis: str) -> Iterator[Batch]:
    """Documents in batches of about `size`, between half and one and a half times as many; the last may be smaller.

    A batch ends after a document whose id says so, not after a count: a document that comes in or goes moves the ends
    of the batches about it alone, and the finished batches after it are recognised. The bounds keep the batches alike,
    so that no worker waits long for another at the end.
    """
    least, most = max(1, size // 2), size + size // 2
    held: list[Document] = []
    characters = 0
    for document in documents:
        held.append(document)
        characters += len(document.text)
        is_end = len(held) >= least and _ends(document.id, least)
        if is_end or len(held) >= most or characters >= MOST_CHARACTERS:
            yield _batch(held, basis)
            held, characters = [], 0
    if held:
        yield _batch(held, basis)


def _batch(documents: list[Document], basis: str) -> Batch:
    return Batch(tuple(documents), tuple(document_key(document, basis) for document in documents))


def _ends(document_id: str, size: int) -> bool:
    """Whether the id ends a batch: one in `size` does."""
    digest = hashlib.blake2b(document_id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) % size == 0


def _hash(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=8).hexdigest()
