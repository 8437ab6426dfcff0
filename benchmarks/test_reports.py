"""The report of a corpus of 10,000 documents, written and opened: `pytest benchmarks/test_reports.py`.

Prints seconds, and ratios within the run where there is something to compare with. None is asserted: the machine may be
busy.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from benchmarks.conftest import Tell
from flows.results import json_line, read_results, write_whole
from normalizers import Correction, load
from reports import html, index

DOCUMENTS = 10_000
REPORTS = 200
"""Reports of documents that are written for the time of one."""
CHROMIUM = "/usr/bin/chromium"
EXAMPLE = Path(__file__).parents[1] / "examples/article.txt"


@pytest.fixture(scope="module")
def example() -> Correction:
    """The pipeline's correction of the example."""
    text = EXAMPLE.read_text(encoding="utf-8")
    return load().correct(text, date="2021-06-22")


@pytest.fixture(scope="module")
def results(example: Correction, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A results.jsonl of 10,000 documents, each with the findings of the example, over four years and nine sources."""
    path = tmp_path_factory.mktemp("results") / "results.jsonl"
    with path.open("wb") as file:
        file.writelines(json_line(each.record()) for each in copies(example))
    return path


def copies(example: Correction) -> Iterator[Correction]:
    for at in range(DOCUMENTS):
        date = f"{2018 + at % 4}-{at % 12 + 1:02}-{at % 28 + 1:02}"
        document = replace(
            example.document, id=f"d{at}", title=f"Document {at}", date=date, extra={"source": f"paper {at % 9}"}
        )
        yield replace(example, document=document)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def parse(path: Path) -> None:
    with path.open("rb") as lines:
        for line in lines:
            json.loads(line)


def test_the_index(results: Path, tmp_path: Path, tell: Tell) -> None:
    """Targets: written in less than 60 s on two cores; first paint in less than 2 s."""
    page = tmp_path / "index.html"
    read = seconds(lambda: parse(results))
    took = seconds(lambda: write_whole(page, index.render(read_results(results), lambda name: f"reports/{name}.html")))
    tell(f"index of {DOCUMENTS:,} documents: {took:.1f} s, {took / read:.1f} times parsing their results as JSON")
    assert page.stat().st_size > DOCUMENTS
    if not Path(CHROMIUM).exists():
        pytest.skip(f"{CHROMIUM} is missing: the page was written, not opened")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        shown = browser.new_page()
        shown.goto(page.as_uri())
        shown.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
        painted = shown.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000")
        begun = time.perf_counter()
        shown.fill("#query", f"document {DOCUMENTS - 1}")
        shown.wait_for_function("document.querySelectorAll('#rows tr').length === 1")
        tell(f"first paint after {painted:.2f} s; a search answered after {time.perf_counter() - begun:.2f} s")
        browser.close()


def test_the_reports(example: Correction, tell: Tell) -> None:
    """Target: the reports of 10,000 documents of this length take less than 60 s on two cores, so 12 ms each."""
    html.render(example)
    took = seconds(lambda: [html.render(example) for _ in range(REPORTS)]) / REPORTS
    parsed = seconds(lambda: [Correction.from_record(example.record()) for _ in range(REPORTS)]) / REPORTS
    tell(f"a report of {example.score.words} words: {took * 1000:.1f} ms, {took / parsed:.0f} times reading its result")
    assert took > 0
