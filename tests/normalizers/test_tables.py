"""The tables of the detectors, and the hash that says which code and tables found something."""

from __future__ import annotations

from pathlib import Path

import pytest

import normalizers
from normalizers import tables


def test_every_file_of_the_package_decides_what_is_found() -> None:
    package = Path(normalizers.__file__).parent
    paths = [path for path in package.rglob("*") if path.suffix in (".py", ".tsv")]
    assert any(path.parent.name == "surfaces" for path in paths)
    assert sorted(tables.own_sources()) == sorted(path.read_text(encoding="utf-8") for path in paths)


def test_a_row_of_another_length_is_named() -> None:
    assert tables.rows("# a\tb\none\ttwo\n\n") == (("one", "two"),)
    with pytest.raises(ValueError, match="short, line 2: 1 fields where 2 are due"):
        tables.rows("one\ttwo\nthree\n", "short")
