"""Words of the field of what organisations are, and what they tell of a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer import builtin
from gazetteer.sorts import read_sorts, words_of_sort
from normalizers import Zhengming

SORTS = read_sorts(builtin.DATA / "sorts.tsv")


def test_the_table_is_plain() -> None:
    endings = [ending for sort in SORTS for ending in sort.names]
    assert len(set(endings)) == len(endings)
    for sort in SORTS:
        assert all(sign == sign.strip() for sign in sort.signs)
        assert len(sort.words) >= 5
        assert len(set(sort.words)) == len(sort.words)


def test_a_broken_row_is_named(tmp_path: Path) -> None:
    table = tmp_path / "sorts.tsv"
    table.write_text("# sorts\nferry line\t轮渡\tferries\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"sorts\.tsv, line 2: 3 cells where sort, endings, signs, words are due"):
        read_sorts(table)


@pytest.mark.parametrize(
    ("zh", "context", "said", "unsaid"),
    [
        (["国泰航空"], [], "passengers", "vaccine"),
        (["中央银行"], [], "monetary policy", "branches"),
        (["现代"], ["Ulsan", "carmaker"], "sedan", "passengers"),
        (["现代"], ["Ulsan", "Carmaker"], "sedan", "passengers"),
        (["现代"], ["Ulsan"], "", "sedan"),
        (["解放军报"], [], "editorial", "rebels"),
    ],
)
def test_a_body_has_the_words_of_its_sort(zh: list[str], context: list[str], said: str, unsaid: str) -> None:
    found = set(words_of_sort(zh, context, SORTS))
    assert unsaid not in found
    assert said in found if said else not found


def test_a_body_is_likelier_among_words_of_its_sort(zm: Zhengming) -> None:
    def believed(text: str) -> float:
        return max((finding.confidence or 0 for finding in zm.correct(text, date="2019-08-20").findings), default=0)

    among = "Guotai Airlines left the runway and its carrier licence at the airport."
    assert believed(among) > believed("Guotai Airlines left the ladders and its picture at the fair.")
