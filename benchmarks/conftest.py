"""What benchmarks are told on the command line, and how they tell what they found."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

Tell = Callable[[object], None]
"""Prints a finding."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--names", type=int, default=100_000, help="names that are imported (100,000)")
    parser.addoption("--largest", type=int, default=1_000_000, help="names of the largest index (1,000,000)")
    parser.addoption("--curve", default="", help="the SVG file to draw the curve of the look-up to")
    parser.addoption("--documents", type=int, default=400, help="documents of the corpus that is run (400)")


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest) -> Tell:
    """Prints a finding with the name of its benchmark, whatever pytest captures."""

    def write(finding: object) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{request.node.name}: {finding}\n")

    return write
