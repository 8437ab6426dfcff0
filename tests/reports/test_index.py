"""The index of a corpus, in a real browser."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from normalizers.finding import Correction
from reports import decisions, html, index
from tests.reports import examples
from tests.reports.conftest import Opener


def corpus(count: int) -> list[Correction]:
    text = "Xu Xun spoke. Pingchang waited."
    made = [
        examples.proposal(text, "Xu Xun", "Suh Hoon", entity=["person/suh-hoon", "Suh Hoon", "person"]),
        examples.proposal(text, "Pingchang", "Pyeongchang", 0.7, rule="place"),
    ]
    return [
        examples.correction(
            text + " x" * number,
            made if number % 3 else made[:1],
            id=f"doc {number}",
            title=f"Report {number} <b>\u202e",
            date=f"2020-{number % 12 + 1:02}-01",
            extra={"publisher": "North" if number % 2 else "South"},
        )
        for number in range(count)
    ]


def page_of(count: int) -> str:
    return index.render(corpus(count), lambda name: f"reports/{name.replace(' ', '%20')}.html")


def test_totals_and_lists(opened: Opener) -> None:
    report = opened(page_of(250))
    expect(report.page.locator("h1")).to_have_text("250 documents")
    expect(report.page.locator(".sum")).to_contain_text("250 applied")
    expect(report.page.locator(".sum")).to_contain_text("166 suggested")
    expect(report.page.locator(".lists")).to_contain_text("Xu Xun → Suh Hoon")
    expect(report.page.locator(".lists")).to_contain_text("North")
    expect(report.page.locator(".months rect")).to_have_count(12)
    report.page.click("text=Numbers")
    expect(report.page.locator(".lists dl")).to_contain_text("2020-12")
    expect(report.page.locator("footer")).to_contain_text(examples.SIGNATURE)
    assert report.quiet, report.messages


def test_paging_searching_and_sorting(opened: Opener) -> None:
    page = opened(page_of(250)).page
    expect(page.locator("#shown")).to_have_text("1 to 100 of 250")
    page.click("#next")
    expect(page.locator("#rows a").first).to_contain_text("Report 100")
    page.click("#next")
    expect(page.locator("#next")).to_be_disabled()
    expect(page.locator("#rows tr")).to_have_count(50)
    page.fill("#query", "report 24 NORTH")
    expect(page.locator("#shown")).to_have_text("1 to 5 of 5")
    page.fill("#query", "")
    page.get_by_role("button", name="Words").click()
    expect(page.locator("#rows a").first).to_contain_text("Report 249")
    expect(page.locator("th[data-key=words]")).to_have_attribute("aria-sort", "descending")
    page.get_by_role("button", name="Words").click()
    expect(page.locator("#rows a").first).to_contain_text("Report 0")
    assert page.locator("#rows a").first.get_attribute("href") == "reports/doc%200.html"


def test_open_decisions_are_those_not_taken_in_this_browser(opened: Opener) -> None:
    documents = corpus(5)
    report = opened(index.render(documents, lambda name: f"{quote(name)}.html"), name="index.html")
    report.page.check("#open")
    expect(report.page.locator("#rows tr")).to_have_count(3)
    expect(report.page.locator("#export")).to_be_disabled()
    (report.path.parent / documents[1].document.id).with_suffix(".html").write_text(html.render(documents[1]), "utf-8")
    report.page.click("text=Report 1")
    expect(report.page.locator("#text")).to_be_visible()
    report.keys("j", "a", "r")
    report.page.go_back()
    expect(report.page.locator("#decided")).to_have_text("2 decisions")
    report.page.uncheck("#open")
    report.page.check("#open")
    expect(report.page.locator("#rows tr")).to_have_count(2)
    (reviewed,) = decisions.parse(json.loads(report.saved("#export")))
    assert (reviewed.document, [d.verdict for d in reviewed.decisions]) == (
        documents[1].document.id,
        ["accepted", "rejected"],
    )
    assert decisions.apply(documents[1], [reviewed]).unfit == ()


def test_no_script_is_needed(opened: Opener) -> None:
    page = opened(page_of(250), scripts=False).page
    assert page.locator("#rows a").count() + page.locator("noscript a").count() == 250
    assert page.locator(".js:visible").count() == 0


def test_ten_thousand_documents_are_a_page_at_a_time(opened: Opener) -> None:
    report = opened(page_of(10_000))
    expect(report.page.locator("#rows tr")).to_have_count(100)
    assert report.page.evaluate("document.getElementsByTagName('*').length") < 3_000
    report.page.fill("#query", "report 9999")
    expect(report.page.locator("#rows tr")).to_have_count(1)
    assert report.quiet, report.messages


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_accessible(opened: Opener, axe: str, width: int, dark: bool) -> None:
    report = opened(page_of(150), width=width, dark=dark)
    assert report.serious(axe) == []
    assert report.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_at_all(opened: Opener) -> None:
    report = opened(index.render([], str))
    expect(report.page.locator("#shown")).to_have_text("none")
    assert report.quiet, report.messages


@pytest.mark.parametrize(
    ("dates", "columns"),
    [
        (["2020-01-31"], []),
        (["2020-11-02", "2021-02-01"], [("2020-11", 1), ("2020-12", 0), ("2021-01", 0), ("2021-02", 1)]),
        (["2010-05-02", "2012-02-01", "2014-09-09"], [("2010", 1), ("2011", 0), ("2012", 1), ("2013", 0), ("2014", 1)]),
        (["2020-01-01", "", "2020-02-01"], [("2020-01", 1), ("2020-02", 1)]),
    ],
)
def test_the_chart_over_dates_has_no_gaps(dates: list[str], columns: list[tuple[str, int]]) -> None:
    body = "Xu Xun spoke."
    made = [examples.proposal(body, "Xu Xun", "Suh Hoon")]
    written = index.render([examples.correction(body, made, id=day or "none", date=day or None) for day in dates], str)
    assert re.findall(r"<dt>([\d-]+)</dt><dd>(\d+)</dd>", written) == [(name, str(count)) for name, count in columns]


def test_columns_that_no_document_fills_are_left_out(opened: Opener) -> None:
    page = opened(index.render([examples.correction("All is well.")], str)).page
    assert page.locator("th").all_inner_texts() == ["Document", "Words", "Before", "After", "Applied", "Open"]
    expect(page.locator("#rows td")).to_have_count(6)
    expect(page.locator("h1")).to_have_text("1 document")
