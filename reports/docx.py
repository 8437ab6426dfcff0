"""A redline for a word processor: changes as tracked insertions and deletions, suggestions and reasons as comments."""

from __future__ import annotations

import re
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from normalizers.finding import Correction, Finding
from reports import drawing, visible
from reports.text import message

AUTHOR = "Zhengming"
INITIALS = "ZM"

_NOT_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold; a carriage return, which XML would turn into a line feed, with them."""


def write(correction: Correction) -> bytes:
    """The content of the `.docx` file: accepting all changes gives the corrected text, rejecting all the original."""
    document = docx.Document()
    document.core_properties.title = _text(visible.line(correction.document.title or correction.document.id))[:255]
    document.core_properties.author = AUTHOR
    number = 0
    for line in drawing.lines(correction):
        paragraph = document.add_paragraph()
        for part in line:
            pieces = part.parts if isinstance(part, drawing.Cluster) else (part,)
            for piece in pieces:
                number += 2
                _add(document, paragraph, piece, number)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add(document: Document, paragraph: Paragraph, piece: str | Finding, number: int) -> None:
    if isinstance(piece, str):
        paragraph.add_run(_text(piece.removesuffix("\n")))
        return
    runs = _tracked(paragraph, piece, number) if piece.action == "applied" else [_run(paragraph, piece.surface)]
    document.add_comment(runs, text=_text(visible.line(message(piece))), author=AUTHOR, initials=INITIALS)


def _tracked(paragraph: Paragraph, finding: Finding, number: int) -> list[Run]:
    """The runs of a deletion and an insertion, each where there is something to delete or insert."""
    runs = []
    for at, (tag, text) in enumerate((("w:del", finding.surface), ("w:ins", finding.replacement))):
        if not text:
            continue
        run = _run(paragraph, text)
        if tag == "w:del":
            for element in run._r.findall(qn("w:t")):
                element.tag = qn("w:delText")
        change = OxmlElement(tag)
        for key, value in (("w:id", str(number + at)), ("w:author", AUTHOR)):
            change.set(qn(key), value)
        run._r.addprevious(change)
        change.append(run._r)
        runs.append(run)
    return runs


def _run(paragraph: Paragraph, text: str) -> Run:
    return paragraph.add_run(_text(text))


def _text(text: str) -> str:
    """Text that XML can hold: a control becomes its picture, what has none the replacement character."""
    return _NOT_XML.sub(lambda match: chr(0x2400 + ord(match[0])) if ord(match[0]) < 0x20 else "\ufffd", text)
