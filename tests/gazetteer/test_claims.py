"""Claims that hold of somebody, and when."""

from __future__ import annotations

from datetime import date as Date

import pytest

from gazetteer import Gazetteer
from gazetteer.evidence import Candidate, Context
from gazetteer.posting import Posting
from gazetteer.renderings import CHANNELS

SPELLING = [channel.NAME for channel in CHANNELS].index("spelling") + 1


def _names(gazetteer: Gazetteer, entity_id: str, context: Context) -> set[str]:
    entity = gazetteer.entity(entity_id)
    assert entity is not None
    return {item.name for item in gazetteer.linker.evidence(Candidate(entity, Posting(0, SPELLING), 0.9), context)}


@pytest.mark.parametrize(
    ("near", "holds"),
    [
        (("south", "korean", "presid"), "held the office at another time"),
        (("oust", "south", "korean", "presid"), "held the office"),
        (("former", "south", "korean", "presid"), "held the office"),
    ],
)
def test_a_former_holder_is_called_so(near: tuple[str, ...], holds: str, gazetteer: Gazetteer) -> None:
    context = Context(before=near, countries_near=frozenset({"KR"}), date=Date(2019, 3, 1))
    assert holds in _names(gazetteer, "person/park-geun-hye", context)


@pytest.mark.parametrize(
    ("entity_id", "title", "unnamed"),
    [
        ("person/antonio-guterres", ("un", "secretari", "general"), False),
        ("person/angela-merkel", ("chancellor",), True),
    ],
)
def test_those_who_serve_a_union_need_no_country(
    entity_id: str, title: tuple[str, ...], unnamed: bool, gazetteer: Gazetteer
) -> None:
    context = Context(before=title, date=Date(2019, 3, 1))
    assert any(name.startswith("country not named") for name in _names(gazetteer, entity_id, context)) is unnamed


@pytest.mark.parametrize(
    ("spelt", "elsewhere", "name"),
    [
        (("angella", "merkel"), True, "both names in the text"),
        (("merkell",), True, "named elsewhere (ear)"),
        (("angella", "merkel"), False, ""),
    ],
)
def test_a_name_beside_its_like(spelt: tuple[str, ...], elsewhere: bool, name: str, gazetteer: Gazetteer) -> None:
    named = frozenset({"person/angela-merkel"}) if elsewhere else frozenset[str]()
    found = _names(gazetteer, "person/angela-merkel", Context(spelt=spelt, named=named))
    assert {each for each in found if "both names" in each or "elsewhere" in each} == ({name} if name else set())
