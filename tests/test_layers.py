"""The four layers: flows -> reports -> normalizers -> gazetteer, imports downwards only."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LAYERS = ("gazetteer", "normalizers", "reports", "flows")
OUTSIDE = frozenset(
    "aiohttp ftplib glob http httpx io os pathlib requests shutil socket sqlite3 ssl subprocess tempfile urllib".split()
)
"""Modules that reach files or the network."""
OWN_TABLES = "normalizers/tables.py"
"""The one module of the normalizers that reads: tables that are shipped within the package."""
FILE_CALLS = frozenset(("open", "read_text", "read_bytes", "write_text", "write_bytes"))


def faults(source: str, layer: str) -> Iterator[str]:
    """What a module of a layer imports or calls against the rules."""
    allowed = set(LAYERS[: LAYERS.index(layer) + 1])
    for node in ast.walk(ast.parse(source)):
        for name in imported(node):
            top = name.split(".")[0]
            if top in LAYERS and top not in allowed:
                yield f"imports {name}, a layer above"
            if top in ("prefect", "tests", "scripts") and (layer != "flows" or top != "prefect"):
                yield f"imports {name}"
            if layer == "normalizers" and top in OUTSIDE:
                yield f"imports {name}, which reaches outside"
        if layer == "normalizers" and isinstance(node, ast.Call) and called(node) in FILE_CALLS:
            yield f"calls {called(node)}"


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module or "."]
    if isinstance(node, ast.Call) and called(node) in ("import_module", "__import__") and node.args:
        first = node.args[0]
        return [str(first.value)] if isinstance(first, ast.Constant) else []
    return []


def called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Name):
        return node.func.id
    return node.func.attr if isinstance(node.func, ast.Attribute) else ""


@pytest.mark.parametrize("layer", LAYERS)
def test_imports_run_downwards(root: Path, layer: str) -> None:
    files = sorted((root / layer).rglob("*.py"))
    assert files
    found = {f"{path.relative_to(root)} {fault}" for path in files for fault in faults(path.read_text("utf-8"), layer)}
    assert found - {f"{OWN_TABLES} calls read_text"} == set()


@pytest.mark.parametrize(
    ("layer", "source", "expected"),
    [
        ("gazetteer", "from normalizers import load", 1),
        ("normalizers", "def f():\n    import reports.html", 1),
        ("reports", "import prefect.artifacts", 1),
        ("reports", "import importlib\nimportlib.import_module('flows.cli')", 1),
        ("normalizers", "from pathlib import Path\nPath('x').read_text()", 2),
        ("normalizers", "import urllib.request", 1),
        ("normalizers", "import regex\nfrom gazetteer import Gazetteer", 0),
        ("flows", "import prefect, reports, normalizers", 0),
        ("gazetteer", "from pathlib import Path\nPath('x').read_text()", 0),
    ],
)
def test_the_check_itself(layer: str, source: str, expected: int) -> None:
    assert len(list(faults(source, layer))) == expected


@pytest.mark.parametrize("module", ["flows.cli", "normalizers.components"])
def test_the_first_way_in_leaves_prefect_alone(module: str) -> None:
    code = f"import sys, {module}; print('prefect' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
