from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from flows.cli import main
from normalizers import Correction

TEXT = "Xu Xun, head of the South Korean national security office, left for Washington.\r\nNothing else.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_one_text_gives_results_a_text_and_a_report(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["correct", str(article), "--date", "2020-10-20", "--out", str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["corrected", "report.html", "results.jsonl"]
    [line] = (out / "results.jsonl").read_text(encoding="utf-8").splitlines()
    result = Correction.from_record(json.loads(line))
    assert result.original == TEXT
    assert (out / "corrected/article.txt").read_bytes().decode() == result.text
    assert capsys.readouterr().out.splitlines()[-1] == f"Report: {out}/report.html"


def test_several_texts_have_an_index_and_a_report_each(tmp_path: Path) -> None:
    path, out = tmp_path / "in.jsonl", tmp_path / "out"
    ids = ["a", "../../x", "b c"]
    path.write_text("".join(json.dumps({"id": each, "text": TEXT}) + "\n" for each in ids))
    assert main(["correct", str(path), "--out", str(out), "--quiet"]) == 0
    assert {path.name for path in (out / "reports").iterdir()} == {"a.html", "%2E.%2F..%2Fx.html", "b c.html"}
    assert (out / "index.html").exists()
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", "out"}


def test_quiet_prints_nothing(article: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["correct", str(article), "--out", str(tmp_path / "out"), "--quiet"]) == 0
    assert capfd.readouterr().out == ""


def test_standard_input_goes_to_standard_output(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    given, taken = io.TextIOWrapper(io.BytesIO(TEXT.encode())), io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdin", given)
    monkeypatch.setattr(sys, "stdout", taken)
    assert main(["correct", "-"]) == 0
    written = taken.buffer.getvalue()  # type: ignore[attr-defined]
    assert written.endswith(b"left for Washington.\r\nNothing else.\n")
    assert list(tmp_path.iterdir()) == []


UNUSABLE = {
    "no input": ["correct"],
    "no such file": ["correct", "none.txt"],
    "no such option": ["correct", "article.txt", "--frobnicate"],
    "bad date": ["correct", "article.txt", "--date", "2020-02-30"],
    "no date": ["correct", "article.txt", "--date", "yesterday"],
    "threshold above 1": ["correct", "article.txt", "--apply-above", "1.5"],
    "thresholds in the wrong order": ["correct", "article.txt", "--apply-above", "0.4", "--suggest-above", "0.6"],
    "no such rule": ["correct", "article.txt", "--select", "ZM999"],
    "out is a file": ["correct", "article.txt", "--out", "article.txt"],
    "out below a file": ["correct", "article.txt", "--out", "article.txt/out"],
    "out cannot be written": ["correct", "article.txt", "--out", "/proc/zhengming"],
    "no such gazetteer": ["correct", "article.txt", "--gazetteer", "none.csv"],
    "no such source": ["correct", "article.txt", "--source", "none.zh.txt"],
    "check of nothing": ["check", "none.txt"],
    "no results": ["apply", "none.jsonl", "none.json", "--out", "out"],
    "no such rule to explain": ["rules", "ZM999"],
    "bad date to explain": ["gazetteer", "explain", "Xu Xun", "--date", "x"],
}


@pytest.mark.parametrize("arguments", UNUSABLE.values(), ids=UNUSABLE)
def test_what_cannot_be_used_ends_in_one_line_and_2(
    arguments: list[str],
    article: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    captured = capsys.readouterr()
    lines = captured.err.splitlines()
    assert lines[-1].startswith("zhengming: ")
    assert len([line for line in lines if line.startswith("zhengming: ")]) == 1
    assert captured.out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["article.txt"]
    assert article.read_bytes() == TEXT.encode()


def test_a_bad_line_late_in_the_input_leaves_earlier_results_as_they_were(tmp_path: Path) -> None:
    path, out = tmp_path / "in.jsonl", tmp_path / "out"
    path.write_text('{"id": "a", "text": "One."}\n')
    assert main(["correct", str(path), "--out", str(out), "--quiet"]) == 0
    before = {file: file.read_bytes() for file in out.rglob("*") if file.is_file()}
    path.write_text('{"id": "a", "text": "Two."}\nnonsense\n')
    assert main(["correct", str(path), "--out", str(out), "--quiet"]) == 2
    assert {file: file.read_bytes() for file in out.rglob("*") if file.is_file()} == before


def test_check_ends_with_1_where_it_finds(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(article), "--date", "2020-10-20"]) == 1
    assert "Suh Hoon" in capsys.readouterr().out
    assert main(["check", str(article), "--date", "2020-10-20", "--fail-on", "critical"]) == 0
    clean = tmp_path / "clean.txt"
    clean.write_text("A quiet afternoon in the harbour; the ferries ran on time.\n")
    assert main(["check", str(clean)]) == 0


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_check_prints_findings_and_writes_nothing(
    form: str, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(article), "--date", "2020-10-20", "--format", form])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 1
    assert all(line.startswith({"text": str(article), "json": "{", "github": "::"}[form]) for line in lines)
    assert list(tmp_path.iterdir()) == [article]


def test_thresholds_and_rules_decide(article: Path, tmp_path: Path) -> None:
    main(["correct", str(article), "--date", "2020-10-20", "--ignore", "ZM1", "--out", str(tmp_path / "none"), "-q"])
    assert "Xu Xun" in (tmp_path / "none/corrected/article.txt").read_text()
    main(["correct", str(article), "--date", "2020-10-20", "--select", "ZM101", "--out", str(tmp_path / "one"), "-q"])
    assert "Suh Hoon" in (tmp_path / "one/corrected/article.txt").read_text()


def test_nothing_but_the_flows_imports_prefect() -> None:
    code = (
        "import sys; from flows.cli import main; main(['rules']);"
        "sys.exit(any(name.split('.')[0] == 'prefect' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=False).returncode == 0


def test_a_gazetteer_that_is_not_there_is_named_before_an_index_is_built(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ZHENGMING_CACHE", str(tmp_path / "cache"))
    assert main(["correct", str(article), "--gazetteer", "none.csv", "--out", str(tmp_path / "out")]) == 2
    assert "none.csv: there is no such file" in capsys.readouterr().err
    assert not list(tmp_path.glob("cache/index-*"))
