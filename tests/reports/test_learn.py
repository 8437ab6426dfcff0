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
WOOK = Entity("person/suh-wook", "person", "Suh Wook", written={"zh": ("徐旭",)})
DAMS = tuple(Entity(f"place/{name}-dam", "place", "Long Dam", written={"zh": ("龙坝",)}) for name in ("east", "west"))
Taken = tuple[str, Verdict, str | None]


class Known:
    """A gazetteer of four entities."""

    entities = (SUH, WOOK, *DAMS)

    def entity(self, entity_id: str, /) -> Entity | None:
        return next((each for each in self.entities if each.id == entity_id), None)

    def named(self, form: str, /) -> tuple[Entity, ...]:
        return tuple(each for each in self.entities if form in each.right)


def taught(
    decisions: Sequence[Taken], entity: str | None = SUH.id, rule: str | None = "ZM101", action: str = "suggested"
) -> learn.Learnt:
    made = tuple(Decision("0", 0, 1, s, v, r, "Suh Hoon", entity, rule, action) for s, v, r in decisions)
    return learn.entries([Reviewed("a", "0" * 64, made)], Known())


def read_back(learnt: learn.Learnt, folder: Path) -> Entity:
    """The only entity, as the gazetteer reads it."""
    path = folder / "my.yaml"
    path.write_text(learn.document(learnt.entities), encoding="utf-8")
    (entity,) = curated.read(path)
    return entity


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
def test_what_is_learnt_of_the_entity_proposed(
    tmp_path: Path, decisions: list[Taken], name: str, also: tuple[str, ...], garbled: tuple[str, ...]
) -> None:
    learnt = taught(decisions)
    assert learnt.left == ()
    assert len(learnt.lines) == 1 and learnt.lines[0].startswith(f"{SUH.id}: ")
    entity = read_back(learnt, tmp_path)
    assert (entity.name, entity.also, entity.garbled) == (name, also, garbled)
    assert (entity.written, entity.country, entity.origin) == (SUH.written, SUH.country, SUH.origin)


@pytest.mark.parametrize("entity", [SUH.id, None])
def test_an_alternative_is_a_wrong_form_of_the_one_it_names(tmp_path: Path, entity: str | None) -> None:
    learnt = read_back(taught([("Xu Xu", "accepted", "Suh Wook")] * 2, entity), tmp_path)
    assert (learnt.id, learnt.name, learnt.garbled) == (WOOK.id, "Suh Wook", ("Xu Xu",))


@pytest.mark.parametrize(("entity", "kind"), [(SUH.id, "person"), (None, "term"), ("person/unknown", "term")])
@pytest.mark.parametrize("name", ["Ivo Brandt", "Ívo \N{GRINNING FACE}", "白"])
def test_what_is_new_is_an_entity_of_its_own(tmp_path: Path, entity: str | None, kind: str, name: str) -> None:
    learnt = read_back(taught([("Yi Fu", "accepted", name)] * 2, entity), tmp_path)
    assert (learnt.kind, learnt.name, learnt.garbled) == (kind, name, ("Yi Fu",))
    assert learnt.id.startswith(f"{kind}/review-")


@pytest.mark.parametrize(
    ("decisions", "entity", "rule", "reason"),
    [
        ([("Xu Xun", "rejected", None)], SUH.id, "ZM101", "1 of the 2"),
        ([("Xu Xun", "rejected", None)] * 2, None, "ZM202", "ZM202 looks no name up"),
        ([("Xu Xun", "rejected", None)] * 2, "person/unknown", None, "looks no name up"),
        ([("Xu Xun", "rejected", None), ("Xu Xun", "accepted", "Suh Wook")], SUH.id, "ZM101", "more than one way"),
        ([("Xu Xun", "rejected", None)] * 2 + [("Xu Xun", "accepted", "x")], SUH.id, "ZM101", "more than one way"),
        ([("Xu Xun", "accepted", "")] * 2, SUH.id, "ZM101", "deleted"),
        ([("Xu", "accepted", "Suh")] * 2, SUH.id, "ZM106", "short form"),
        ([("mouth", "accepted", "tune")] * 2, None, "ZM601", "no entry can change"),
        ([("Chang Ba", "accepted", "Long Dam")] * 2, SUH.id, "ZM102", "the name of 2 entities"),
    ],
)
def test_what_is_unclear_is_named(decisions: list[Taken], entity: str | None, rule: str | None, reason: str) -> None:
    learnt = taught(decisions, entity, rule)
    assert learnt.entities == learnt.lines == ()
    assert len(learnt.left) == 1
    assert reason in learnt.left[0]


def test_an_inflected_form_follows_from_its_entry() -> None:
    made = tuple(Decision("0", 0, 1, "Xus", "accepted", "Suhs", "Suhs", SUH.id, "ZM101", "suggested") for _ in "ab")
    assert "follows from the entry" in learn.entries([Reviewed("a", "0" * 64, made)], Known()).left[0]


@pytest.mark.parametrize(
    ("decision", "action"), [(("Xu Xun", "unsure", None), "suggested"), (("Xu Xun", "accepted", "Suh Hoon"), "applied")]
)
def test_what_tells_nothing_new_is_passed_over(decision: Taken, action: str) -> None:
    assert taught([decision] * 5, action=action) == learn.Learnt((), (), ())


def test_a_change_that_was_made_and_is_put_otherwise_is_learnt() -> None:
    assert len(taught([("Xu Xu", "accepted", "Suh Wook")] * 2, action="applied").entities) == 1


def test_the_forms_of_one_entity_go_together(tmp_path: Path) -> None:
    learnt = taught([("Xu Xuen", "accepted", "Suh Hoon"), ("Xu Hun", "rejected", None)] * 2)
    entity = read_back(learnt, tmp_path)
    assert (entity.also, entity.garbled) == (("Seo Hoon", "Xu Hun"), ("Xu Shun", "Xu Xuen"))
    assert len(learnt.lines) == 2
