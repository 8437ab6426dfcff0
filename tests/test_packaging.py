"""What a distribution of this project holds and says of itself."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import entry_points, metadata
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("flows", "gazetteer", "normalizers", "reports")


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_package_goes_into_the_wheel(project: dict[str, Any]) -> None:
    assert sorted(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == sorted(PACKAGES)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_says_that_it_is_typed(package: str) -> None:
    assert (ROOT / package / "py.typed").is_file()


def test_what_is_installed_is_this_project(project: dict[str, Any]) -> None:
    installed = metadata("zhengming")
    assert installed["Version"] == project["project"]["version"]
    assert f"## {installed['Version']} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_entry_points_can_be_loaded(project: dict[str, Any]) -> None:
    written = project["project"]["entry-points"]["spacy_factories"]
    points = [point for point in entry_points(group="spacy_factories") if point.name in written]
    assert len(points) == len(written)
    assert all(callable(point.load()) for point in points)
    (command,) = entry_points(group="console_scripts", name="zhengming")
    assert callable(command.load())


def test_every_dependency_has_a_bound(project: dict[str, Any]) -> None:
    assert [name for name in project["project"]["dependencies"] if not re.search(r"[<>=~]", name)] == []


def test_every_dependency_is_locked(project: dict[str, Any]) -> None:
    locked = {package["name"] for package in tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]}
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = [re.split(r"[^\w.-]", requirement)[0].lower() for requirement in wanted]
    assert [name for name in names if name not in locked] == []


def test_the_hook_calls_a_command_that_exists() -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert re.search(r"^  entry: zhengming check$", hook, re.MULTILINE)
