"""Repeated decisions become entries that the gazetteer reads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from gazetteer.entity import Entity
from gazetteer.sources import curated
from reports import learn
from reports.decisions import Decision, Reviewed, Verdict

SUH = Entity(
    "person/suh-hoon",
    "person",
    "Suh Hoon",
    ("Seo Hoon",),
    "Suh",
    "ko",
    ("KR",),
    {"zh": ("徐薰",)},
    garbled=("Xu Shun",),
)
Taken = tuple[str, Verdict, str | None]


def taught(decisions: Sequence[Taken], entity: str | None = SUH.id) -> learn.Learnt:
    made = tuple(Decision("0", 0, 1, s, v, r, "Suh Hoon", entity) for s, v, r in decisions)
    return learn.entries([Reviewed("a", "0" * 64, made)], {SUH.id: SUH}.get)


@pytest.mark.parametrize(
    ("decisions", "name", "also", "garbled"),
    [
        ([("Xu Xuen", "accepted", "Suh Hoon")] * 2, "Suh Hoon", ("Seo Hoon",), ("Xu Shun", "Xu Xuen")),
        ([("Xu Xuen", "accepted", "Seo Hoon")] * 3, "Suh Hoon", ("Seo Hoon",), ("Xu Shun", "Xu Xuen")),
        ([("Suh-Hoon", "rejected", None)] * 2, "Suh Hoon", ("Seo Hoon", "Suh-Hoon"), ("Xu Shun",)),
        ([("Xu Shun", "rejected", None)] * 2, "Suh Hoon", ("Seo Hoon", "Xu Shun"), ()),
        ([("Xu Xun", "accepted", "Suh Hun")] * 2, "Suh Hun", ("Seo Hoon", "Suh Hoon"), ("Xu Shun", "Xu Xun")),
    ],
)
def test_what_is_learnt(
    tmp_path: Path, decisions: list[Taken], name: str, also: tuple[str, ...], garbled: tuple[str, ...]
) -> None:
    learnt = taught(decisions)
    assert learnt.left == ()
    path = tmp_path / "my.yaml"
    path.write_text(learn.document(learnt.entities), encoding="utf-8")
    (entity,) = curated.read(path)
    assert (entity.name, entity.also, entity.garbled) == (name, also, garbled)
    assert (entity.written, entity.country, entity.origin) == (SUH.written, SUH.country, SUH.origin)


@pytest.mark.parametrize(
    ("decisions", "entity", "reason"),
    [
        ([("Xu Xun", "rejected", None)], SUH.id, "1 of the 2"),
        ([("Xu Xun", "rejected", None)] * 2, None, "no entity"),
        ([("Xu Xun", "rejected", None)] * 2, "person/unknown", "no entity"),
        ([("Xu Xun", "rejected", None), ("Xu Xun", "accepted", "Suh Hoon")], SUH.id, "more than one way"),
        ([("Xu Xun", "accepted", "")] * 2, SUH.id, "deleted"),
    ],
)
def test_what_is_unclear_is_named(decisions: list[Taken], entity: str | None, reason: str) -> None:
    learnt = taught(decisions, entity)
    assert learnt.entities == ()
    assert len(learnt.left) == 1
    assert reason in learnt.left[0]


def test_unsure_teaches_nothing() -> None:
    assert taught([("Xu Xun", "unsure", None)] * 5) == learn.Learnt((), ())
