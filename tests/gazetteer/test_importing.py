"""Users' files: each format's rows, the problems of broken ones, and the way through the interchange file."""

from __future__ import annotations

import bz2
import gzip
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer import importing, statistics
from gazetteer.entity import Entity
from gazetteer.errors import GazetteerError
from gazetteer.sources import interchange, table

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "readers.yaml").read_text(encoding="utf-8")
)
BY_FILE = {case["file"]: case for case in CASES}


def _write(case: dict[str, Any], folder: Path) -> Path:
    path = folder / case["file"]
    path.write_text(case["content"], encoding="utf-8")
    return path


@pytest.mark.parametrize("case", CASES, ids=list(BY_FILE))
def test_rows_become_entities_and_broken_rows_are_named(case: dict[str, Any], tmp_path: Path) -> None:
    found = importing.read_entities(_write(case, tmp_path))
    assert [[entity.kind, entity.name, *entity.zh] for entity in found.entities] == case["entities"]
    assert len(found.problems) == len(case["problems"])
    for problem, place in zip(found.problems, case["problems"], strict=True):
        assert problem.where.startswith(f"{case['file']}: {place}")
        assert "\n" not in str(problem)


@pytest.mark.parametrize("file", list(BY_FILE))
def test_import_writes_what_reads_back_the_same(file: str, tmp_path: Path) -> None:
    imported = importing.import_source(_write(BY_FILE[file], tmp_path), tmp_path / "out.gazetteer")
    back = importing.read_entities(tmp_path / "out.gazetteer")
    assert back.entities == imported.entities
    assert not back.problems
    assert sum(imported.kinds.values()) == len(imported.entities)


@pytest.mark.parametrize(("ending", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress)])
@pytest.mark.parametrize("file", ["dump.json", "people.ftm", "own.csv"])
def test_archives_read_like_the_files_in_them(ending: str, pack: Any, file: str, tmp_path: Path) -> None:
    plain = importing.read_entities(_write(BY_FILE[file], tmp_path))
    packed = tmp_path / (file + ending)
    packed.write_bytes(pack(BY_FILE[file]["content"].encode()))
    read = [(entity.name, entity.zh) for entity in importing.read_entities(packed).entities]
    assert read == [(entity.name, entity.zh) for entity in plain.entities]


BAD_FILES = [
    ("missing.csv", None, "no such file"),
    ("image.png", b"\x89PNG", "no reader"),
    ("no-columns.csv", b"a,b\n1,2\n", "columns"),
    ("empty.csv", b"", "columns"),
    ("list.yaml", b"- 1\n", "entities"),
    ("cut.tbx", b"<tbx><text>", "TBX"),
    ("bomb.tbx", b'<!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><t>&b;</t>', "entities"),
    ("not-packed.csv.gz", b"name,zh\n", "cannot be read"),
    ("own.yaml.gz", b"", "no reader"),
]


@pytest.mark.parametrize(("file", "content", "message"), BAD_FILES, ids=[file for file, *_ in BAD_FILES])
def test_a_file_that_cannot_be_read_is_refused_in_one_line(
    file: str, content: bytes | None, message: str, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / file).write_bytes(content)
    with pytest.raises(GazetteerError, match=message) as caught:
        importing.read_entities(tmp_path / file)
    assert file in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_later_of_two_rows_with_one_id_stays(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("id,name,zh,kind\nplace/a,Old,旧地,place\nplace/a,New,新地,place\n", encoding="utf-8")
    assert [entity.name for entity in importing.read_entities(path).entities] == ["New"]


def test_import_refuses_another_ending(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"must end in \.gazetteer"):
        importing.import_source(_write(BY_FILE["own.csv"], tmp_path), tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=300))
def test_no_table_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, content: str) -> None:
    path = tmp_path_factory.mktemp("table") / "own.csv"
    path.write_text("name,zh\n" + content, encoding="utf-8", errors="replace")
    problems: list[Any] = []
    for entity in table.read(path, problems.append):
        assert entity.name and entity.zh


def test_a_layer_finds_what_its_file_holds(tmp_path: Path) -> None:
    from gazetteer import Gazetteer

    layer = Gazetteer.read(_write(BY_FILE["own.csv"], tmp_path))
    assert [candidate.entity.name for candidate in layer.lookup("yinwei jihua")] == ["Silver Reed Plan"]
    assert layer.lookup("Marit Solheim")[0].posting.channel == 0
    assert not layer.lookup("Wednesday")


def test_stats_count_every_entity_once(tmp_path: Path) -> None:
    entities = importing.read_entities(_write(BY_FILE["own.csv"], tmp_path)).entities
    stats = statistics.stats(entities)
    assert stats.entities == sum(stats.origins.values()) == sum(stats.sources.values()) == 3
    assert stats.kinds == {"person": 1, "organization": 1, "term": 1}


def test_writing_leaves_nothing_behind_where_it_fails(tmp_path: Path) -> None:
    def broken() -> Any:
        yield from importing.read_entities(_write(BY_FILE["own.csv"], tmp_path)).entities
        raise RuntimeError

    with pytest.raises(RuntimeError):
        interchange.write(broken(), tmp_path / "out.gazetteer")
    assert [path.name for path in tmp_path.iterdir()] == ["own.csv"]


def test_entities_that_were_looked_up_are_counted_together() -> None:
    sources = ("curated; looked up: https://example.org/a", "curated; looked up: http://example.org/b", "curated")
    entities = [Entity(f"place/{at}", "place", "Seoul", source=source) for at, source in enumerate(sources)]
    assert statistics.stats(entities).sources == {"curated; looked up": 2, "curated": 1}
