"""What the fit learns from a surface of a marked case."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.fit_judgement import Example, examples
from scripts.gold import read


@pytest.mark.parametrize(
    ("marked", "surface", "right"),
    [
        ("Two towns on the {Han Jiang=>Han River} in South Korea were flooded.", "Han Jiang", ["Han River"]),
        ("Dallas beat the Miami {Hot Fire=>Heat} in the finals on Sunday.", "Miami Hot Fire", ["Miami Heat"]),
        ("An {Fish Eagle=>Osprey} transport aircraft of the Marines landed.", "Fish Eagle transport aircraft", None),
        ("A Fish Eagle transport aircraft of the Marines landed.", "Fish Eagle transport aircraft", []),
    ],
    ids=["the name", "with words that are kept", "with words that are not", "nothing is marked"],
)
def test_what_a_surface_should_come_to(marked: str, surface: str, right: list[str] | None, tmp_path: Path) -> None:
    path = tmp_path / "cases.gold.txt"
    path.write_text(f"--- id: made-01 date: 2021-03-04\n{marked}\n", encoding="utf-8")
    found = [_right(example) for example in examples(read(path)) if example.surface == surface]
    assert found == ([] if right is None else [right])


def _right(example: Example) -> list[str]:
    return list(dict.fromkeys(example.wordings[number] for number in sorted(example.right)))
