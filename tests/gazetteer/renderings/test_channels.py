"""Each channel on data: the forms it foresees, and forms that are none of its business."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from gazetteer import builtin
from gazetteer.entity import Entity
from gazetteer.keys import LONGEST_KEY
from gazetteer.renderings import CHANNELS

BY_NAME = {channel.NAME: channel for channel in CHANNELS}
CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "renderings.yaml").read_text(encoding="utf-8")
)


def _entity(case: dict[str, Any]) -> Entity:
    country = (case["country"],) if "country" in case else ()
    return Entity(
        f"{case['kind']}/x",
        case["kind"],
        case.get("name", "X"),
        also=tuple(case.get("also", ())),
        short=case.get("short", ""),
        origin=case["origin"],
        country=country,
        written={"zh": (case["zh"],)},
    )


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{case['channel']}-{case['zh']}-{case['kind']}-{case['origin']}" for case in CASES]
)
def test_channel_foresees(case: dict[str, Any]) -> None:
    forms = {rendering.form for rendering in BY_NAME[case["channel"]].render(_entity(case), builtin.tools())}
    assert set(case["yields"]) <= forms
    assert not set(case["never"]) & forms


@pytest.mark.parametrize("channel", CHANNELS, ids=list(BY_NAME))
@pytest.mark.parametrize("zh", ["徐薰", "巴拉克·奥巴马", "世界卫生组织", "一", "极限施压", "𠮷野家"])
def test_renderings_are_bounded(channel: Any, zh: str) -> None:
    for kind in ("person", "place", "organization", "term"):
        case = {"kind": kind, "origin": "zh", "zh": zh}
        for rendering in channel.render(_entity(case), builtin.tools()):
            assert 0 <= rendering.cost <= 1
            assert rendering.written == 0
            assert all(rendering.parts) and len(rendering.form) <= 2 * LONGEST_KEY


def test_names_of_channels_are_unique() -> None:
    assert len(BY_NAME) == len(CHANNELS)
