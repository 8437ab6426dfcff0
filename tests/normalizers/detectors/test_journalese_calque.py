"""The table of calques says beside each wording where it is looked for; nothing that it finds may stand elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from normalizers.detectors.journalese_calque import Calque, calques


@pytest.mark.parametrize("calque", calques(), ids=lambda calque: f"{calque.chinese}-{calque.part}")
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_match_has_its_part_and_stands_on_one_line(calque: Calque, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(calque.wording))
    match = calque.wording.search(text)
    assert match
    assert "\n" not in match.group()
    assert calque.part in match.group().lower()
