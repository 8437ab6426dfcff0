"""Right names that are only listed: what a text calls so is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer import Gazetteer, builtin
from gazetteer.listed import read_listed
from gazetteer.similarity import squash
from normalizers import Zhengming
from normalizers.page import Page
from normalizers.phrasing import is_listed, is_part_of_title
from tests.normalizers.runs import run_of

TABLE = builtin.DATA / "names_only.tsv"


def test_the_table_is_in_order_and_has_each_name_once() -> None:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert all(len(row) == 2 and row[1] == row[1].strip() for row in rows)
    assert rows == sorted(rows, key=lambda row: (row[0], row[1].casefold()))
    assert len({name.casefold() for _, name in rows}) == len(rows)


def test_nothing_is_listed_that_the_gazetteer_names() -> None:
    listed = read_listed(TABLE)
    named = {squash(form) for entity in builtin.entities() if entity.kind == "work" for form in entity.right}
    assert not named & listed["work"]


@pytest.mark.parametrize("row", ["work", "person\tSomebody", "work\t "])
def test_a_row_of_another_form_is_named(row: str, tmp_path: Path) -> None:
    path = tmp_path / "names_only.tsv"
    path.write_text(f"# names\nwork\tThe Thing\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"names_only.tsv, line 3"):
        read_listed(path)


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("They showed “The Quiet Man” at nine.", "The Quiet Man", True),
        ("They showed “The Quiet Man” at nine.", "Quiet Man", True),  # without its article
        ("They saw the quiet man at nine.", "quiet man", False),
        ("They saw The Quiet Man at nine.", "The Quiet Man", False),  # a title only between quotation marks
        ("Shares of Newmont Mining rose.", "Newmont Mining", True),
        ("There is newmont mining there.", "newmont mining", False),
    ],
)
def test_what_is_listed(text: str, surface: str, expected: bool, gazetteer: Gazetteer) -> None:
    page = Page(text, gazetteer)
    assert is_listed(page, *run_of(page, surface)) is expected


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("They showed “Pocketful of Miracles” at nine.", "Miracles", True),
        ("They showed “The Miracles,” he said.", "Miracles", False),  # all of it, but for the article
        ("They showed “Miracles” at nine.", "Miracles", False),
        ("He said “Miracles came to us by night” and left.", "Miracles", False),  # a sentence, and no title
    ],
)
def test_a_part_of_a_title(text: str, surface: str, expected: bool, gazetteer: Gazetteer) -> None:
    page = Page(text, gazetteer)
    assert is_part_of_title(page, *run_of(page, surface)) is expected


def test_a_listed_title_is_left(zm: Zhengming) -> None:
    text = "The film “The Quiet Man” was shown in Galway on Friday, and its director came."
    assert zm.correct(text, date="2015-05-01").text == text
