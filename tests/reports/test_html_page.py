"""The report as a page: without scripts, on every screen, for every reader, with hostile text."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import expect

from normalizers.finding import Correction
from normalizers.proposal import Proposal
from reports import html
from tests.reports import examples
from tests.reports.conftest import Opener

HOSTILE = {
    "script": "Before <script>alert(1)</script><img src=x onerror=alert(1)> Xu Xun after & &amp; done",
    "end of data": '"]]> </script><!-- <script> Xu Xun said --> \\u003c',
    "template": "{{ 7 * 7 }} {% raw %} Xu Xun ${x}",
    "override": "A \u202egnirts\u202c Xu Xun \u2067x\u2069 \u200f",
    "controls": "Nul \x00 bell \x07 escape \x1b[31m Xu Xun \x7f\x85\ufeff",
    "emoji": "🙂👩‍👩‍👧 Xu Xun 𠀀𪛖 said İstanbul ǆ ﬁ",
    "surrogate": "Half \ud83d Xu Xun",
    "carriage returns": "One\r\nXu Xun\rtwo\n\r\n",
    "leading breaks": "\n\n  Xu Xun\n",
    "tabs": "\tXu Xun\t\t  spaces   kept",
    "other lines": "One\u2028Xu Xun\u2029two\x0b\x0c",
}


def hostile(name: str) -> Correction:
    text = HOSTILE[name]
    made = examples.proposal(
        text,
        "Xu Xun",
        f"Suh <i>Hoon</i>\u202e{name}",
        entity=["person/<x>", "<b>Suh</b> \u202eHoon", "person"],
        evidence=[("徐薰 <script>alert(2)</script>", 1.0)],
        alternatives=[("</script>", 0.01)],
    )
    return examples.correction(text, [made], id="../<id>\x00", title="javascript:alert(1) <title>\u202e")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_shown_as_text(opened: Opener, name: str) -> None:
    correction = hostile(name)
    report = opened(html.render(correction))
    expected = (
        correction.text.encode("utf-8", "replace").decode("utf-8").replace("?", "\ufffd")
        if name == "surrogate"
        else correction.text
    )
    assert report.text() == expected
    assert report.page.locator("script").count() == 2
    assert report.page.locator("main img, main b, main i").count() == 0
    report.keys("j", "r")
    assert json.loads(report.saved("#export"))["documents"][0]["decisions"][0]["surface"] == "Xu Xun"
    if name != "surrogate":
        assert report.text() == correction.original
    assert report.quiet, report.messages


@pytest.mark.parametrize("name", ["override", "controls"])
def test_what_is_invisible_has_a_visible_name(opened: Opener, name: str) -> None:
    shown = opened(html.render(hostile(name)), scripts=False).main_text()
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x07\x1b]", shown)
    assert ("RLO" if name == "override" else "U+0000") in shown


@pytest.mark.parametrize(
    "text",
    ["plain words " * 40_000, "x" * 2_000_000, "Xu Xun said. " * 4_000, "徐薰说 " * 60_000, "A short line.\n" * 20_000],
    ids=["words", "one long line", "many findings", "chinese", "many lines"],
)
def test_the_size_of_the_file(text: str) -> None:
    places = [match.start() for match in re.finditer("Xu Xun", text)][::10]
    rule = examples.RULES["person"]
    placed = [Proposal(rule, start, start + len("Xu Xun"), "Suh Hoon", 0.95) for start in places]
    written = html.render(examples.correction(text, placed)).encode("utf-8")
    assert len(written) <= 3 * len(text.encode("utf-8")) + 250_000


def test_no_script_is_needed(opened: Opener) -> None:
    summit = examples.read("summit")
    report = opened(html.render(summit), scripts=False)
    page = report.page
    expect(page.locator("main [role=suggestion]")).to_have_count(18)
    expect(page.locator("main [role=suggestion] del")).to_have_count(18)
    for finding in summit.findings:
        for item in finding.evidence:
            assert page.get_by_text(item.claim).first.is_visible()
    expect(page.locator("#findings")).to_contain_text("文在寅")
    expect(page.locator("footer")).to_contain_text(summit.signature)
    assert page.locator(".js:visible").count() == 0
    expect(page.get_by_text("Side by side")).to_be_hidden()
    page.check("#view-corrected", force=True)
    assert report.main_text().replace("\n", "") == summit.text.replace("\n", "")
    page.locator("main .f a").nth(3).evaluate("link => link.click()")
    expect(page).to_have_url(re.compile("#c4$"))
    assert set(report.requests) == {report.path.as_uri()}


def test_chinese_carries_its_language(opened: Opener) -> None:
    page = opened(html.render(examples.read("summit"))).page
    texts: list[Any] = page.locator("#findings :lang(zh)").all_inner_texts()
    assert {"徐薰", "文在寅", "特金会", "平昌"} <= set(texts)
    assert all(re.fullmatch("[\u3400-\u9fff]+", text) for text in texts)


def test_an_empty_document(opened: Opener) -> None:
    report = opened(html.render(examples.correction("")))
    assert report.text() == ""
    report.keys("j", "k", "a", "r", "u", "z")
    expect(report.page.locator("#findings")).to_contain_text("Nothing was found")
    assert report.quiet, report.messages


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_accessible_on_every_screen(opened: Opener, axe: str, width: int, dark: bool) -> None:
    report = opened(html.render(examples.read("summit")), width=width, dark=dark)
    report.keys("f", "Escape", "j", "j", "r")
    report.page.click("#filter")
    assert report.serious(axe) == []
    assert report.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_print_shows_the_changes_and_their_reasons(opened: Opener) -> None:
    page = opened(html.render(examples.read("summit"))).page
    page.keyboard.press("j")
    page.emulate_media(media="print")
    expect(page.locator(".bar")).to_be_hidden()
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator("#findings .why").first).to_be_visible()
    expect(page.locator("main del").first).to_be_visible()
