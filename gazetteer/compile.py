"""Entities -> an index: a folder of memory-mapped files that opens in milliseconds.

    keys.trie      every key, a static trie (marisa); a prefix marks the special ones
    first.bin      uint32 for each key id, and one more: where its postings begin
    postings.bin   uint64 for each posting, see `Posting`
    entities.jsonl one record a line, by ordinal
    lines.bin      uint64 for each ordinal, and one more: where its record begins
    meta.json      counts, and the hash of what the index was built from

The same entities give the same bytes.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import marisa_trie

from gazetteer.entity import Entity
from gazetteer.keys import LONGEST_KEY, key, words
from gazetteer.lexicon import Lexicon
from gazetteer.posting import (
    HOLDER,
    ID,
    OFFICE,
    SKELETON,
    Posting,
)
from gazetteer.readings import toned
from gazetteer.renderings import CHANNELS, RIGHT, Tools
from gazetteer.renderings.pinyin import has_chinese_surname, name_parts

FORMAT = 1
"""The version of these files; part of what an index is found by in the cache."""

Progress = Callable[[int, int], None]
"""Called with the entities done and all of them."""


def compile_index(entities: Sequence[Entity], to: Path, tools: Tools, progress: Progress | None = None) -> None:
    """Write the index of `entities` to the folder `to`, whole or not at all."""
    rows: list[tuple[str, int]] = []
    pieces = _Pieces(tools.lexicon)
    for ordinal, entity in enumerate(entities):
        rows.extend(_rows(entity, ordinal, tools, pieces))
        if progress and ordinal % 64 == 0:
            progress(ordinal, len(entities))
    to.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(dir=to.parent, prefix=f".{to.name}-"))
    try:
        _write(work, entities, rows)
        _publish(work, to)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    if progress:
        progress(len(entities), len(entities))


def _publish(work: Path, to: Path) -> None:
    """Rename the finished folder into place; where another process was first, its folder serves as well."""
    try:
        os.replace(work, to)
    except OSError:
        if not (to / "meta.json").exists():
            raise


class _Pieces:
    """The keys of pieces of renderings, and how odd they are in English, kept: most pieces come back thousands of times."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.key = lru_cache(maxsize=1 << 18)(lambda piece: key(piece, lexicon))
        self.oddness = lru_cache(maxsize=1 << 18)(lambda piece: oddness(piece, lexicon))


def _rows(entity: Entity, ordinal: int, tools: Tools, pieces: _Pieces) -> Iterator[tuple[str, int]]:
    """The keys of one entity with their packed postings, one posting for a key."""
    yield ID + entity.id, Posting(ordinal, RIGHT).pack()
    if entity.kind == "office":
        for country in entity.country or ("",):
            yield OFFICE + country, Posting(ordinal, RIGHT).pack()
    for office in sorted({tenure.office for tenure in entity.held}):
        yield HOLDER + office, Posting(ordinal, RIGHT).pack()
    right = {found for form in entity.right if (found := key(form, tools.lexicon))}
    for found in sorted(right):
        yield found, Posting(ordinal, RIGHT, weak=entity.weak).pack()
    best: dict[str, Posting] = {}
    for number, channel in enumerate(CHANNELS, 1):
        skeletons = getattr(channel, "SKELETON", False)
        for parts, cost, written in channel.render(entity, tools):
            found = SKELETON + parts[0] if skeletons else "".join(map(pieces.key, parts))
            if not found or found in right or len(found) > LONGEST_KEY:
                continue
            if found not in best or cost < best[found].cost:
                odd = min(15.0, sum(map(pieces.oddness, parts)))
                best[found] = Posting(ordinal, number, cost, min(written, 15), odd, entity.weak)
    for found, posting in sorted(best.items()):
        yield found, posting.pack()


def oddness(form: str, lexicon: Lexicon) -> float:
    """How unlikely `form` is to be met by chance in English (0 ordinary to 15), by the frequencies of its words.

    The sum over its words of how far each lies below the commonest words of English, in powers of ten (Zipf frequency 7).
    """
    return min(15.0, sum(7.0 - lexicon.zipf(word.text.lower()) for word in words(form)))


def _write(folder: Path, entities: Sequence[Entity], rows: list[tuple[str, int]]) -> None:
    trie = marisa_trie.Trie(sorted({found for found, _ in rows}))
    numbered = sorted({(trie[found], packed) for found, packed in rows})
    first, postings = array("I", [0]) * (len(trie) + 1), array("Q")
    for number, packed in numbered:
        first[number + 1] += 1
        postings.append(packed)
    for at in range(1, len(first)):
        first[at] += first[at - 1]
    trie.save(str(folder / "keys.trie"))
    (folder / "first.bin").write_bytes(first.tobytes())
    (folder / "postings.bin").write_bytes(postings.tobytes())
    lines = _write_records(folder / "entities.jsonl", entities)
    (folder / "lines.bin").write_bytes(lines.tobytes())
    meta = {"format": FORMAT, "entities": len(entities), "keys": len(trie), "postings": len(postings)}
    (folder / "meta.json").write_text(json.dumps(meta, sort_keys=True) + "\n", encoding="utf-8")


def _write_records(path: Path, entities: Iterable[Entity]) -> array[int]:
    lines = array("Q", [0])
    with path.open("wb") as stream:
        for entity in entities:
            data = json.dumps(_record(entity), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
            lines.append(lines[-1] + stream.write(data.encode() + b"\n"))
    return lines


def _record(entity: Entity) -> dict[str, Any]:
    """The entity's record with the readings of its Chinese forms, for people to read."""
    record = entity.record()
    surname = has_chinese_surname(entity)
    record["pinyin"] = [toned(name_parts(form)[0], surname) for form in entity.zh]
    record["last"] = [toned(name_parts(form)[-1], surname) for form in entity.zh if "·" in form]
    return record
