"""The index: the same bytes however its shards are cut, and whole folders only."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer import builtin
from gazetteer.compile import compile_index, write_index
from gazetteer.entity import Entity
from gazetteer.index import Index
from gazetteer.shards import load, render, save

ENTITIES = [
    Entity("person/a", "person", "Suh Hoon", short="Suh", origin="ko", country=("KR",), written={"zh": ("徐薰",)}),
    Entity("place/b", "place", "Daegu", country=("KR",), written={"zh": ("大邱",)}),
    Entity("place/c", "place", "Pingchang", origin="zh", country=("CN",), written={"zh": ("平昌",)}, weak=True),
    Entity("term/d", "term", "maximum pressure", written={"zh": ("极限施压",)}),
]


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("cut", [0, 1, 2, 3])
def test_the_cut_of_shards_does_not_show(cut: int, tmp_path: Path) -> None:
    tools = builtin.tools()
    compile_index(ENTITIES, tmp_path / "whole", tools)
    shards = [render(ENTITIES[cut:], tools), render(ENTITIES[:cut], tools)]
    write_index(shards, tmp_path / "cut")
    assert _bytes(tmp_path / "whole") == _bytes(tmp_path / "cut")


def test_a_saved_shard_is_the_same(tmp_path: Path) -> None:
    tools = builtin.tools()
    shard = render(ENTITIES, tools)
    save(shard, tmp_path / "one.npz")
    write_index([shard], tmp_path / "a")
    write_index([load(tmp_path / "one.npz")], tmp_path / "b")
    assert _bytes(tmp_path / "a") == _bytes(tmp_path / "b")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_what_is_left_out_leaves_no_trace(tmp_path: Path) -> None:
    tools = builtin.tools()
    write_index([render(ENTITIES, tools)], tmp_path / "less", left_out={"term/d"})
    compile_index(ENTITIES[:3], tmp_path / "plain", tools)
    assert _bytes(tmp_path / "less") == _bytes(tmp_path / "plain")


def test_the_earlier_of_two_shards_wins(tmp_path: Path) -> None:
    tools = builtin.tools()
    other = [Entity("place/b", "place", "Elsewhere", written={"zh": ("别处",)})]
    write_index([render(ENTITIES, tools), render(other, tools)], tmp_path / "index")
    index = Index(tmp_path / "index")
    assert len(index) == len(ENTITIES)
    assert not index.get("elsewhere")
    ordinal = index.ordinal("place/b")
    assert ordinal is not None and index.entity(ordinal).name == "Daegu"


def test_word_lists_go_through_the_cheap_channels_only(tmp_path: Path) -> None:
    compile_index(ENTITIES, tmp_path / "index", builtin.tools())
    index = Index(tmp_path / "index")
    weak = index.ordinal("place/c")
    found = [index.get(key) for key in index.keys_with("")]
    assert {posting.channel for postings in found for posting in postings if posting.ordinal == weak} == {0}
    assert {posting.weak for posting in index.get("pingchang") if posting.ordinal == weak} == {True}


def test_an_empty_index_opens(tmp_path: Path) -> None:
    compile_index([], tmp_path / "index", builtin.tools())
    assert len(Index(tmp_path / "index")) == 0


def test_progress_ends_with_all(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    compile_index(
        ENTITIES, tmp_path / "index", builtin.tools(), lambda done, everything: seen.append((done, everything))
    )
    assert seen[-1] == (len(ENTITIES), len(ENTITIES))
    assert seen == sorted(seen)
