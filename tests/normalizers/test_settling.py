"""Later readings carried back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers import Policy, Rule
from normalizers.applier import apply
from normalizers.proposal import Proposal
from normalizers.settling import MOST_READINGS, Read, settle

RULE = Rule("ZM999", "test-rule", "accuracy/mistranslation", "minor")


def replacing(*pairs: tuple[str, str]) -> Read:
    """A reader that proposes to replace the first of each pair by the second, wherever it stands."""

    def read(text: str) -> list[Proposal]:
        found = []
        for was, becomes in pairs:
            at = text.find(was)
            while at >= 0:
                found.append(Proposal(RULE, at, at + len(was), becomes, 0.95))
                at = text.find(was, at + len(was))
        return found

    return read


@pytest.mark.parametrize(
    ("text", "pairs", "expected"),
    [
        ("a b", [("a", "x")], "x b"),
        ("a b", [], "a b"),
        ("a b", [("a", "x"), ("x b", "x y")], "x y"),
        ("a b c", [("a", "x"), ("x b c", "z")], "z"),
        ("abc", [("b", ""), ("ac", "d")], "d"),
        ("a b a b", [("a", "xx"), ("xx b", "xx yy")], "xx yy xx yy"),
        ("one two", [("one", "three"), ("three", "four"), ("four", "five")], "five two"),
        ("aa b cc", [("aa", "x"), ("cc", "y"), ("x b y", "x-b-y")], "x-b-y"),
        ("a, b", [("b", "c d"), ("c", "e"), (" d", " f")], "a, e f"),
    ],
)
def test_cases(text: str, pairs: list[tuple[str, str]], expected: str) -> None:
    read = replacing(*pairs)
    corrected, findings = settle(text, read(text), read, Policy())
    assert corrected == expected
    replayed = text
    for finding in reversed([finding for finding in findings if finding.action == "applied"]):
        assert text[finding.start : finding.end] == finding.surface
        assert corrected[finding.corrected_start : finding.corrected_end] == finding.replacement
        replayed = replayed[: finding.start] + (finding.replacement or "") + replayed[finding.end :]
    assert replayed == corrected


def test_a_reader_that_never_rests_ends() -> None:
    calls = []

    def read(text: str) -> list[Proposal]:
        calls.append(text)
        return [Proposal(RULE, 0, len(text), text + "a", 0.95)]

    corrected, _ = settle("a", read("a"), read, Policy())
    assert len(calls) == 1 + MOST_READINGS
    assert corrected == "a" * (2 + MOST_READINGS)


LETTERS = st.text(alphabet="abc ", max_size=10)


@given(LETTERS, st.lists(st.tuples(LETTERS.filter(bool), LETTERS), max_size=4))
def test_a_settled_text_is_what_reading_after_reading_makes_of_it(text: str, pairs: list[tuple[str, str]]) -> None:
    read = replacing(*pairs)
    expected = apply(text, read(text), Policy())[0]
    for _ in range(MOST_READINGS if expected != text else 0):
        expected = apply(expected, read(expected), Policy())[0]
    assert settle(text, read(text), read, Policy())[0] == expected
