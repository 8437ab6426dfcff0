"""The catalogue of rules and its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.detectors import DETECTORS
from normalizers.rules import HEADINGS, catalogue, explain
from scripts.rule_pages import main, outdated

PAGES = Path(__file__).parents[2] / "docs" / "rules"


def test_every_rule_has_a_page_with_every_part() -> None:
    found = catalogue()
    assert len({page.rule.code for page in found}) == len({page.rule.name for page in found}) == len(DETECTORS)
    assert all(page.parts[heading] for page in found for heading in HEADINGS)


def test_a_rule_is_found_by_code_and_by_name() -> None:
    assert explain("zm305") == explain("doubled-closing-quote")
    with pytest.raises(ValueError, match="no rule is called"):
        explain("ZM000")


def test_the_committed_pages_are_those_of_the_docstrings() -> None:
    assert outdated(PAGES) == []


def test_checking_finds_what_writing_mends(tmp_path: Path) -> None:
    assert main(["--check", str(tmp_path)]) == 1
    assert main([str(tmp_path)]) == 0
    (tmp_path / "ZM000.md").write_text("left over", encoding="utf-8")
    assert main(["--check", str(tmp_path)]) == 1
    assert main([str(tmp_path)]) == 0
    assert main(["--check", str(tmp_path)]) == 0
    assert main([]) == 2
