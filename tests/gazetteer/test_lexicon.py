"""Which words English texts have seen."""

from __future__ import annotations

import pytest

from gazetteer import builtin
from gazetteer.lexicon import ORDINARY, PLACE


@pytest.mark.parametrize(
    ("word", "seen", "ordinary"),
    [
        ("bridge", True, True),  # a word
        ("pompeo", True, False),  # a name that wordfreq has
        ("mansoura", True, False),  # a city that only GeoNames has
        ("qmzkvx", False, False),
    ],
)
def test_words(word: str, seen: bool, ordinary: bool) -> None:
    lexicon = builtin.tools().lexicon
    assert (lexicon.zipf(word) > 0) is seen
    assert lexicon.is_ordinary(word) is ordinary


@pytest.mark.parametrize(
    ("word", "is_name"), [("flannagan", True), ("bridges", True), ("qmzkvx", False), ("which", False)]
)
def test_family_names(word: str, is_name: bool) -> None:
    assert builtin.tools().lexicon.is_family_name(word) is is_name


def test_a_place_that_is_known_by_its_name_alone_is_rarer_than_any_listed_word() -> None:
    assert 0 < PLACE < ORDINARY
