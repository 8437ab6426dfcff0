"""Lines and clusters cover the text exactly, whatever overlaps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.finding import Correction, Finding, Rule
from normalizers.proposal import Proposal
from reports import drawing
from tests.reports import examples

RULES = list(examples.RULES.values())


@st.composite
def corrections(draw: st.DrawFn) -> Correction:
    text = draw(st.text(alphabet="ab \n\r🙂徐", max_size=40))
    offsets = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(offsets, offsets, st.sampled_from(RULES), st.floats(0.2, 1)), max_size=8))
    return examples.correction(text, [_proposal(*span) for span in spans])


def _proposal(one: int, other: int, rule: Rule, confidence: float) -> Proposal:
    return Proposal(rule, min(one, other), max(one, other), "X", confidence)


def pieces(correction: Correction) -> list[str | Finding]:
    found: list[str | Finding] = []
    for line in drawing.lines(correction):
        for part in line:
            found += part.parts if isinstance(part, drawing.Cluster) else (part,)
    return found


@given(corrections())
def test_drawn_as_they_were_the_pieces_are_the_original(correction: Correction) -> None:
    assert "".join(p if isinstance(p, str) else p.surface for p in pieces(correction)) == correction.original


@given(corrections())
def test_drawn_as_applied_the_pieces_are_the_corrected_text(correction: Correction) -> None:
    def now(piece: str | Finding) -> str:
        if isinstance(piece, str):
            return piece
        return piece.replacement or "" if piece.action == "applied" else piece.surface

    assert "".join(map(now, pieces(correction))) == correction.text


@given(corrections())
def test_every_finding_is_drawn_once_or_stands_aside(correction: Correction) -> None:
    drawn = [piece.id for piece in pieces(correction) if isinstance(piece, Finding)]
    clusters = drawing.clusters(correction.original, correction.findings)
    aside = [finding.id for cluster in clusters for finding in cluster.aside]
    assert sorted(drawn + aside) == sorted(finding.id for finding in correction.findings)


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 0), ("a", 1), ("a\n", 1), ("a\nb", 2), ("\n\n", 2), ("a\r\nb\r", 2)],
)
def test_lines_keep_their_breaks(text: str, lines: int) -> None:
    drawn = list(drawing.lines(examples.correction(text)))
    assert len(drawn) == lines
    assert "".join(str(part) for line in drawn for part in line) == text


def test_a_finding_across_lines_keeps_them_together() -> None:
    text = "one Xu\nXun two\nthree"
    made = examples.correction(text, [examples.proposal(text, "Xu\nXun", "Suh Hoon")])
    assert len(list(drawing.lines(made))) == 2
