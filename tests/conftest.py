"""What tests of several layers share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from gazetteer import Gazetteer
from normalizers import Zhengming, load

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

# Every example takes the time that correcting a text takes; how long that is on a busy machine says nothing.
settings.register_profile("zhengming", deadline=None, max_examples=60)
settings.load_profile("zhengming")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="leave out the tests that are marked slow")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--quick"):
        for item in items:
            if "slow" in item.keywords:
                item.add_marker(pytest.mark.skip(reason="slow; left out with --quick"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The built-in gazetteer; its index is compiled on first use."""
    return Gazetteer.default()


@pytest.fixture(scope="session")
def zm(gazetteer: Gazetteer) -> Zhengming:
    """The corrector with its built-in settings."""
    return load(gazetteer)


@pytest.fixture(scope="session")
def shared_eval() -> Path:
    """The folder of the evaluation set beside the checkout; a test that needs it is skipped where it is not."""
    folder = SHARED / "eval"
    if not (folder / "score.py").is_file():
        pytest.skip("../shared/eval: the evaluation set is not beside this checkout")
    return folder
