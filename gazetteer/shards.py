"""A shard: the rows and records of the entities of one source, rendered once and kept until the source changes."""

from __future__ import annotations

import json
import os
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from gazetteer.entity import Entity
from gazetteer.readings import toned
from gazetteer.renderings import Tools
from gazetteer.renderings.pinyin import has_chinese_surname, name_parts
from gazetteer.renderings.spelling import spelt_names
from gazetteer.rows import Pieces, rows
from gazetteer.similarity import squash

Progress = Callable[[int, int], None]
"""Called with the work done and all of it, in units that mean nothing by themselves."""

EVERY = 64
"""Entities between two calls of a `Progress`."""


class Shard(NamedTuple):
    """Rendered entities. Row `i` says that the key `keys[numbers[i]]` has the posting `packed[i]`.

    The ordinals inside the postings count the entities of this shard. `records` are lines of JSON, and `spelt` for each
    entity the spellings that a garbled name of it may be like, with a space between; both are without line breaks.
    """

    ids: list[str]
    records: list[bytes]
    spelt: list[bytes]
    keys: list[str]
    numbers: NDArray[np.uint32]
    packed: NDArray[np.uint64]


def render(entities: Sequence[Entity], tools: Tools, progress: Progress | None = None) -> Shard:
    """Run all channels over the entities."""
    pieces = Pieces(tools)
    known: dict[str, int] = {}
    numbers, packed = array("I"), array("Q")
    for ordinal, entity in enumerate(entities):
        for found, posting in rows(entity, ordinal, tools, pieces):
            numbers.append(known.setdefault(found, len(known)))
            packed.append(posting)
        if progress and ordinal % EVERY == 0:
            progress(ordinal, len(entities))
    records = list(map(_record, entities))
    return Shard(
        [entity.id for entity in entities],
        list(map(_line, records)),
        list(map(_spelt, records)),
        list(known),
        np.frombuffer(numbers, np.uint32) if numbers else np.zeros(0, np.uint32),
        np.frombuffer(packed, np.uint64) if packed else np.zeros(0, np.uint64),
    )


def save(shard: Shard, path: Path) -> None:
    """Write a shard to `path`, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    work = path.with_suffix(f".{os.getpid()}")
    with work.open("wb") as stream:
        np.savez(
            stream,
            ids=_bytes(json.dumps(shard.ids).encode()),
            records=_bytes(b"\n".join(shard.records)),
            spelt=_bytes(b"\n".join(shard.spelt)),
            keys=_bytes(json.dumps(shard.keys).encode()),
            numbers=shard.numbers,
            packed=shard.packed,
        )
    os.replace(work, path)


def load(path: Path) -> Shard:
    """Read what `save` wrote.

    Raises:
        OSError: there is no such file.
        ValueError: the file is no shard.
    """
    with np.load(path, allow_pickle=False) as data:
        ids = json.loads(data["ids"].tobytes())
        return Shard(
            ids,
            data["records"].tobytes().split(b"\n") if ids else [],
            data["spelt"].tobytes().split(b"\n") if ids else [],
            json.loads(data["keys"].tobytes()),
            data["numbers"],
            data["packed"],
        )


def _bytes(data: bytes) -> NDArray[np.uint8]:
    return np.frombuffer(data, np.uint8)


def _line(record: dict[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _spelt(record: dict[str, Any]) -> bytes:
    """The squashed names of an entity, and the readings of its Chinese forms."""
    names = spelt_names(record["kind"], record["name"], record.get("short", ""), record.get("also", ()))
    forms = (record["name"], record.get("short", ""), *names, *record["pinyin"][:2], *record["last"][:2])
    return " ".join(dict.fromkeys(filter(None, map(squash, forms)))).encode()


def _record(entity: Entity) -> dict[str, Any]:
    """The entity's record with the readings of its Chinese forms, for people to read."""
    record = entity.record()
    surname = has_chinese_surname(entity)
    record["pinyin"] = [toned(name_parts(form)[0], surname) for form in entity.zh]
    record["last"] = [
        toned(name_parts(form)[-1], surname) for form in entity.zh if "·" in form and entity.kind == "person"
    ]
    return record
