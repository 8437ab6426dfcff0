"""Titles between quotation marks: in other endings than the right ones, and words that are also the name of a town."""

from __future__ import annotations

import pytest

from normalizers import Zhengming


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ('Ge You plays a swindler in "Let Bullet Fly", the comedy that Jiang Wen directed.', "Let the Bullets Fly"),
        ('Frant Gwo is at work on a sequel to his film "Wandering the Earth".', "The Wandering Earth"),
    ],
)
def test_a_quoted_title_is_put_right(zm: Zhengming, text: str, right: str) -> None:
    assert right in zm.correct(text, date="2022-03-05").text


@pytest.mark.parametrize(
    "text",
    [
        'Ge You plays a swindler in "Let the Bullets Fly", the comedy that Jiang Wen directed.',
        'Frant Gwo is at work on a sequel to his film "Wandering Earth".',
        "He let the bullet fly, he said, because the bear came too near.",
        'Asteroids are "wandering earths" in miniature, the astronomer wrote in her film review.',
    ],
)
def test_a_right_title_and_no_title_are_left(zm: Zhengming, text: str) -> None:
    assert zm.correct(text, date="2022-03-05").text == text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ('Zhang Songwen is a fishmonger turned gangster in the TV series "Hurricane", a drama of this winter.', True),
        ("Zhang Songwen went to Hurricane, a town in Utah, for the TV series.", False),
    ],
)
def test_a_quoted_word_is_no_town(zm: Zhengming, text: str, right: bool) -> None:
    assert ("The Knockout" in zm.correct(text, date="2023-02-20").text) is right
