"""The reliability of the judgement as table and curve."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from flows.cli import main
from gazetteer.builtin import DATA
from gazetteer.calibration import ReliabilityBin, read_reliability
from reports.reliability import markdown, summary, svg, text

BINS = (ReliabilityBin(0.5, 0.7, 4, 0.61, 0.5), ReliabilityBin(0.9, 1.0, 20, 0.97, 0.95))


def test_the_summary_counts_what_would_be_changed() -> None:
    assert summary(BINS) == "At 0.90 and above: 19 of 20 came to the right entity (95.0%)."
    assert summary(BINS[:1]) == "At 0.90 and above: 0 of 0 came to the right entity."


def test_every_bin_stands_in_every_shape() -> None:
    tables = {"held_out": BINS}
    assert "0.50 – 0.70" in text(tables) and "| 0.90 – 1.00 | 20 | 0.970 | 0.950 |" in markdown(tables)
    root = ElementTree.fromstring(svg(tables))
    assert len(root.findall("{http://www.w3.org/2000/svg}circle")) == len(BINS)


def test_of_what_is_changed_nine_in_ten_are_right() -> None:
    """It holds on cases that the fit did not see."""
    made = [row for row in read_reliability(DATA / "judgement.json")["held_out"] if row.low >= 0.9]
    surfaces = sum(row.surfaces for row in made)
    assert surfaces >= 100
    assert sum(row.right * row.surfaces for row in made) / surfaces >= 0.9


def test_the_command_prints_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reliability"]) == 0
    assert "Cases that the fit never saw" in capsys.readouterr().out
