"""Lines, annotations, tables: every format says the same, and no text breaks its form."""

from __future__ import annotations

import csv
import io
import re

import pytest
from markdown_it import MarkdownIt
from rich.console import Console

import reports.csv
from reports import github, markdown, terminal, text, visible
from tests.reports import examples
from tests.reports.test_html_page import HOSTILE, hostile

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]")


def test_lines_count_from_one() -> None:
    first, *_, last = text.lines(examples.read("summit"), "a.txt")
    assert first.startswith('a.txt:3:18: ZM101 major: "Xu Xun" -> "Suh Hoon" (97 %): 徐薰')
    assert last.startswith('a.txt:9:312: ZM102 major: "Hei Lungkiang": not a spelling')


@pytest.mark.parametrize(("offset", "expected"), [(0, (1, 1)), (1, (1, 2)), (2, (2, 1)), (3, (3, 1)), (5, (3, 3))])
def test_position(offset: int, expected: tuple[int, int]) -> None:
    assert text.position(text.line_starts("a\n\nbc"), offset) == expected


def test_annotations() -> None:
    first, *_ = github.lines(examples.read("summit"), "a,b:c.txt")
    place = "file=a%2Cb%3Ac.txt,line=3,endLine=3,col=18,endColumn=24,title=ZM101 misread-person"
    assert first.startswith(f'::warning {place}::"Xu Xun" -> "Suh Hoon" (97 %25): ')


def test_an_annotation_over_two_lines_has_no_columns() -> None:
    body = "Xu\nXun"
    (only,) = github.lines(examples.correction(body, [examples.proposal(body, body, "Suh Hoon")]), "a")
    assert "line=1,endLine=2,title" in only


@pytest.mark.parametrize("name", HOSTILE)
def test_a_finding_is_one_line_of_harmless_characters(name: str) -> None:
    for line in (*text.lines(hostile(name), "a\x1b\n.txt"), *github.lines(hostile(name), "a\x1b\n.txt")):
        assert not CONTROLS.search(line)


def test_the_table_of_findings() -> None:
    stream = io.StringIO(newline="")
    summit = examples.read("summit")
    assert reports.csv.write([summit, summit], stream) == 38
    rows = list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))
    assert [row["surface"] for row in rows[:19]] == [finding.surface for finding in summit.findings]
    assert rows[0]["evidence"].startswith("徐薰 (Xú Xūn) read as Mandarin pinyin; head of")


@pytest.mark.parametrize("formula", ["=1+1", "@SUM(A1)", "-2", "+cmd|' /C calc'!A0"])
def test_a_cell_is_never_a_formula(formula: str) -> None:
    stream = io.StringIO(newline="")
    reports.csv.write([examples.correction(formula, [examples.proposal(formula, formula, "x" + formula)])], stream)
    (row,) = csv.DictReader(io.StringIO(stream.getvalue(), newline=""))
    assert (row["surface"], row["replacement"]) == ("'" + formula, "x" + formula)


def test_counts_in_markdown() -> None:
    summit = examples.read("summit")
    written = markdown.render([summit, summit])
    assert written.startswith("**2** documents, **444** words. Score **57.7** before, **95.2** after.")
    assert "| applied | 30 |" in written
    assert "| Pingchang | Pyeongchang | 6 |" in written


def test_no_text_is_markup_in_markdown() -> None:
    name = "**b** [x](javascript:1) <img src=x> | `c` &lt; \n# h"
    made = examples.proposal(name, name, name + "!", entity=["person/x", name, "person"])
    shown = MarkdownIt("commonmark").enable("table").render(markdown.render([examples.correction(name, [made])]))
    assert not re.search("<(img|a|code|h1)", shown)
    assert shown.count("<strong>") == 4
    assert "&lt;img src=x&gt; | `c` &amp;lt; # h" in shown


def shown(*corrections: object, width: int = 140) -> str:
    console = Console(width=width, file=io.StringIO(), color_system=None)
    console.print(terminal.table(corrections))  # type: ignore[arg-type]
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_the_terminal() -> None:
    output = shown(examples.read("summit"))
    assert re.search(r"Xu Xun +Suh Hoon +徐薰 \(Xú Xūn\) read as Mandarin pinyin +97 % +applied +2", output)
    assert output.rstrip().endswith("1 document, 222 words: 15 applied, 3 suggested, 1 flagged. Score 57.7 -> 95.2.")


def test_a_narrow_terminal_leaves_the_reasons_to_the_report() -> None:
    output = shown(examples.read("summit"), width=80)
    assert re.search(r"Xu Xun +Suh Hoon +97 % +applied +2", output)
    assert "pinyin" not in output


def test_the_terminal_with_nothing_found() -> None:
    assert shown(examples.correction("All is well.")).count("\n") == 1


def test_the_terminal_takes_nothing_for_markup() -> None:
    body = "[bold]Xu Xun[/bold] \x1b[31m"
    output = shown(examples.correction(body, [examples.proposal(body, body, "[red]x[/red]")]))
    assert "[bold]Xu" in output
    assert "[red]x[/red]" in output
    assert "\x1b" not in output


def test_visible_text_reads_back() -> None:
    body = "a<b>&\"'\u202e\x00\r\n徐薰🙂"
    written = visible.markup(body)
    back = re.sub(r'<span class="ctl" data-c="([0-9a-f]+)">[^<]*</span>', lambda m: chr(int(m[1], 16)), written)
    back = re.sub("</?span[^>]*>", "", back).replace("&#13;", "\r")
    assert (
        back.replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", '"').replace("&#39;", "'").replace("&amp;", "&")
        == body
    )
