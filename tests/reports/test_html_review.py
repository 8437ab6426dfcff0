"""A reviewer at work, in a real browser: every key and button, and that what is exported is what was shown."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from normalizers.finding import Correction
from reports import decisions, html
from tests.reports import examples
from tests.reports.conftest import Opened, Opener


@pytest.fixture(scope="module")
def summit() -> Correction:
    return examples.read("summit")


@pytest.fixture
def report(opened: Opener, summit: Correction) -> Opened:
    return opened(html.render(summit))


def current(report: Opened) -> str:
    """The words of the finding under review."""
    return report.page.locator(".f.current").first.locator("del, mark").first.inner_text()


def exported(report: Opened) -> Any:
    return json.loads(report.saved("#export"))


def same(report: Opened, summit: Correction) -> str:
    """The text that the page shows, which is the one that its exported decisions give."""
    shown = report.text()
    (reviewed,) = decisions.parse(exported(report))
    outcome = decisions.apply(summit, [reviewed])
    assert outcome.unfit == ()
    assert outcome.text == shown
    return shown


def test_undecided_the_text_is_the_corrected_one(report: Opened, summit: Correction) -> None:
    assert same(report, summit) == summit.text
    assert exported(report)["documents"][0]["decisions"] == []


def test_moving(report: Opened) -> None:
    report.keys("j")
    assert current(report) == "Xu Xun"
    report.keys("j", "j")
    assert current(report) == "Secretary of state"
    report.keys("k")
    assert current(report) == "national security office"
    report.keys("Escape")
    expect(report.page.locator(".f.current")).to_have_count(0)
    report.keys("k")
    assert current(report) == "Hei Lungkiang"


def test_accept_reject_unsure_and_undo(report: Opened, summit: Correction) -> None:
    report.keys("j", "r", "a", "u")
    assert current(report) == "Xu Xun"
    assert [d["decision"] for d in exported(report)["documents"][0]["decisions"]] == ["rejected", "accepted", "unsure"]
    text = same(report, summit)
    assert "14 - Xu Xun, head of the South Korean National Security Office" in text
    expect(report.page.locator("#progress")).to_contain_text("3 of 19 decided")
    report.keys("z", "z", "z")
    assert same(report, summit) == summit.text
    expect(report.page.locator("#undo")).to_be_disabled()


def test_the_buttons_of_the_panel(report: Opened, summit: Correction) -> None:
    report.keys("j")
    reject = report.page.get_by_role("button", name="Reject")
    reject.click()
    expect(reject).to_have_attribute("aria-pressed", "true")
    assert "- Xu Xun, head" in same(report, summit)
    reject.click()
    expect(reject).to_have_attribute("aria-pressed", "false")
    assert same(report, summit) == summit.text
    report.page.get_by_role("button", name="Unsure").click()
    report.page.get_by_role("button", name="Accept").click()
    assert exported(report)["documents"][0]["decisions"][0]["decision"] == "accepted"
    report.page.click("#undo")
    assert exported(report)["documents"][0]["decisions"][0]["decision"] == "unsure"
    report.page.get_by_role("button", name="Close").first.click()
    expect(report.page.locator("#panel")).to_be_hidden()


def test_the_panel_leads_on_without_keys(report: Opened) -> None:
    report.page.get_by_role("button", name="Review the first open finding").click()
    assert current(report) == "Xu Xun"
    expect(report.page.locator("#panel .head")).to_contain_text("1 of 19")
    expect(report.page.get_by_role("button", name="Previous")).to_be_disabled()
    for _ in range(2):
        report.page.get_by_role("button", name="Next").click()
    assert current(report) == "Secretary of state"
    expect(report.page.get_by_role("button", name="Next")).to_be_focused()
    report.page.get_by_role("button", name="Previous").click()
    assert current(report) == "national security office"


def test_a_key_decides_for_what_is_chosen(report: Opened, summit: Correction) -> None:
    report.page.locator(".f", has_text="Pingchang").first.click()
    report.page.get_by_label("“Pingchang”, 3 times").check()
    report.keys("a")
    assert same(report, summit).count("Pyeongchang") == 3
    expect(report.page.locator("#told")).to_have_text("3 findings accepted.")
    report.keys("z")
    assert exported(report)["documents"][0]["decisions"] == []


def test_a_whole_form_where_no_entity_is_known(opened: Opener) -> None:
    body = "trump spoke. Then trump left, and so did xi."
    made = [examples.proposal(body, "trump", "Trump", rule="case", nth=nth) for nth in (1, 2)]
    made.append(examples.proposal(body, "xi", "Xi", rule="case"))
    report = opened(html.render(examples.correction(body, made)))
    report.keys("j", "R")
    assert report.text() == body.replace("xi", "Xi")
    assert [d["decision"] for d in exported(report)["documents"][0]["decisions"]] == ["rejected"] * 2


def test_the_next_that_is_open(report: Opened) -> None:
    report.keys("j", "r", "a", "k", "k", "n")
    assert current(report) == "Secretary of state"
    report.keys("k", "k", "k")
    assert current(report) == "Xu Xun"
    for _ in range(17):
        report.keys("n", "u")
    expect(report.page.locator("#progress")).to_contain_text("19 of 19 decided")
    report.keys("n")
    expect(report.page.locator("#told")).to_have_text("No finding is open.")


def test_unsure_of_a_whole_entity(report: Opened) -> None:
    report.page.locator(".f", has_text="Pingchang").first.click()
    report.keys("U")
    assert [d["decision"] for d in exported(report)["documents"][0]["decisions"]] == ["unsure"] * 3


def test_the_panel_says_what_was_typed(report: Opened) -> None:
    report.keys("j")
    report.page.fill("#typed", "Suh  Hoon")
    report.page.get_by_role("button", name="Use").click()
    expect(report.page.locator("#panel .what ins")).to_have_text("Suh  Hoon")
    expect(report.page.locator("#panel .what ins")).to_have_class("kept")


def test_a_whole_entity_at_once(report: Opened, summit: Correction) -> None:
    report.page.locator(".f", has_text="Pingchang").first.click()
    report.keys("A")
    assert same(report, summit).count("Pyeongchang") == 3
    report.keys("R")
    assert same(report, summit).count("Pingchang") == 3
    report.keys("z")
    assert same(report, summit).count("Pyeongchang") == 3


def test_the_same_form_everywhere_and_an_alternative(report: Opened, summit: Correction) -> None:
    report.page.locator(".f", has_text="Pingchang").first.click()
    report.page.get_by_label("“Pingchang”, 3 times").check()
    report.page.get_by_role("button", name=re.compile("^Pyongyang")).click()
    assert same(report, summit).count("Pyongyang") == 4
    report.page.click("#undo")
    assert same(report, summit) == summit.text


@pytest.mark.parametrize("typed", ["Heilongjiang", "", "<b>&\u202e🙂𠀀İ"])
def test_typing_another(report: Opened, summit: Correction, typed: str) -> None:
    report.page.locator(".f.flagged").click()
    report.page.fill("#typed", typed)
    report.page.get_by_role("button", name="Use").click()
    assert f"for the {typed} trade office" in same(report, summit)
    assert report.quiet


def test_accepting_what_has_no_proposal_asks_for_one(report: Opened) -> None:
    report.page.locator(".f.flagged").click()
    report.keys("a")
    expect(report.page.locator("#typed")).to_be_focused()
    report.keys("j", "a")
    expect(report.page.locator("#typed")).to_have_value("ja")


def test_of_findings_that_overlap_one_is_made(report: Opened, summit: Correction) -> None:
    report.page.locator(".f", has_text="foreign minister Motegi").click()
    report.keys("a")
    assert "foreign minister Motegi Minchong said" in same(report, summit)
    report.page.locator(".f", has_text="Toshimitsu Motegi").click()
    report.keys("a")
    assert "Foreign Minister Toshimitsu Motegi said" in same(report, summit)
    assert {d["decision"] for d in exported(report)["documents"][0]["decisions"]} == {"accepted", "rejected"}


def test_decisions_survive_a_reload(report: Opened, summit: Correction) -> None:
    report.keys("j", "r", "r")
    before = same(report, summit)
    report.page.reload()
    expect(report.page.locator("#progress")).to_contain_text("2 of 19 decided")
    assert same(report, summit) == before


def keep(report: Opened, summit: Correction, value: str) -> None:
    """Put something into the browser's storage in place of the decisions."""
    key = "zhengming:" + summit.document.sha256
    report.page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, value])


@pytest.mark.parametrize("kept", ["[[1]]", "x", "null", '{"decisions": 3}', '{"decisions": [null, 5, "x"]}'])
def test_storage_that_another_hand_wrote(report: Opened, summit: Correction, kept: str) -> None:
    keep(report, summit, kept)
    report.page.reload()
    assert same(report, summit) == summit.text
    assert report.quiet


def test_decisions_that_no_longer_fit_are_named(report: Opened, summit: Correction) -> None:
    report.keys("j", "r", "r")
    made = exported(report)["documents"][0]
    made["decisions"][0]["finding"] = "0" * 12
    made["decisions"][0]["surface"] = "Xu <i>Xun"
    keep(report, summit, json.dumps(made))
    report.page.reload()
    expect(report.page.locator("#told")).to_have_text("One decision no longer fits this text: “Xu <i>Xun” (rejected).")
    expect(report.page.locator("#progress")).to_contain_text("1 of 19 decided")
    report.page.click("#dismiss")
    expect(report.page.locator("#notice")).to_be_hidden()
    same(report, summit)


def test_decisions_of_a_file(report: Opened, summit: Correction, tmp_path: Path) -> None:
    path = tmp_path / "decisions.json"
    report.keys("j", "r", "a", "u")
    shown = same(report, summit)
    path.write_bytes(report.saved("#export"))
    report.keys("z", "z", "z")
    report.page.set_input_files("#file", path)
    expect(report.page.locator("#progress")).to_contain_text("3 of 19 decided")
    assert same(report, summit) == shown
    report.keys("z")
    assert same(report, summit) == summit.text


@pytest.mark.parametrize(
    ("content", "said"),
    [("{", "is no file of decisions"), ("[]", "is no file of decisions"), ("", "has no decisions on this text")],
)
def test_a_file_without_decisions_is_refused(
    report: Opened, summit: Correction, tmp_path: Path, content: str, said: str
) -> None:
    path = tmp_path / "other.json"
    path.write_text(content or json.dumps({"schema": decisions.SCHEMA, "documents": []}))
    report.page.set_input_files("#file", path)
    expect(report.page.locator("#told")).to_contain_text(f"other.json {said}")
    assert same(report, summit) == summit.text
    assert report.quiet


def test_filters_and_their_state_in_the_address(report: Opened) -> None:
    report.keys("f")
    expect(report.page.locator("#filters")).to_be_visible()
    report.page.click("[data-action=suggested]")
    expect(report.page.locator("[data-action=suggested]")).to_have_attribute("aria-pressed", "true")
    expect(report.page.locator("#progress")).to_contain_text("3 shown")
    report.page.select_option("[name=rule]", "ZM102")
    expect(report.page).to_have_url(re.compile("(?=.*action=suggested).*rule=ZM102"))
    report.page.locator("h1").click()
    report.keys("j", "j")
    assert current(report) == "Pingchang"
    report.page.reload()
    expect(report.page.locator("#progress")).to_contain_text("1 shown")
    assert current(report) == "Pingchang"
    report.page.get_by_role("button", name="Clear filters").click()
    expect(report.page.locator("#progress")).not_to_contain_text("shown")
    expect(report.page).not_to_have_url(re.compile("action"))


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("category", "terminology/wrong-term", 2),
        ("severity", "critical", 1),
        ("entity", "person/suh-hoon", 2),
        ("rule", "ZM301", 3),
        ("state", "open", 19),
        ("state", "accepted", 0),
    ],
)
def test_each_filter(report: Opened, field: str, value: str, shown: int) -> None:
    report.page.click("#filter")
    report.page.select_option(f"[name={field}]", value)
    expect(report.page.locator(".f:not(.dim)")).to_have_count(shown)


def test_the_filter_by_confidence(report: Opened) -> None:
    report.page.click("#filter")
    report.page.locator("[name=min]").fill("95")
    expect(report.page.locator("#least")).to_have_text("95 %")
    expect(report.page.locator(".f:not(.dim)")).to_have_count(8)


def test_views(report: Opened, summit: Correction) -> None:
    report.page.check("#view-corrected", force=True)
    assert report.main_text().replace("\n", "") == summit.text.replace("\n", "")
    report.page.check("#view-original", force=True)
    assert report.main_text().replace("\n", "") == summit.original.replace("\n", "")
    report.page.check("#view-side", force=True)
    was = "".join(report.page.locator("#beside .was").all_inner_texts())
    now = "".join(report.page.locator("#beside .now").all_inner_texts())
    assert "Xu Xun" in was and "Suh Hoon" not in was
    assert "Suh Hoon" in now and "Xu Xun" not in now
    report.keys("j")
    expect(report.page.locator("#beside .twin.current")).to_contain_text("Suh Hoon")
    report.keys("v", "v", "v", "v", "v")
    expect(report.page).to_have_url(re.compile("view=corrected"))


def test_help(report: Opened) -> None:
    report.keys("?")
    expect(report.page.locator("#keys")).to_be_visible()
    report.keys("j")
    expect(report.page.locator(".f.current")).to_have_count(0)
    report.keys("Escape")
    expect(report.page.locator("#keys")).to_be_hidden()
    report.page.click("#help")
    report.page.get_by_role("button", name="Close").click()
    expect(report.page.locator("#keys")).to_be_hidden()


def test_copy(report: Opened, summit: Correction) -> None:
    report.keys("j", "r")
    report.page.click("#live summary")
    report.page.click("#copy")
    expect(report.page.locator("#copy")).to_have_text("Copied")
    assert report.page.evaluate("navigator.clipboard.readText()") == same(report, summit)
    assert report.page.input_value("#corrected") == same(report, summit)


def test_places_lead_to_the_text(report: Opened) -> None:
    report.page.locator(".card", has_text="Moon Jae-in").locator(".places a").first.click()
    assert current(report) == "Wen Zaiyin"


def test_keys_with_a_modifier_are_left_to_the_browser(report: Opened) -> None:
    report.keys("j", "Control+a", "Alt+r")
    assert exported(report)["documents"][0]["decisions"] == []


def test_nothing_is_said_and_nothing_asked_for(report: Opened) -> None:
    report.keys("j", "a", "r", "u", "z", "f", "Escape", "v", "v", "v", "v", "?", "Escape", "A", "R")
    assert report.quiet, (report.messages, report.requests)
