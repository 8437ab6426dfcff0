"""What entities were called before they were renamed."""

from __future__ import annotations

from datetime import date as Date
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from gazetteer import Gazetteer, builtin
from gazetteer.errors import GazetteerError
from gazetteer.former_names import called_on, read_former_names
from normalizers import Zhengming

TABLE = read_former_names(builtin.DATA / "former_names.tsv")


def test_every_former_name_is_a_right_one_of_the_gazetteer(gazetteer: Gazetteer) -> None:
    known = {entity_id: gazetteer.entity(entity_id) for entity_id in TABLE}
    assert not [entity_id for entity_id, entity in known.items() if entity is None]
    names = [(entity, former.name) for entity_id, entity in known.items() for former in TABLE[entity_id]]
    assert not [name for entity, name in names if entity and (name not in entity.right or name == entity.name)]


def test_who_was_renamed_at_an_accession_was_called_so_to_the_day_before(gazetteer: Gazetteer) -> None:
    for entity_id, former in TABLE.items():
        entity = gazetteer.entity(entity_id)
        if entity is not None and entity.held:
            starts = {tenure.start for tenure in entity.held}
            assert all(name.end + timedelta(days=1) in starts for name in former), entity_id


def test_no_two_names_on_one_day() -> None:
    for former in TABLE.values():
        assert all(one.start is None or one.start <= one.end for one in former)
        assert all(after.start is not None and one.end < after.start for one, after in pairwise(former))


@pytest.mark.parametrize(
    ("entity_id", "day", "name"),
    [
        ("place/astana", Date(2019, 3, 22), None),
        ("place/astana", Date(2019, 3, 23), "Nur-Sultan"),
        ("place/astana", Date(2022, 9, 19), None),
        ("place/sz", Date(2018, 4, 18), "Swaziland"),
        ("place/sz", Date(2018, 4, 19), None),
        ("place/busan", Date(2018, 4, 18), None),
    ],
)
def test_the_name_of_a_day(entity_id: str, day: Date, name: str | None, gazetteer: Gazetteer) -> None:
    entity = gazetteer.entity(entity_id)
    assert entity is not None
    former = called_on(day, entity, TABLE)
    assert (former.name if former else None) == name


@pytest.mark.parametrize("row", ["place/x\tX\t2020-01-01\t\there", "place/x\tX\t\tMay\there", "place/x\tX\t\t2020"])
def test_a_broken_row_is_named(row: str, tmp_path: Path) -> None:
    path = tmp_path / "former_names.tsv"
    path.write_text(row + "\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"former_names\.tsv, line 1"):
        read_former_names(path)


@pytest.mark.parametrize(("date", "name"), [("2015-06-02", "Swaziland"), ("2021-06-02", "Eswatini")])
def test_a_text_is_given_the_name_of_its_day(date: str, name: str, zm: Zhengming) -> None:
    text = "The king of Siweishilan, in Mbabane, dissolved the parliament of the African kingdom."
    (finding,) = (one for one in zm.correct(text, date=date).findings if one.surface == "Siweishilan")
    assert finding.replacement == name
    said = any("Eswatini was called Swaziland until 2018-04-18" in item.claim for item in finding.evidence)
    assert said is (name == "Swaziland")
