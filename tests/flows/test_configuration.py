"""`zhengming.toml`: found, read, overruled, and refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows import configuration
from flows.cli import main
from flows.errors import UsageError
from flows.settings import Settings

TEXT = """
gazetteer = ["terms.csv"]
apply-above = 0.95
ignore = ["ZM3"]

[style]
"Kim Jong-un" = []
"""


def test_the_nearest_file_above_counts(tmp_path: Path) -> None:
    (tmp_path / configuration.NAME).write_text(TEXT, encoding="utf-8")
    below = tmp_path / "desk" / "asia"
    below.mkdir(parents=True)
    assert configuration.find(below) == tmp_path / configuration.NAME


def test_a_file_says_settings_with_paths_from_its_folder(tmp_path: Path) -> None:
    path = tmp_path / configuration.NAME
    path.write_text(TEXT, encoding="utf-8")
    expected = Settings((str(tmp_path / "terms.csv"),), 0.95, None, (), ("ZM3",), (("Kim Jong-un", ()),))
    assert configuration.read(path) == expected


def test_options_win_over_the_file() -> None:
    configured = Settings(("a.csv",), 0.95, 0.6, ("ZM1",), (), (("Kim Jong-un", ()),))
    given = Settings(("b.csv",), 0.9, None, (), ("ZM305",))
    expected = Settings(("a.csv", "b.csv"), 0.9, 0.6, ("ZM1",), ("ZM305",), (("Kim Jong-un", ()),))
    assert configuration.merged(given, configured) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("apply_abov = 0.9", "there is no setting 'apply_abov'; the settings are gazetteer, apply-above"),
        ('apply-above = "much"', "apply-above: Input should be a valid number"),
        ("select = [", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_reason(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / configuration.NAME
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=message) as caught:
        configuration.read(path)
    assert str(path) in str(caught.value)


def test_the_command_line_takes_a_style_from_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "house.toml"
    path.write_text('[style]\n"Kim Jong-un" = []\n', encoding="utf-8")
    article = tmp_path / "article.txt"
    article.write_text("Kim Jong Un spoke in Pyongyang.", encoding="utf-8")
    assert main(["correct", str(article), "--config", str(path), "--out", str(tmp_path / "out"), "--quiet"]) == 0
    corrected = (tmp_path / "out" / "corrected" / "article.txt").read_text(encoding="utf-8")
    assert corrected == "Kim Jong-un spoke in Pyongyang."
