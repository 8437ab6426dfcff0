"""Reports of the pipeline's own results, from the command to the browser and back to the command."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import expect
from rich.console import Console

import reports.csv
from flows.cli import main
from flows.results import read_results
from normalizers.finding import Correction, Finding
from reports import docx, drawing, github, html, markdown, terminal
from reports import text as lines
from tests.conftest import ROOT, SHARED
from tests.reports.conftest import Opened, Opener
from tests.reports.test_docx import plain, texts
from tests.reports.test_html_page import HOSTILE
from tests.reports.test_schema import validator

SOURCES = {
    "example": (ROOT / "examples/article.txt", "2021-06-22"),
    "article": (SHARED / "seed/article.txt", "2020-10-20"),
}


@dataclass(frozen=True)
class Written:
    """What `zhengming correct` wrote of one document."""

    folder: Path
    correction: Correction

    @property
    def report(self) -> Path:
        return self.folder / "report.html"

    @property
    def results(self) -> Path:
        return self.folder / "results.jsonl"

    def applied(self, decisions: bytes, folder: Path) -> tuple[int, str]:
        """The exit code and the text of `zhengming apply` with these decisions."""
        path = folder / "decisions.json"
        path.write_bytes(decisions)
        code = main(["apply", str(self.results), str(path), "--out", str(folder / "final"), "--quiet"])
        (text,) = (folder / "final/corrected").iterdir()
        return code, text.read_bytes().decode("utf-8")


@pytest.fixture(scope="module", params=SOURCES)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The output for the example, and for the article where it is beside this checkout."""
    source, date = SOURCES[request.param]
    if not source.is_file():
        pytest.skip("../shared/seed/article.txt is not beside this checkout")
    return correct(source, tmp_path_factory.mktemp(request.param), "--date", date)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The output for the example."""
    source, date = SOURCES["example"]
    return correct(source, tmp_path_factory.mktemp("only"), "--date", date)


def correct(source: Path, folder: Path, *options: str) -> Written:
    assert main(["correct", str(source), *options, "--out", str(folder), "--quiet"]) == 0
    (correction,) = read_results(folder / "results.jsonl")
    return Written(folder, correction)


@pytest.fixture
def report(written: Written, opened: Opener) -> Iterator[Opened]:
    """The report in the browser, which must stay quiet."""
    shown = opened(written.report)
    yield shown
    assert shown.quiet, (shown.messages, shown.requests)


def decided(report: Opened) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(report.saved("#export"))["documents"][0]["decisions"]
    return made


def test_the_result_is_as_the_schema_says(written: Written) -> None:
    record = json.loads(written.results.read_bytes())
    validator("result.schema.json").validate(record)
    assert len(written.correction.findings) > 20


def test_what_was_decided_by_keys_is_what_is_applied(written: Written, report: Opened, tmp_path: Path) -> None:
    for at, _ in enumerate(written.correction.findings):
        report.keys("j") if at == 0 else None
        expect(report.page.locator("#panel .head")).to_contain_text(f"{at + 1} of ")
        report.keys("aru"[at % 3])
        if report.page.locator("#typed:focus").count():
            report.page.fill("#typed", f"typed {at}")
            report.keys("Enter")
            report.page.locator("h1").click()
        if f"{at + 1} of " in report.page.locator("#panel .head").inner_text():
            report.keys("j")
    made = decided(report)
    assert {each["decision"] for each in made} == {"accepted", "rejected", "unsure"}
    validator("decisions.schema.json").validate(json.loads(report.saved("#export")))
    shown = report.text()
    assert shown != written.correction.text
    assert written.applied(report.saved("#export"), tmp_path) == (0, shown)
    report.page.reload()
    assert decided(report) == made
    assert report.text() == shown


def commonest(correction: Correction) -> tuple[str, list[Finding]]:
    """The entity with most findings that share a form."""
    forms: dict[tuple[str, str], list[Finding]] = {}
    for finding in correction.findings:
        if finding.entity:
            forms.setdefault((finding.entity.id, finding.surface), []).append(finding)
    entity, _ = max(forms, key=lambda form: len(forms[form]))
    return entity, [finding for finding in correction.findings if finding.entity and finding.entity.id == entity]


def test_what_was_decided_for_an_entity_is_what_is_applied(written: Written, report: Opened, tmp_path: Path) -> None:
    entity, findings = commonest(written.correction)
    assert len(findings) > 1
    report.page.locator(".f", has=report.page.locator(f"del:text-is('{findings[0].surface}')")).first.click()
    report.keys("R")
    assert [(each["entity"]["id"], each["decision"]) for each in decided(report)] == [(entity, "rejected")] * len(
        findings
    )
    assert report.text().count(findings[0].surface) >= sum(each.surface == findings[0].surface for each in findings)
    scope = report.page.get_by_label(re.compile(rf"^“{re.escape(findings[0].surface)}”, \d+ times"))
    if scope.count():
        scope.check()
    report.page.fill("#typed", "Somebody <b>Else</b> İ🙂𠀀")
    report.page.get_by_role("button", name="Use").click()
    shown = report.text()
    assert "Somebody <b>Else</b> İ🙂𠀀" in shown
    assert written.applied(report.saved("#export"), tmp_path) == (0, shown)
    report.keys("z", "z")
    assert report.text() == written.correction.text


def test_decisions_on_a_text_that_has_changed_are_named(
    written: Written, report: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report.keys("j", "r", "r")
    source = tmp_path / f"{written.correction.document.id}.txt"
    source.write_text("One more sentence. " + written.correction.original, encoding="utf-8", newline="")
    later = correct(source, tmp_path / "later")
    capsys.readouterr()
    code, text = later.applied(report.saved("#export"), tmp_path)
    assert (code, text) == (1, later.correction.text)
    named = capsys.readouterr().err.splitlines()
    assert len(named) == 2
    assert all("the text is not the one that was reviewed" in line for line in named)
    assert written.correction.findings[0].surface.strip() in named[0]


def test_every_filter_shows_what_the_results_hold(written: Written, report: Opened) -> None:
    findings = written.correction.findings
    shown = report.page.locator(".f:not(.dim)")
    report.keys("f")
    for field, of in {
        "category": lambda f: f.rule.category,
        "severity": lambda f: f.rule.severity,
        "rule": lambda f: f.rule.code,
        "entity": lambda f: f.entity.id if f.entity else None,
    }.items():
        for value in {of(finding) for finding in findings} - {None}:
            report.page.select_option(f"[name={field}]", value)
            expect(shown).to_have_count(sum(of(finding) == value for finding in findings))
            expect(report.page).to_have_url(re.compile(f"{field}="))
        report.page.reload()
        expect(shown).not_to_have_count(len(findings)) if len({of(f) for f in findings}) > 1 else None
        report.page.get_by_role("button", name="Clear filters").click()
        expect(shown).to_have_count(len(findings))
    for action in ("applied", "suggested", "flagged"):
        report.page.click(f"[data-action={action}]")
        expect(shown).to_have_count(sum(finding.action == action for finding in findings))
        report.page.click(f"[data-action={action}]")
    report.page.locator("[name=min]").fill("90")
    expect(shown).to_have_count(sum((finding.confidence or 0) >= 0.9 for finding in findings))


def test_a_rule_leads_to_its_page(written: Written, report: Opened) -> None:
    report.keys("j")
    code = written.correction.findings[0].rule.code
    page = report.page.locator(f"#rule-{code}")
    expect(page).to_be_hidden()
    report.page.click(f"#panel a:text-is('{code}')")
    expect(page).to_be_visible()


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_views_show_the_two_texts(written: Written, report: Opened) -> None:
    report.page.check("#view-corrected", force=True)
    assert squeezed(report.main_text()) == squeezed(written.correction.text)
    report.page.check("#view-original", force=True)
    assert squeezed(report.main_text()) == squeezed(written.correction.original)
    report.page.check("#view-side", force=True)
    sides = ["".join(report.page.locator(f"#beside .{side}").all_inner_texts()) for side in ("was", "now")]
    assert squeezed(sides[0]) == squeezed(written.correction.original)
    assert re.sub(r"[\d\u2713\u2717]", "", squeezed(sides[1])) == re.sub(r"\d", "", squeezed(written.correction.text))


def test_all_is_there_without_scripts(written: Written, opened: Opener) -> None:
    report = opened(written.report, scripts=False)
    page, correction = report.page, written.correction
    drawn = [each for cluster in drawing.clusters(correction.original, correction.findings) for each in cluster.parts]
    assert page.locator("main .f").count() == len(correction.findings)
    assert sum(isinstance(each, Finding) for each in drawn) > 20
    shown = page.locator("#findings").inner_text()
    for finding in correction.findings:
        for item in finding.evidence:
            assert item.claim in shown
    assert page.locator(".card .reason:text-is('')").count() == 0
    assert page.locator(".js:visible").count() == 0
    page.check("#view-corrected", force=True)
    assert squeezed(report.main_text()) == squeezed(correction.text)
    assert set(report.requests) == {written.report.as_uri()}


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1280, False), (1920, True)])
def test_accessible(written: Written, opened: Opener, axe: str, width: int, dark: bool) -> None:
    report = opened(written.report, width=width, dark=dark)
    report.keys("j", "r", "a", "f")
    assert report.serious(axe) == []
    assert report.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("view", ["side", "corrected", "original"])
def test_every_view_is_accessible(example: Written, opened: Opener, axe: str, view: str) -> None:
    report = opened(example.report, width=390)
    report.keys("j", "r", "a")
    report.page.check(f"#view-{view}", force=True)
    assert report.serious(axe) == []
    assert report.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_size(written: Written) -> None:
    assert written.report.stat().st_size <= 3 * len(written.correction.original.encode()) + 250_000


def test_a_long_text_of_such_findings_keeps_the_size(written: Written) -> None:
    """Half a megabyte, with a finding for each 160 characters, as in the article."""
    whole = tiled(written.correction, 500_000, 160)
    assert len(html.render(whole).encode()) <= 3 * len(whole.original.encode()) + 250_000


def tiled(correction: Correction, size: int, apart: int = 1) -> Correction:
    """The document again and again on one line, with its findings in every copy, but one for `apart` characters."""
    piece = correction.original.replace("\n", " ")
    step = max(1, apart * len(correction.findings) // len(piece))
    kept = [f for f in correction.findings if "\n" not in f.surface and f.action == "applied"][::step]
    found, copies = [], size // len(piece) + 1
    for copy in range(copies):
        shift = copy * len(piece)
        found += [replace(f, id=f"{copy:05x}{f.id[:7]}", start=f.start + shift, end=f.end + shift) for f in kept]
    document = replace(correction.document, text=piece * copies)
    effects = {finding.id: finding.replacement or "" for finding in found}
    at, pieces = 0, []
    for finding in found:
        pieces += [document.text[at : finding.start], effects[finding.id]]
        at = finding.end
    return replace(correction, document=document, findings=tuple(found), text="".join([*pieces, document.text[at:]]))


@pytest.mark.slow
def test_a_line_of_ten_megabytes(example: Written, opened: Opener) -> None:
    whole = tiled(example.correction, 10_000_000, 20_000)
    report = opened(html.render(whole))
    assert len(whole.original.splitlines()) == 1
    report.keys("j", "r", "j", "j", "a")
    (first, second) = decided(report)
    assert whole.original[first["start"] : first["end"]] == first["surface"]
    assert (first["decision"], second["decision"]) == ("rejected", "accepted")
    made = whole.findings[0]
    assert report.text() == whole.original[: made.end] + whole.text[made.start + len(made.replacement or "") :]
    assert report.quiet, report.messages


def test_the_forms_that_the_command_writes(written: Written, tmp_path: Path, opened: Opener) -> None:
    forms = [word for form in ("html", "csv", "docx", "markdown") for word in ("--format", form)]
    assert main(["report", str(written.results), *forms, "--out", str(tmp_path), "--quiet"]) == 0
    name = written.correction.document.id
    assert (tmp_path / f"reports/{name}.html").read_bytes() == written.report.read_bytes()
    index = opened(tmp_path / "index.html")
    index.page.click(f"text={name}")
    expect(index.page.locator("#text")).to_be_visible()
    assert index.messages == []
    with (tmp_path / "findings.csv").open(encoding="utf-8-sig", newline="") as table:
        assert [row["id"] for row in csv.DictReader(table)] == [f.id for f in written.correction.findings]
    assert plain(texts((tmp_path / f"redlines/{name}.docx").read_bytes())[1]) == plain(written.correction.text)
    assert "**1** document, " in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_the_redline_holds_both_texts(written: Written) -> None:
    was, now = texts(docx.write(written.correction))
    assert plain(was) == plain(written.correction.original)
    assert plain(now) == plain(written.correction.text)


def test_the_other_shapes_name_every_finding(written: Written) -> None:
    correction = written.correction
    stream = io.StringIO(newline="")
    assert reports.csv.write([correction], stream) == len(correction.findings)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))
    assert [(row["id"], int(row["start"])) for row in rows] == [(f.id, f.start) for f in correction.findings]
    for made in (list(lines.lines(correction, "a.txt")), list(github.lines(correction, "a.txt"))):
        assert len(made) == len(correction.findings)
    body = correction.original.split("\n")
    for line, finding in zip(lines.lines(correction, "a.txt"), correction.findings, strict=True):
        _, row, column, _ = line.split(":", 3)
        assert body[int(row) - 1][int(column) - 1 :].startswith(finding.surface.split("\n")[0])
    shown = MarkdownIt("commonmark").enable("table").render(markdown.render([correction]))
    assert shown.count("<table>") == 4
    for width in (60, 80, 140):
        console = Console(width=width, file=io.StringIO(), color_system=None)
        console.print(terminal.table([correction]))
        output = console.file.getvalue()  # type: ignore[attr-defined]
        assert max(map(len, output.splitlines())) <= width
        assert correction.findings[0].surface in output


MORE_HOSTILE = {
    **HOSTILE,
    "title": "South Korean Foreign Minister Zheng Yirong spoke. javascript:alert(1)",
    "long line": "South Korean Foreign Minister Zheng Yirong spoke. " + "<b>" * 100_000,
    "nothing": " ",
}


def test_hostile_text_from_end_to_end(tmp_path: Path, opened: Opener) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out"
    records = [
        {"id": f"../{name}\u202e<i>", "title": f"javascript:{name}</title><script>\x00", "text": text, "source": '"]]>'}
        for name, text in MORE_HOSTILE.items()
        if name != "surrogate"  # which the reader refuses
    ]
    source.write_text("".join(json.dumps(record) + "\n" for record in records))
    assert main(["correct", str(source), "--date", "2021-06-22", "--out", str(out), "--quiet"]) == 0
    found = 0
    for correction in read_results(out / "results.jsonl"):
        validator("result.schema.json").validate(json.loads(json.dumps(correction.record())))
        for finding in correction.findings:
            assert correction.original[finding.start : finding.end] == finding.surface
            if finding.action == "applied":
                changed = correction.text[finding.corrected_start : finding.corrected_end]
                assert changed == finding.replacement
                found += 1
    assert found > len(records)
    index = opened(out / "index.html")
    links = [link.get_attribute("href") or "" for link in index.page.locator("#rows a").all()]
    assert len(links) == len(records)
    for link, correction in zip(links, read_results(out / "results.jsonl"), strict=True):
        index.page.goto((out / "index.html").as_uri())
        index.page.locator(f'#rows a[href="{link}"]').click()
        expect(index.page.locator("#text")).to_be_visible()
        assert index.text() == correction.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        assert index.page.locator("script").count() == 2
        assert index.page.locator("main :is(img, b, i, script)").count() == 0
    assert index.messages == []
    assert all(request.startswith(("file://", "blob:")) for request in index.requests)


def test_decisions_of_a_corpus_go_out_of_the_index(tmp_path: Path, opened: Opener) -> None:
    out = tmp_path / "out"
    assert main(["correct", str(ROOT / "examples/articles.jsonl"), "--out", str(out), "--quiet"]) == 0
    index = opened(out / "index.html")
    expect(index.page.locator("th[data-key=date]")).to_be_visible()
    for title, key in (("Envoys meet", "r"), ("A call from Tokyo", "r")):
        index.page.click(f"text={title}")
        expect(index.page.locator("h1")).to_have_text(title)
        index.keys("j", key)
        expect(index.page.locator("#progress")).to_contain_text("1 of")
        index.page.goto((out / "index.html").as_uri())
    expect(index.page.locator("#decided")).to_have_text("2 decisions")
    path = tmp_path / "decisions.json"
    path.write_bytes(index.saved("#export"))
    final = tmp_path / "final"
    assert main(["apply", str(out / "results.jsonl"), str(path), "--out", str(final), "--quiet"]) == 0
    assert "Zheng Yirong" in (final / "corrected/seoul.txt").read_text(encoding="utf-8")
    assert "Maomu Minchong" in (final / "corrected/tokyo.txt").read_text(encoding="utf-8")
    assert "Pham Minh Chinh" in (final / "corrected/hanoi.txt").read_text(encoding="utf-8")


def test_charts_over_dates_and_sources(tmp_path: Path, opened: Opener, axe: str) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out"
    text = "South Korean Foreign Minister Zheng Yirong spoke."
    records = [
        {"id": f"d{at}", "text": text, "date": f"2021-0{at % 3 + 3}-11", "outlet": ("North", "South")[at % 2]}
        for at in range(5)
    ]
    source.write_text("".join(json.dumps(record) + "\n" for record in records))
    assert main(["correct", str(source), "--out", str(out), "--quiet"]) == 0
    index = opened(out / "index.html", width=390)
    index.page.click("text=Numbers")
    numbers = index.page.locator(".lists dl div").all_inner_texts()
    assert [number.split() for number in numbers] == [["2021-03", "2"], ["2021-04", "2"], ["2021-05", "1"]]
    rows = index.page.locator(".chart", has_text="Findings by source").locator("tr").all_inner_texts()
    assert [row.split() for row in rows] == [["North", "3"], ["South", "2"]]
    index.page.fill("#query", "south")
    expect(index.page.locator("#rows tr")).to_have_count(2)
    assert index.serious(axe) == []
    assert index.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def learn(report: Opened, folder: Path, *options: str) -> Path:
    """The gazetteer that the command learns of the decisions in a report."""
    decisions, learnt = folder / "decisions.json", folder / "my.yaml"
    decisions.write_bytes(report.saved("#export"))
    assert main(["gazetteer", "learn", str(decisions), "--out", str(learnt), *options]) == 0
    return learnt


def test_what_was_rejected_again_and_again_is_never_touched(
    example: Written, tmp_path: Path, opened: Opener, capsys: pytest.CaptureFixture[str]
) -> None:
    source, date = SOURCES["example"]
    report = opened(example.report)
    report.page.locator(".f", has_text="Zheng Yirong").first.click()
    report.keys("R")
    learnt = learn(report, tmp_path)
    assert "person/chung-eui-yong: never touch 'Zheng Yirong'" in capsys.readouterr().out
    later = correct(source, tmp_path / "later", "--date", date, "--gazetteer", str(learnt))
    assert "Zheng Yirong" in {finding.surface for finding in example.correction.findings}
    assert "Zheng Yirong" not in {finding.surface for finding in later.correction.findings}
    assert "Wen Zaiyin" in {finding.surface for finding in later.correction.findings}


def test_what_was_typed_again_and_again_is_the_name_from_now_on(
    example: Written, tmp_path: Path, opened: Opener
) -> None:
    source, date = SOURCES["example"]
    report = opened(example.report)
    report.page.locator(".f", has_text="Zheng Yirong").first.click()
    report.page.get_by_label("“Zheng Yirong”, 2 times").check()
    report.page.fill("#typed", "Jeong Eui Yong")
    report.page.get_by_role("button", name="Use").click()
    later = correct(source, tmp_path / "later", "--date", date, "--gazetteer", str(learn(report, tmp_path)))
    assert later.correction.text.count("Jeong Eui Yong") == 2


LEARNT_OF_ONE = "Ambassador Bolu Weike opened the fair. Bolu Weike then flew home.\n"


def test_what_was_typed_for_what_is_unknown_is_changed(tmp_path: Path) -> None:
    source, learnt = tmp_path / "fair.txt", tmp_path / "my.yaml"
    source.write_text(LEARNT_OF_ONE, encoding="utf-8")
    decision = {"start": 11, "end": 21, "surface": "Bolu Weike", "decision": "accepted", "replacement": "Ivo Brandt"}
    made = [{**decision, "finding": f"{at:012x}", "rule": "ZM802", "action": "flagged"} for at in range(2)]
    document = {"id": "fair", "sha256": "0" * 64, "decisions": made}
    path = tmp_path / "decisions.json"
    path.write_text(json.dumps({"schema": "zhengming.decisions/1", "documents": [document]}), encoding="utf-8")
    assert main(["gazetteer", "learn", str(path), "--out", str(learnt), "--quiet"]) == 0
    later = correct(source, tmp_path / "later", "--gazetteer", str(learnt))
    assert {(f.surface, f.replacement) for f in later.correction.findings} == {("Bolu Weike", "Ivo Brandt")}
    assert later.correction.text.count("Ivo Brandt") == 2
