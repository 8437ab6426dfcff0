"""The cache forgets what nobody uses, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gazetteer import cache

DAY = 24 * 3600.0
NOW = 1_000 * DAY


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.CACHE_VARIABLE, str(tmp_path))
    return tmp_path


def _index(folder: Path, name: str, days_ago: float) -> Path:
    index = folder / name
    index.mkdir()
    (index / "meta.json").write_text("{}", encoding="utf-8")
    os.utime(index, (NOW - days_ago * DAY,) * 2)
    return index


def test_old_ones_go_and_the_last_used_stay(folder: Path) -> None:
    indexes = [_index(folder, f"index-{days}", days) for days in (1, 40, 50, 60, 400)]
    gone = cache.forget(("index",), NOW)
    assert sorted(gone) == sorted(indexes[cache.KEPT :])
    assert [index.exists() for index in indexes] == [True, True, True, False, False]


def test_young_ones_stay_however_many(folder: Path) -> None:
    indexes = [_index(folder, f"index-{hours}", hours / 24) for hours in range(10)]
    assert cache.forget(("index",), NOW) == []
    assert all(index.exists() for index in indexes)


def test_other_sorts_and_files_of_others_stay(folder: Path) -> None:
    for number in range(5):
        _index(folder, f"layer-{number}", 100 + number)
    other = folder / "notes.txt"
    other.write_text("mine", encoding="utf-8")
    os.utime(other, (0, 0))
    assert cache.forget(("index",), NOW) == []
    assert other.exists()
    assert len(list(folder.glob("layer-*"))) == 5


def test_files_are_forgotten_like_folders(folder: Path) -> None:
    tries = [folder / f"lexicon-{number}.trie" for number in range(5)]
    for number, trie in enumerate(tries):
        trie.write_bytes(b"")
        os.utime(trie, (NOW - (100 + number) * DAY,) * 2)
    cache.forget(("lexicon",), NOW)
    assert [trie.exists() for trie in tries] == [True, True, True, False, False]


def test_use_makes_young(folder: Path) -> None:
    old = _index(folder, "index-old", 500)
    for number in range(4):
        _index(folder, f"index-{number}", 300 + number)
    cache.used(old)
    cache.forget(("index",), NOW)
    assert old.exists()
