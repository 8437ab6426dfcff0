"""Names found by the meaning of their parts, in an index of a few of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer import builtin
from gazetteer.compile import compile_index
from gazetteer.entity import Entity
from gazetteer.index import Index
from gazetteer.meanings import COST, said
from gazetteer.posting import Said
from gazetteer.renderings.meaning import EAR
from gazetteer.renderings.sound import skeleton

NAMES = {
    "work/inception": "盗梦空间",
    "work/monster-hunt": "捉妖记",
    "organization/ndrc": "国家发展和改革委员会",
    "organization/boao": "博鳌亚洲论坛",
    "organization/Lehman Brothers": "雷曼兄弟",
    "work/empresses": "甄嬛传",
    "event/games": "群众运动会",
    "term/oscar": "奥斯卡终身成就奖",
}
FOUND = [
    ("dream theft space", "work/inception"),
    ("space theft dream", "work/inception"),
    ("catch demon", "work/monster-hunt"),
    ("national reform development commission", "organization/ndrc"),
    ("zhenhuan biography", "work/empresses"),
    ("zhen huan biography", "work/empresses"),
    ("crowd games", "event/games"),
]
LEFT = [
    "space station",
    "national commission",
    "demon",
    "dream space garden city",
    "",
    "zhenhuan zhuan",
    "zhenhuan huan",
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    entities = [
        Entity(found, found.partition("/")[0], found.partition("/")[2], written={"zh": (han,)})
        for found, han in sorted(NAMES.items())
    ]
    folder = tmp_path_factory.mktemp("meanings") / "index"
    compile_index(entities, folder, builtin.tools())
    return Index(folder)


def _found(index: Index, phrase: str) -> set[str]:
    stem = builtin.tools().lexicon.stem
    return {index.entity(posting.ordinal).id for posting in said(index, frozenset(map(stem, phrase.split())))}


@pytest.mark.parametrize(("phrase", "entity"), FOUND)
def test_parts_are_found_in_any_order(index: Index, phrase: str, entity: str) -> None:
    assert _found(index, phrase) == {entity}


@pytest.mark.parametrize("phrase", LEFT)
def test_other_phrases_are_no_name(index: Index, phrase: str) -> None:
    assert _found(index, phrase) == set()


def test_an_unsaid_part_is_marked_and_costs(index: Index) -> None:
    stem = builtin.tools().lexicon.stem
    whole = next(said(index, frozenset(map(stem, ("dream", "theft", "space")))))
    part = next(said(index, frozenset(map(stem, ("catch", "demon")))))
    assert not whole.turned
    assert part.turned
    assert part.cost > whole.cost


def test_a_word_says_one_part(index: Index) -> None:
    stem = builtin.tools().lexicon.stem
    whole = next(said(index, frozenset(map(stem, ("oscar", "lifetime", "achievement", "award")))))
    twice = next(said(index, frozenset(map(stem, ("lifetime", "achievement", "award")))))
    assert not whole.turned
    assert twice.turned


def test_a_foreign_word_is_heard_by_its_consonants(index: Index) -> None:
    stems = frozenset((EAR + skeleton("Leehman"), builtin.tools().lexicon.stem("brothers")))
    assert {index.entity(posting.ordinal).name for posting in said(index, stems)} == {"Lehman Brothers"}


def test_a_part_read_aloud_costs(index: Index) -> None:
    stem = builtin.tools().lexicon.stem
    together = next(said(index, frozenset(map(stem, ("zhenhuan", "biography")))))
    apart = next(said(index, frozenset(map(stem, ("zhen", "huan", "biography")))))
    assert COST < together.cost < apart.cost


@given(
    st.builds(
        Said,
        st.integers(0, 2**32 - 1),
        st.integers(0, 15),
        st.booleans(),
        st.integers(0, 14),
        st.integers(2, 15),
        st.integers(0, 15),
    )
)
def test_what_is_said_is_packed_without_loss(spoken: Said) -> None:
    assert Said.unpack(spoken.pack()) == spoken
