"""The Chinese original beside a translation: what stands in it is meant, and what does not is not."""

from __future__ import annotations

import pytest

from normalizers import Zhengming

TEXT = "Xu Xun said that the talks were held in Pingchang."
DATE = "2020-10-14"


@pytest.mark.parametrize(
    ("source", "becomes"),
    [
        ("徐薰说，会谈在平昌举行。", "Suh Hoon said that the talks were held in PyeongChang."),
        ("徐薰說，會談在平昌舉行。", "Suh Hoon said that the talks were held in PyeongChang."),
        ("徐勋说，会谈在平常举行。", TEXT),
        (None, TEXT),
    ],
)
def test_the_original_says_who_is_meant(zm: Zhengming, source: str | None, becomes: str) -> None:
    correction = zm.correct(TEXT, date=DATE, source=source)
    assert correction.text == becomes
    assert zm.correct(correction.text, date=DATE, source=source).text == becomes


def test_the_evidence_quotes_the_original(zm: Zhengming) -> None:
    finding = zm.correct(TEXT, date=DATE, source="徐薰说，会谈在平昌举行。").findings[0]
    assert "徐薰 stands in the Chinese original" in [evidence.claim for evidence in finding.evidence]


def test_a_foreign_name_is_found_with_and_without_its_dot(zm: Zhengming) -> None:
    for source in ("雅伊尔·博索纳罗戴上口罩。", "博索纳罗戴上口罩。", "雅伊尔博索纳罗戴上口罩。"):
        assert zm.correct("Bosonaro put on a mask.", source=source).text == "Bolsonaro put on a mask."
