"""What benchmarks are told on the command line."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--names", type=int, default=100_000, help="names that are imported (100,000)")
    parser.addoption("--largest", type=int, default=1_000_000, help="names of the largest index (1,000,000)")
    parser.addoption("--curve", default="", help="the SVG file to draw the curve of the look-up to")
    parser.addoption("--documents", type=int, default=400, help="documents of the corpus that is run (400)")
