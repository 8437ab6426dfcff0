"""Sentences begin where spaCy's sentencizer has them begin, whatever the text."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from gazetteer.keys import words
from normalizers import load
from normalizers.sentences import LONGEST_RUN, MAY_STOP, STOPS, Sentences, dividable
from normalizers.zhengming import sentence_starts

PIECES = st.sampled_from(
    [
        *". |U.S.|Mr.|!|?|1|,|”|“|'s|e.g.|10a.m.|  |(|)|。|x.y|km.|-|http://a.b/c.|...|…|:)|Word|word.| ".split("|"),
        "\n",
        "\t",
        "\u0301",
        "\ud800",
        "!" * LONGEST_RUN,
    ]
)


@lru_cache(maxsize=1)
def nlp() -> Language:
    return load().nlp


def begun(text: str, starts: list[int]) -> list[bool]:
    """For each word but the first whether it begins a sentence."""
    numbers = [bisect_right(sorted(starts), word.start) for word in words(text)]
    return [one != other for one, other in pairwise(numbers)]


@given(st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=60)))
def test_sentences_are_those_of_the_sentencizer(text: str) -> None:
    expected = sentence_starts(nlp()(dividable(text)))
    assert begun(text, Sentences(nlp()).starts(text)) == begun(text, expected)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("He came. She left.", [0, 8, 18]),
        ("Mr. Smith of the U.S. team came", [0]),
        ("", [0]),
        (" . ", [0, 2]),
    ],
)
def test_starts(text: str, starts: list[int]) -> None:
    assert Sentences(nlp()).starts(text) == starts


def test_no_stop_is_missed() -> None:
    assert all(len(stop) == 1 and MAY_STOP.fullmatch(stop) for stop in STOPS)
