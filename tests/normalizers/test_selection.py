"""Which rules a selection leaves on."""

from __future__ import annotations

import pytest

from normalizers.detectors import DETECTORS
from normalizers.selection import selection

RULES = [detector.RULE for detector in DETECTORS]


@pytest.mark.parametrize(
    ("select", "ignore", "on", "off"),
    [
        ([], [], "ZM305", None),
        (["ZM3"], [], "ZM305", "ZM101"),
        (["ZM3xx"], ["ZM305"], "ZM301", "ZM305"),
        (["ZM305"], ["ZM3"], "ZM305", "ZM301"),
        ([], ["ZM3"], "ZM101", "ZM305"),
        (["doubled-closing-quote"], [], "ZM305", "ZM306"),
        (["ZM1,ZM2"], [], "ZM201", "ZM301"),
        (["ALL"], ["ZM6"], "ZM101", "ZM601"),
    ],
)
def test_selectors_switch_rules_on_and_off(select: list[str], ignore: list[str], on: str, off: str | None) -> None:
    chosen = selection(select, ignore, RULES)
    codes = {rule.code for rule in RULES if chosen.has(rule)}
    assert on in codes
    assert off not in codes


@pytest.mark.parametrize("selector", ["ZM999", "nothing", "X"])
def test_a_selector_that_names_no_rule_is_refused(selector: str) -> None:
    with pytest.raises(ValueError, match="no rule is called"):
        selection([selector], [], RULES)
