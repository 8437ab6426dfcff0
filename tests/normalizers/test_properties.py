"""What holds of every correction, whatever the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalizers import Correction, Zhengming

TITLES = (
    "South Korean Foreign Minister", "head of the South Korean national security office", "Japanese Prime Minister",
    "U.S. Secretary of state", "Vietnamese Prime Minister", "President", "the mayor of", "a nurse named", "Mr.", "",
)  # fmt: skip
NAMES = (
    "Kang Jinghe", "Xu Xun", "Jian Yiwei", "pompeio", "Ruan Chunfu", "Wen Zaiyin", "Moon Jae-in", "Li", "Xu", "esper",
    "Zhang Wei", "Wang Fang", "Anbei Jinsan", "John Smith", "Pingchang", "Pingrang", "Henei", "Seoul", "Daqiu",
)  # fmt: skip
PREDICATES = (
    "said on Monday that the final war declaration was near", "’s visit to Pingrang was short", "'s plan failed",
    "called it a special gold meeting", "spoke of extreme pressure", "further explained the issue", "left early",
    "went to the Ministry of national defense", "wrote to press@example.org", "sang the blue house blues",
)  # fmt: skip
NOISE = (
    "< p >", "<br/>", "&amp;amp;", "&nbsp;", "<url>", "“", "”", " ,", "，", "。", ".", ". ", "\n", "\n\n",
    "\u200b", "\ufeff", "\x00", "\x1b[31m", "\u202e", "\ud800", "|", "(", "）", "金", "😀", "e\u0301",
    "https://example.org/Xu_Xun", "../../Xu Xun",
)  # fmt: skip
DATES = st.sampled_from((None, "2016-05-01", "2018-06-12", "2020-10-20", "2022-02-24"))

SENTENCES = st.tuples(st.sampled_from(TITLES), st.sampled_from(NAMES), st.sampled_from(PREDICATES)).map(
    lambda parts: " ".join(filter(None, parts)) + "."
)
NEWS = st.lists(SENTENCES | st.sampled_from(NOISE), max_size=8).map(" ".join)
GLUED = st.lists(SENTENCES | st.sampled_from(NOISE) | st.sampled_from(NAMES), max_size=8).map("".join)
TEXTS = NEWS | GLUED | st.text(max_size=80)

FRAGMENTS = (
    "Xu Xun ",
    "< p >",
    "&#x",
    "“",
    "<",
    "A.",
    "a-",
    "'",
    "\n",
    "http://",
    "x@",
    "`",
    "(",
    "é",
    "Li, ",
    "1,",
    "。",
)


def replayed(correction: Correction) -> str:
    """The original after the applied findings, made one after another from the end."""
    text = correction.original
    for finding in reversed([finding for finding in correction.findings if finding.action == "applied"]):
        assert finding.replacement is not None
        text = text[: finding.start] + finding.replacement + text[finding.end :]
    return text


@given(TEXTS, DATES)
def test_the_applied_findings_and_nothing_else_make_the_corrected_text(zm: Zhengming, text: str, date: str) -> None:
    correction = zm.correct(text, date=date)
    assert correction.original == text
    assert replayed(correction) == correction.text


@given(TEXTS, DATES)
def test_offsets_name_the_surface_in_both_texts(zm: Zhengming, text: str, date: str) -> None:
    correction = zm.correct(text, date=date)
    for finding in correction.findings:
        assert 0 <= finding.start <= finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.surface
        expected = finding.replacement if finding.action == "applied" else finding.surface
        assert correction.text[finding.corrected_start : finding.corrected_end] == expected


@given(TEXTS, DATES)
def test_findings_are_in_order_and_applied_ones_apart(zm: Zhengming, text: str, date: str) -> None:
    findings = zm.correct(text, date=date).findings
    assert list(findings) == sorted(findings, key=lambda finding: (finding.start, finding.end, finding.rule.code))
    assert len({finding.id for finding in findings}) == len(findings)
    for one, following in pairwise(finding for finding in findings if finding.action == "applied"):
        assert one.end <= following.start


@given(TEXTS, DATES)
@settings(max_examples=60)
def test_correcting_a_corrected_text_changes_nothing(zm: Zhengming, text: str, date: str) -> None:
    once = zm.correct(text, date=date).text
    assert zm.correct(once, date=date).text == once


@given(NEWS, DATES)
def test_the_same_text_has_the_same_correction(zm: Zhengming, text: str, date: str) -> None:
    assert zm.correct(text, date=date) == zm.correct(text, date=date)


@given(TEXTS)
def test_confidences_and_actions_follow_the_policy(zm: Zhengming, text: str) -> None:
    for finding in zm.correct(text).findings:
        assert finding.confidence is None or 0 <= finding.confidence <= 1
        assert finding.replacement != finding.surface
        if finding.action == "applied":
            assert finding.confidence is not None
            assert finding.confidence >= zm.policy.apply_above - 0.0001  # confidences are rounded to four digits


@given(TEXTS)
def test_the_score_is_a_score(zm: Zhengming, text: str) -> None:
    score = zm.correct(text).score
    assert score.words >= 0
    assert 0 <= score.before <= score.after <= 100


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_hostile_text_of_one_piece_is_read_to_its_end(zm: Zhengming, fragment: str) -> None:
    text = fragment * (5_000 // len(fragment))
    correction = zm.correct(text, date="2020-10-20")
    assert replayed(correction) == correction.text


@pytest.mark.parametrize(
    "text", ["", "\x00", "\ud800", "\u202e", "&#0;", "<" * 9, "]]>", "‮Xu Xun‬", "Xu\u200b Xun", "%s{0}"]
)
def test_hostile_text_in_small(zm: Zhengming, text: str) -> None:
    correction = zm.correct(text)
    assert correction.original == text
    assert replayed(correction) == correction.text


@pytest.mark.parametrize("date", ["", "2020-13-01", "20 October 2020", "2020-10-20T00:00", "٢٠٢٠-١٠-٢٠"])
def test_a_bad_date_is_refused_and_an_empty_one_is_none(zm: Zhengming, date: str) -> None:
    if date:
        with pytest.raises(ValueError, match="is not a date of the form YYYY-MM-DD"):
            zm.correct("Xu Xun", date=date)
    else:
        assert zm.correct("Xu Xun", date=date).document.date in ("", None)
