"""Documentation that cannot fall behind: commands, rules, renderings, examples and generated files."""

from __future__ import annotations

import csv
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import typer

from flows.cli import app
from gazetteer.entity import KINDS
from gazetteer.renderings import CHANNELS
from normalizers.detectors import DETECTORS

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "gazetteer/data/*.md")
    for path in ROOT.glob(pattern)
    if path.name != "CHANGELOG.md"
)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
PYTHON = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^(?: {4}|\$ )?(?:.*uv run )?zhengming (.+)$", re.MULTILINE)


def commands(command: click.Command, name: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, with its name."""
    inner = getattr(command, "commands", None)
    if inner is None:
        yield name, command
        return
    for word, child in inner.items():
        yield from commands(child, f"{name} {word}".strip())


COMMANDS = dict(commands(typer.main.get_command(app)))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    silent = [parameter.name for parameter in command.params if not getattr(parameter, "help", None)]
    assert silent == []


def shown_commands() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for block in COMMAND.findall(page.read_text(encoding="utf-8")):
            yield str(page.relative_to(ROOT)), block


@pytest.mark.parametrize(("page", "line"), list(shown_commands()))
def test_commands_that_pages_show_exist(page: str, line: str) -> None:
    words = shlex.split(line, comments=True)
    name = max((name for name in COMMANDS if words[: len(name.split())] == name.split()), key=len, default="")
    assert name, f"{page}: there is no command `zhengming {line}`"
    known = {option for parameter in COMMANDS[name].params for option in parameter.opts} | {"--help", "-h"}
    options = {word.split("=")[0] for word in words if re.match(r"--?[a-z]", word)}
    assert options <= known, f"{page}: zhengming {line}"


def test_the_readme_shows_commands() -> None:
    assert sum(page == "README.md" for page, _ in shown_commands()) >= 5


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_shown_somewhere(name: str) -> None:
    assert any(f"zhengming {name}" in page.read_text(encoding="utf-8") for page in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    broken = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]
    assert broken == []


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.RULE.code)
def test_every_rule_is_documented(detector: object) -> None:
    rule = detector.RULE  # type: ignore[attr-defined]
    pages = [page for page in (ROOT / "docs/rules").glob("*.md") if page.name != "README.md"]
    assert any(rule.code in page.name and rule.name in page.read_text(encoding="utf-8") for page in pages)
    assert rule.code in (ROOT / "docs/rules/README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.RULE.code)
def test_the_docstring_of_a_rule_has_every_heading(detector: object) -> None:
    text = detector.__doc__ or ""
    headings = ("What it does", "Why it matters", "Example", "When it is wrong")
    assert [heading for heading in headings if f"\n{heading}\n" not in text] == []


def test_codes_and_names_of_rules_are_their_own() -> None:
    rules = [detector.RULE for detector in DETECTORS]
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules)
    assert all(re.fullmatch(r"ZM\d{3}", rule.code) and re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name) for rule in rules)


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.NAME)
def test_every_rendering_is_documented(channel: object) -> None:
    name = channel.NAME  # type: ignore[attr-defined]
    pages = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs/renderings").glob("*.md"))
    assert name in pages


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.NAME)
def test_bounds_and_costs_of_a_rendering_are_those_of_the_code(channel: object) -> None:
    page = (ROOT / "docs" / "renderings" / f"{channel.NAME}.md").read_text(encoding="utf-8")  # type: ignore[attr-defined]
    code = [(ROOT / path).read_text(encoding="utf-8") for path in re.findall(r"`(gazetteer/[\w/]+\.py)`", page)]
    said = re.findall(r"`([A-Z_]+)` = ([\d.]+\d|\d)", page)
    assert said or "Bounds and costs" not in page
    for name, value in said:
        assert any(_constant(text, name) == float(value) for text in code), f"{name} is not {value}"


def _constant(code: str, name: str) -> float | None:
    """The number that a module gives a name, alone or with others on one line."""
    for names, values in re.findall(r"(?m)^([A-Z_, ]+) = ([\d., ]+)$", code):
        found = dict(zip(names.split(", "), values.split(", "), strict=False))
        if name in found:
            return float(found[name])
    return None


def test_the_readme_speaks_of_every_family_of_rules() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [family for family in sorted({d.RULE.code[:3] for d in DETECTORS}) if f"| {family} " not in readme] == []


@pytest.mark.parametrize("page", ["README.md", "docs/gazetteer.md"])
def test_python_on_a_page_runs(page: str) -> None:
    blocks = PYTHON.findall((ROOT / page).read_text(encoding="utf-8"))
    assert blocks
    for block in blocks:
        done = subprocess.run([sys.executable, "-c", block], capture_output=True, text=True, cwd=ROOT)
        assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_generated_files_are_up_to_date(tmp_path: Path) -> None:
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if tracked.returncode != 0:
        pytest.skip("not a git checkout: there is nothing to compare generated files with")
    for name in filter(None, tracked.stdout.split("\0")):
        if (ROOT / name).is_file():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tmp_path / name)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    environment = {**os.environ, "PYTHON": sys.executable, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([str(tmp_path / "scripts/generate")], check=True, env=environment, cwd=tmp_path)
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    changed = [path for path in {*before, *after} if before.get(path) != after.get(path)]
    assert sorted(str(path.relative_to(tmp_path)) for path in changed) == []


def test_the_example_glossary_is_whole() -> None:
    with (ROOT / "examples/terms.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert len(rows) == 20
    assert all(row["name"] and row["zh"] and row["kind"] in KINDS and None not in row for row in rows)


def test_the_example_documents_have_an_id_a_date_and_text() -> None:
    lines = (ROOT / "examples/articles.jsonl").read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    assert len({document["id"] for document in documents}) == len(documents) > 1
    assert all(document["date"] and document["text"] for document in documents)
