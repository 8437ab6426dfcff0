"""A compiled index, opened: memory-mapped, read-only, shared between processes."""

from __future__ import annotations

import json
import mmap
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import marisa_trie
import numpy as np
from numpy.typing import NDArray

from gazetteer.entity import Entity
from gazetteer.keys import LONGEST_KEY
from gazetteer.posting import ID, NAME_BITS, Posting

MOST_SPOKEN = 1 << 13
"""Stems whose names are remembered: the commonest ones say parts of a few thousand names."""
_NAME_BITS = np.uint64(NAME_BITS)


Names = NDArray[np.uint64]
"""The bits that tell names (`gazetteer.posting.NAME_BITS`), in ascending order, each once."""


class Spoken(NamedTuple):
    """What one stem may say: parts of names as they are `packed` (`gazetteer.posting.Said`), in ascending order, and
    the bits that tell each of those names.
    """

    packed: memoryview[int]
    names: Names


class Index:
    """The keys, postings and records that `gazetteer.compile` wrote to one folder."""

    def __init__(self, folder: Path) -> None:
        """Map the files of `folder`.

        Raises:
            OSError: a file is missing or cannot be read.
        """
        self._trie = marisa_trie.Trie()
        self._trie.mmap(str(folder / "keys.trie"))
        self._first: memoryview[int] = _mapped(folder / "first.bin").cast("I")
        self._postings: memoryview[int] = _mapped(folder / "postings.bin").cast("Q")
        self._lines: memoryview[int] = _mapped(folder / "lines.bin").cast("Q")
        self._records = _mapped(folder / "entities.jsonl")
        self._spelt_lines: memoryview[int] = _mapped(folder / "spelt.bin").cast("Q")
        self._spelt = _mapped(folder / "spelt.txt")
        self.record = lru_cache(maxsize=1 << 14)(self._record)
        self.entity = lru_cache(maxsize=1 << 14)(self._entity)
        self.spellings = lru_cache(maxsize=1 << 14)(self._spellings)
        self.spoken = lru_cache(maxsize=MOST_SPOKEN)(self._spoken)
        self.postings = lru_cache(maxsize=1 << 16)(self._of_number)

    def __len__(self) -> int:
        return len(self._lines) - 1

    def prefixes(self, text: str) -> list[tuple[str, int]]:
        """The keys that `text` begins with, shortest first, each with its number."""
        return list(self._trie.iter_prefixes_with_ids(text[:LONGEST_KEY]))

    def __contains__(self, found: str) -> bool:
        return found in self._trie

    def has_key_with(self, prefix: str) -> bool:
        """Whether a key begins with `prefix`, or is it."""
        return next(self._trie.iterkeys(prefix), None) is not None

    def get(self, found: str) -> tuple[Posting, ...]:
        """The postings of one key; none where it is no key."""
        number = self._trie.get(found)
        return () if number is None else self.postings(number)

    def _spoken(self, found: str) -> Spoken:
        """What the stem of a key may say; nothing where it is no key."""
        number = self._trie.get(found)
        packed = self._postings[:0] if number is None else self._of_key(number)
        names = np.frombuffer(packed, np.uint64) & _NAME_BITS
        return Spoken(packed, names[np.diff(names, prepend=~names[:1]) != 0])

    def _of_key(self, number: int) -> memoryview[int]:
        """The postings of a key as they are packed, in ascending order."""
        return self._postings[self._first[number] : self._first[number + 1]]

    def _of_number(self, number: int) -> tuple[Posting, ...]:
        return tuple(map(Posting.unpack, self._of_key(number)))

    def _record(self, ordinal: int) -> dict[str, Any]:
        """The record of an entity, as plain data."""
        record: dict[str, Any] = json.loads(bytes(self._records[self._lines[ordinal] : self._lines[ordinal + 1]]))
        return record

    def _spellings(self, ordinal: int) -> tuple[str, ...]:
        """The squashed spellings that a garbled name of an entity may be like: its names, and its pinyin."""
        line = bytes(self._spelt[self._spelt_lines[ordinal] : self._spelt_lines[ordinal + 1]])
        return tuple(line.decode().split())

    def _entity(self, ordinal: int) -> Entity:
        return Entity.from_record(self.record(ordinal))

    def ordinal(self, entity_id: str) -> int | None:
        """The ordinal of the entity with this id."""
        found = self.get(ID + entity_id)
        return found[0].ordinal if found else None

    def keys_with(self, prefix: str) -> list[str]:
        """All keys with a prefix, in order."""
        keys: list[str] = sorted(self._trie.iterkeys(prefix))
        return keys


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as stream:
        if path.stat().st_size == 0:
            return memoryview(b"")
        return memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
