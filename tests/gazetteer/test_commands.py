"""What `zhengming gazetteer` says of a name, of the whole, and of entities that contradict one another."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from flows.cli import main
from gazetteer import Gazetteer

EXPLAINED = [
    (
        ["Jiateng Shengxin", "--near", "Japanese Chief Cabinet Secretary", "--date", "2021-02-10"],
        [
            "Katsunobu Kato (加藤胜信), person/katsunobu-kato",
            "“Jiateng Shengxin” is 加藤胜信",
            "read as Mandarin pinyin",
            "Chief Cabinet Secretary",
            "from 2020-09-16 to 2021-10-04",
            "none of these: right as it stands",
        ],
    ),
    (["Su Lin", "--near", "the president of Vietnam", "--most", "1"], ["person/to-lam", "more, less likely (--most"]),
    (["Moon Jae-in"], ["right as it stands: Moon Jae-in (文在寅), person/moon-jae-in"]),
    (["Flower of the Shanghai"], ["right but for endings or small words: Flowers of Shanghai"]),
]


@pytest.mark.parametrize(("arguments", "said"), EXPLAINED, ids=lambda value: str(value[0]))
def test_explain_says_who_and_why_and_how_sure(
    arguments: list[str], said: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gazetteer", "explain", *arguments]) == 0
    printed = capsys.readouterr().out
    assert [line for line in said if line not in printed] == []
    shares = [float(line.split()[0]) for line in printed.splitlines() if line[:2] in ("0.", "1.")]
    assert shares[:-1] == sorted(shares[:-1], reverse=True)
    assert sum(shares) <= 1.03


def test_explain_says_that_it_knows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "explain", "qqqzx"]) == 1
    assert "nothing in the gazetteer is read, glossed or spelt like “qqqzx”" in capsys.readouterr().out


def test_stats_count_the_whole_by_kind_origin_and_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "stats"]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    total = len(Gazetteer.default())
    assert rows[0] == ["entities", "all", str(total)]
    for what in ("kind", "origin", "source"):
        assert sum(int(number) for counted, _, number in rows if counted == what) == total
    assert {"Korean", "Japanese"} <= {name for counted, name, _ in rows if counted == "origin"}


ENTITIES = [
    {"id": "office/xx-president", "kind": "office", "name": "President", "written": {"zh": "总统"}},
    {"id": "person/a", "kind": "person", "name": "Ann Lee", "origin": "ko", "written": {"zh": "李安恩"}},
    {"id": "person/b", "kind": "person", "name": "Ann Li", "origin": "ko", "written": {"zh": "李安恩"}},
]
HELD = {"held": [{"office": "office/none", "from": "2020"}]}


@pytest.mark.parametrize(
    ("entities", "code", "end"),
    [
        (ENTITIES[:2], 0, "2 entities: 0 errors, 0 warnings, 0 notes"),
        (ENTITIES, 0, "3 entities: 0 errors, 1 warning, 0 notes"),
        ([*ENTITIES[:2], {**ENTITIES[2], "roles": ["singer"], **HELD}], 1, "3 entities: 1 error, 1 warning, 0 notes"),
    ],
)
def test_validate_counts_what_it_found_and_fails_on_errors(
    entities: list[dict[str, object]], code: int, end: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(yaml.safe_dump({"entities": entities}, allow_unicode=True), encoding="utf-8")
    assert main(["gazetteer", "validate", str(path)]) == code
    assert capsys.readouterr().out.splitlines()[-1] == end


def test_validate_prints_notes_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own.yaml"
    apart = [ENTITIES[0], {**ENTITIES[1], "country": "KR"}, {**ENTITIES[2], "country": "KP"}]
    path.write_text(yaml.safe_dump({"entities": apart}, allow_unicode=True), encoding="utf-8")
    assert main(["gazetteer", "validate", str(path)]) == 0
    assert capsys.readouterr().out.splitlines() == ["3 entities: 0 errors, 0 warnings, 1 note (--notes prints them)"]
    assert main(["gazetteer", "validate", "--notes", str(path)]) == 0
    assert "note: person/a: 李安恩 and 李安恩 (person/b) are both read lianen" in capsys.readouterr().out
