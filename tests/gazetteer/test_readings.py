"""Readings of characters: in names, and where a common word has another one."""

from __future__ import annotations

import pytest

from gazetteer.readings import syllables


@pytest.mark.parametrize(
    ("han", "surname", "read"),
    [
        ("什托勒", False, "shi tuo le"),
        ("阿卜勒", False, "a bu le"),
        ("都灵", False, "du ling"),
        ("什么", False, "shen me"),
        ("曾勒", True, "zeng le"),
        ("重庆", False, "chong qing"),
    ],
)
def test_the_likeliest_reading(han: str, surname: bool, read: str) -> None:
    assert [options[0] for options in syllables(han, surname)] == read.split()


def test_the_other_reading_stays_possible() -> None:
    assert "lei" in syllables("勒", False)[0]
