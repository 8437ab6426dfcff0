"""A house style: what it replaces, and that nothing of it is built in."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from normalizers import Zhengming, load
from normalizers.style import NO_STYLE, house_style


def test_without_a_style_right_forms_stay(zm: Zhengming) -> None:
    text = "Kim Jong Un and Pyeongchang were named, and One Belt One Road."
    assert zm.correct(text).text == text
    assert NO_STYLE.pattern is None
    assert "style:" not in zm.signature


def test_a_style_holds_for_right_names_and_for_corrected_ones(gazetteer: Gazetteer) -> None:
    zm = load(gazetteer, style={"Kim Jong-un": []})
    text = "Kim Jong Un spoke. North Korean leader Jin Zhengen left Pyongyang by train."
    corrected = zm.correct(text, date="2019-02-23").text
    assert corrected == "Kim Jong-un spoke. North Korean leader Kim Jong-un left Pyongyang by train."
    assert zm.correct(corrected, date="2019-02-23").text == corrected
    assert "style:" in zm.signature


def test_a_style_that_replaces_nothing_is_refused(gazetteer: Gazetteer) -> None:
    with pytest.raises(ValueError, match="'Nobody Whom Anybody Knows'; list the forms"):
        house_style({"Nobody Whom Anybody Knows": []}, gazetteer)
