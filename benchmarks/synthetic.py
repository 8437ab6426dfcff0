"""Indexes of made-up names, written directly: rendering a million names takes minutes, ten millions an hour.

A name is six syllables, spelt in one way by the English press and in another by its pinyin. An index holds for each its
right name, its pinyin, its consonant skeleton and its id, as a compiled one would; with `names_only` its right name
alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import marisa_trie
import numpy as np

from gazetteer.compile import CACHE, TRIES
from gazetteer.posting import ID, SKELETON, Posting
from gazetteer.renderings import CHANNELS
from gazetteer.renderings.sound import skeleton

HAN = "阿巴克达伊法加哈卡拉马纳奥帕拉萨塔瓦亚泽"
READ = "a ba ke da yi fa jia ha ka la ma na ao pa ra sa ta wa ya ze".split()
SPELT = "ah bar ck dar ee far gar har car lar mar nar au par rar sar tar var yar zer".split()
SYLLABLES = 6
MOST = len(READ) ** SYLLABLES
SCATTER = 48_271
"""Coprime to the number of names: counting in steps of it meets each name once."""
CHANNEL = {channel.NAME: number for number, channel in enumerate(CHANNELS, 1)}


def picks(number: int) -> list[int]:
    """The syllables of one name."""
    rest, found = number * SCATTER % MOST, []
    for _ in range(SYLLABLES):
        rest, pick = divmod(rest, len(READ))
        found.append(pick)
    return found


def right(number: int) -> str:
    """The key of the right name."""
    return "".join(SPELT[pick] for pick in picks(number))


def read(number: int) -> str:
    """The key of the pinyin."""
    return "".join(READ[pick] for pick in picks(number))


def write(folder: Path, count: int, names_only: bool = False) -> None:
    """Write an index of so many names to `folder`."""
    folder.mkdir(parents=True)
    kinds = KINDS[:1] if names_only else KINDS
    keys = chain.from_iterable(map(key_of, range(count)) for key_of, _ in kinds)
    trie = marisa_trie.Trie(keys, num_tries=TRIES, cache_size=CACHE)
    trie.save(str(folder / "keys.trie"))
    numbers = np.concatenate(
        [np.fromiter((trie[key_of(number)] for number in range(count)), np.uint32, count) for key_of, _ in kinds]
    )
    ordinals = np.arange(count, dtype=np.uint64) << np.uint64(32)
    postings = np.concatenate([ordinals | np.uint64(Posting(0, channel).pack()) for _, channel in kinds])
    postings = postings[np.lexsort((postings, numbers))]
    first = np.zeros(len(trie) + 1, np.uint32)
    np.cumsum(np.bincount(numbers, minlength=len(trie)), out=first[1:])
    (folder / "first.bin").write_bytes(first.tobytes())
    (folder / "postings.bin").write_bytes(postings.tobytes())
    _write_lines(map(_record, range(count)), folder / "entities.jsonl", folder / "lines.bin")
    _write_lines((right(number).encode() for number in range(count)), folder / "spelt.txt", folder / "spelt.bin")
    (folder / "meta.json").write_text(json.dumps({"entities": count, "keys": len(trie)}) + "\n", encoding="utf-8")


KINDS = (
    (right, 0),
    (read, CHANNEL["pinyin"]),
    (lambda number: SKELETON + skeleton(right(number)), CHANNEL["sound"]),
    (lambda number: f"{ID}place/synthetic-{number}", 0),
)
"""Key and channel of each of a name's postings."""


def _record(number: int) -> bytes:
    name = right(number).capitalize()
    written = "".join(HAN[pick] for pick in picks(number))
    record = {"id": f"place/synthetic-{number}", "kind": "place", "name": name, "written": {"zh": [written]}}
    return json.dumps(record | {"weak": True}, ensure_ascii=False).encode()


def _write_lines(lines: Iterable[bytes], to: Path, starts: Path) -> None:
    with to.open("wb") as stream:
        lengths = np.fromiter((stream.write(line + b"\n") for line in lines), np.uint64)
    starts.write_bytes(np.concatenate([np.zeros(1, np.uint64), np.cumsum(lengths)]).tobytes())
