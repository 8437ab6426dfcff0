"""Entities -> an index: a folder of memory-mapped files that opens in milliseconds.

    keys.trie      every key, a static trie (marisa); a prefix marks the special ones
    first.bin      uint32 for each key id, and one more: where its postings begin
    postings.bin   uint64 for each posting, see `Posting`
    entities.jsonl one record a line, by ordinal
    lines.bin      uint64 for each ordinal, and one more: where its record begins
    spelt.txt      a line for each ordinal: the spellings that a garbled name may be like, with spaces between
    spelt.bin      uint64 for each ordinal, and one more: where its line begins
    meta.json      counts, and the hash of what the index was built from

The same entities give the same bytes, in whatever shards they come.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Collection, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import marisa_trie
import numpy as np
from numpy.typing import NDArray

from gazetteer.entity import Entity
from gazetteer.renderings import Tools
from gazetteer.shards import Progress, Shard, render

FORMAT = 2
"""The version of these files; part of what an index is found by in the cache."""

TRIES, CACHE = 1, marisa_trie.HUGE_CACHE
"""Tries in which the trie of keys is kept, and the size of the table that shortens the first steps (`marisa_trie`):
look-ups take an eighth less than with two tries and its own table, in a file larger by a quarter.
"""

_ORDINAL_SHIFT = np.uint64(32)
_REST_OF_POSTING = np.uint64(0xFFFFFFFF)
_LEFT_OUT = -1

__all__ = ["FORMAT", "Progress", "compile_index", "write_index"]


def compile_index(entities: Sequence[Entity], to: Path, tools: Tools, progress: Progress | None = None) -> None:
    """Write the index of `entities` to the folder `to`, whole or not at all."""
    write_index([render(entities, tools, progress)], to)
    if progress:
        progress(len(entities), len(entities))


def write_index(shards: Sequence[Shard], to: Path, left_out: Collection[str] = ()) -> None:
    """Write the index of all shards to the folder `to`, without the entities whose id is in `left_out`.

    Where two shards have an entity with the same id, the earlier shard's stays.
    """
    to.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(dir=to.parent, prefix=f".{to.name}-"))
    try:
        _write(work, shards, left_out)
        _publish(work, to)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _publish(work: Path, to: Path) -> None:
    """Rename the finished folder into place; where another process was first, its folder serves as well."""
    try:
        os.replace(work, to)
    except OSError:
        if not (to / "meta.json").exists():
            raise


class _Place(NamedTuple):
    """Where an entity comes from: which shard, and its ordinal there."""

    shard: int
    ordinal: int


def _write(folder: Path, shards: Sequence[Shard], left_out: Collection[str]) -> None:
    places = _places(shards, left_out)
    trie, first, postings = _numbered(shards, _ordinals(shards, places))
    trie.save(str(folder / "keys.trie"))
    (folder / "first.bin").write_bytes(first.tobytes())
    (folder / "postings.bin").write_bytes(postings.tobytes())
    records = [shards[place.shard].records[place.ordinal] for place in places]
    _write_lines(records, folder / "entities.jsonl", folder / "lines.bin")
    spelt = [shards[place.shard].spelt[place.ordinal] for place in places]
    _write_lines(spelt, folder / "spelt.txt", folder / "spelt.bin")
    meta = {"format": FORMAT, "entities": len(places), "keys": len(trie), "postings": len(postings)}
    (folder / "meta.json").write_text(json.dumps(meta, sort_keys=True) + "\n", encoding="utf-8")


def _places(shards: Sequence[Shard], left_out: Collection[str]) -> list[_Place]:
    """The entities of an index in the order of their ids."""
    found: dict[str, _Place] = {}
    for number, shard in enumerate(shards):
        for ordinal, entity_id in enumerate(shard.ids):
            if entity_id not in left_out:
                found.setdefault(entity_id, _Place(number, ordinal))
    return [found[entity_id] for entity_id in sorted(found)]


def _ordinals(shards: Sequence[Shard], places: Sequence[_Place]) -> list[NDArray[np.int64]]:
    """For each shard, the ordinal in the index of each of its entities."""
    ordinals = [np.full(len(shard.ids), _LEFT_OUT, np.int64) for shard in shards]
    for ordinal, place in enumerate(places):
        ordinals[place.shard][place.ordinal] = ordinal
    return ordinals


def _numbered(
    shards: Sequence[Shard], ordinals: Sequence[NDArray[np.int64]]
) -> tuple[marisa_trie.Trie, NDArray[np.uint32], NDArray[np.uint64]]:
    """The trie of all keys, where the postings of each key begin, and the postings in order."""
    kept = [_kept(shard, ordinal) for shard, ordinal in zip(shards, ordinals, strict=True)]
    used = [_used(numbers, len(shard.keys)) for shard, (numbers, _) in zip(shards, kept, strict=True)]
    keys = [_picked(shard.keys, some) for shard, some in zip(shards, used, strict=True)]
    # In the order of the shards, not of a set: the keys of one entity are alike, which the trie's sorting gains by.
    trie = marisa_trie.Trie(dict.fromkeys(chain.from_iterable(keys)), num_tries=TRIES, cache_size=CACHE)
    columns = [np.zeros(0, np.uint32)]
    for shard, some, named, (numbers, _) in zip(shards, used, keys, kept, strict=True):
        number_in_trie = np.zeros(len(shard.keys), np.uint32)
        number_in_trie[some] = np.fromiter(map(trie.__getitem__, named), np.uint32, len(named))
        columns.append(number_in_trie[numbers])
    key_numbers = np.concatenate(columns)
    postings = np.concatenate([np.zeros(0, np.uint64), *(packed for _, packed in kept)])
    order = np.lexsort((postings, key_numbers))
    first = np.zeros(len(trie) + 1, np.uint32)
    np.cumsum(np.bincount(key_numbers, minlength=len(trie)), out=first[1:])
    return trie, first, postings[order]


def _used(numbers: NDArray[np.uint32], size: int) -> NDArray[np.int64]:
    """Those of the numbers below `size` that occur, in ascending order."""
    occurs = np.zeros(size, np.bool_)
    occurs[numbers] = True
    return np.flatnonzero(occurs)


def _picked(keys: Sequence[str], some: NDArray[np.int64]) -> Sequence[str]:
    """Some of the keys, by their numbers in ascending order."""
    return keys if len(some) == len(keys) else list(map(keys.__getitem__, some.tolist()))


def _kept(shard: Shard, ordinals: NDArray[np.int64]) -> tuple[NDArray[np.uint32], NDArray[np.uint64]]:
    """The rows of a shard whose entity is in the index: numbers of keys, and postings with the ordinals of the
    index.
    """
    ordinal = ordinals[(shard.packed >> _ORDINAL_SHIFT).astype(np.int64)]
    keep = ordinal != _LEFT_OUT
    packed = ordinal[keep].astype(np.uint64) << _ORDINAL_SHIFT | shard.packed[keep] & _REST_OF_POSTING
    return shard.numbers[keep], packed


def _write_lines(lines: Sequence[bytes], to: Path, starts: Path) -> None:
    """Write lines to one file, and where each begins, and where the last ends, to another."""
    begin = np.zeros(len(lines) + 1, np.uint64)
    np.cumsum(np.fromiter((len(line) + 1 for line in lines), np.uint64, len(lines)), out=begin[1:])
    with to.open("wb") as stream:
        stream.writelines(line + b"\n" for line in lines)
    starts.write_bytes(begin.tobytes())
