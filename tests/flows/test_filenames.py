from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.filenames import LONGEST, file_name

HOSTILE = st.text(alphabet=st.sampled_from("ab./\\%:-~ \0\n新é\u202eA"), min_size=1, max_size=12)


@given(st.lists(HOSTILE | st.text(min_size=1, max_size=300), min_size=2, max_size=20, unique=True))
def test_two_ids_never_have_one_name(ids: list[str]) -> None:
    assert len({file_name(document_id) for document_id in ids}) == len(ids)


@given(HOSTILE | st.text(min_size=1, max_size=300))
def test_a_name_stays_in_its_folder(document_id: str) -> None:
    name = file_name(document_id)
    assert Path("folder", f"{name}.txt").parent == Path("folder")
    assert not name.startswith((".", "-", " "))
    assert not re.search(r"[/\\:\0-\x1f]", name)
    assert len(name.encode()) <= LONGEST


@given(HOSTILE)
def test_a_short_name_gives_its_id_back(document_id: str) -> None:
    assert unquote(file_name(document_id)) == document_id


@pytest.mark.parametrize("document_id", ["article", "2020-10-20 summit", "新闻-1", "a.b_c", "Seoul (2)"])
def test_plain_ids_stand_for_themselves(document_id: str) -> None:
    assert file_name(document_id) == document_id


@pytest.mark.parametrize(
    "document_id", ["../../x", "/etc/passwd", "..", ".", "con", "NUL.1", "-rf", " a", "a.", "a%2F"]
)
def test_what_is_not_safe_is_encoded(document_id: str) -> None:
    assert file_name(document_id) != document_id
