"""What benchmarks are told on the command line."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--documents", type=int, default=400, help="documents of the corpus that is run (400)")
