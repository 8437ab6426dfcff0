"""The redline: rejecting its changes gives the original, accepting them the corrected text."""

from __future__ import annotations

import io

import docx as word
import pytest
from docx.oxml.ns import qn

from normalizers.finding import Correction
from reports import docx
from tests.reports import examples
from tests.reports.test_html_page import HOSTILE, hostile


def texts(content: bytes) -> tuple[str, str]:
    """The text with all changes rejected, and with all accepted."""
    was, now = [], []
    for paragraph in word.Document(io.BytesIO(content)).element.body.iter(qn("w:p")):
        for run in paragraph.iter(qn("w:r")):
            for piece in run.iter(qn("w:t"), qn("w:delText"), qn("w:tab")):
                text = "\t" if piece.tag == qn("w:tab") else piece.text or ""
                kind = run.getparent().tag
                was += [text] if kind != qn("w:ins") else []
                now += [text] if kind != qn("w:del") else []
        was.append("\n")
        now.append("\n")
    return "".join(was), "".join(now)


def plain(text: str) -> str:
    return text.rstrip("\n")


def test_both_texts_are_in_it() -> None:
    summit = examples.read("summit")
    was, now = texts(docx.write(summit))
    assert plain(was) == plain(summit.original)
    assert plain(now) == plain(summit.text)


def test_reasons_and_suggestions_are_comments() -> None:
    comments = [comment.text for comment in word.Document(io.BytesIO(docx.write(examples.read("summit")))).comments]
    assert len(comments) == 18
    assert comments[0] == '"Xu Xun" -> "Suh Hoon" (97 %): 徐薰 (Xú Xūn) read as Mandarin pinyin'


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_makes_a_whole_file(name: str) -> None:
    assert "Xu Xun" in texts(docx.write(hostile(name)))[0]


@pytest.mark.parametrize("correction", [examples.correction(""), examples.correction("\n\n")], ids=["empty", "breaks"])
def test_nothing_found(correction: Correction) -> None:
    assert plain(texts(docx.write(correction))[0]) == ""
