"""Titles in other endings than the right ones or of two halves, and quoted words that are also the name of a town."""

from __future__ import annotations

import pytest

from normalizers import Zhengming


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ('Tony Leung sits at table in "Flower of the Shanghai", a film by Hou Hsiao-hsien.', "Flowers of Shanghai"),
        (
            'Ang Lee made the film "Crouching Tiger, Hiding Dragon" in Beijing with Michelle Yeoh.',
            "Crouching Tiger, Hidden Dragon",
        ),
        (
            'Ang Lee made the film "Lying Tiger, Hiding Dragon" in Beijing with Michelle Yeoh.',
            "Crouching Tiger, Hidden Dragon",
        ),
        ('Tang Guoqiang is Mao in the film "The Founding of Republic".', "The Founding of a Republic"),
        (
            "Giddens Ko made the film Those Years, the Girls We Chased Together from his own novel.",
            "film You Are the Apple of",
        ),
    ],
)
def test_a_title_is_put_right(zm: Zhengming, text: str, right: str) -> None:
    assert right in zm.correct(text, date="2022-03-05").text


@pytest.mark.parametrize(
    "text",
    [
        'Tony Leung sits at table in "Flowers of Shanghai", a film by Hou Hsiao-hsien.',
        'Tang Guoqiang is Mao in the film "Founding of a Republic".',
        "The founding of the republic was what Tang Guoqiang spoke of at the film week.",
        "Giddens Ko remembers those years, the girls and the film that they chased together.",
        "Bai Baihe was told to get out, Tumor Gentleman being no part of the film with Daniel Wu.",
        "Zhou Xun came to Shanghai, Road Movie Week being near, with her film.",
        'Peonies are the "flower of the Shanghai" gardener, Tony Leung wrote in his film diary.',
    ],
)
def test_a_right_title_and_no_title_are_left(zm: Zhengming, text: str) -> None:
    assert zm.correct(text, date="2022-03-05").text == text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ('Su Tong tells of a boy on a barge in the novel "Riverside".', True),
        ("Su Tong read from the novel about a boy on a barge in Riverside, where he stayed.", False),
    ],
)
def test_a_quoted_word_is_no_town(zm: Zhengming, text: str, right: bool) -> None:
    assert ("The Boat to Redemption" in zm.correct(text, date="2010-02-20").text) is right
