"""Repeated decisions -> curated entries for the next run.

A form that was rejected again and again is right as it stands (`also`: never touched). A form for which the entity's
own name, or another of its right forms, was accepted is one of its wrong forms (`garbled`). A form typed instead of
what was proposed becomes the entity's name, and the old name one that is right as well. What is unclear is named.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

import yaml

from gazetteer.entity import Entity
from reports import visible
from reports.decisions import Decision, Reviewed

AT_LEAST = 2
"""Decisions of one kind on one form that make a habit."""

SOURCE = "review"
"""What an entry that was learnt says of where it comes from."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """The entities to read over the old ones, and a line for each form from which nothing was learnt."""

    entities: tuple[Entity, ...]
    left: tuple[str, ...]


def entries(reviewed: Iterable[Reviewed], known: Callable[[str], Entity | None], at_least: int = AT_LEAST) -> Learnt:
    """What the decisions teach. `known` gives the entity with an id, or None; `at_least`: equal decisions."""
    forms: dict[tuple[str | None, str], list[Decision]] = defaultdict(list)
    for each in reviewed:
        for decision in each.decisions:
            if decision.verdict != "unsure":
                forms[decision.entity, decision.surface].append(decision)
    changed: dict[str, Entity] = {}
    left = []
    for (entity_id, surface), made in sorted(forms.items(), key=lambda item: (item[0][0] or "", item[0][1])):
        old = (changed.get(entity_id) or known(entity_id)) if entity_id else None
        new, reason = _learn(old, surface, made, at_least)
        if new:
            changed[new.id] = new
        else:
            left.append(f"{visible.line(surface)!r}: {reason}")
    return Learnt(tuple(changed.values()), tuple(left))


def document(entities: Iterable[Entity]) -> str:
    """The entities as curated YAML, the format of `gazetteer/data/README.md`."""
    data = {"entities": [_fields(entity) for entity in entities]}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)


def _learn(old: Entity | None, surface: str, made: list[Decision], at_least: int) -> tuple[Entity | None, str]:
    """The entity with what was learnt of one form, or None and why not."""
    if old is None:
        return None, "the gazetteer has no entity for it"
    counted = Counter((d.verdict, d.replacement) for d in made)
    (verdict, chosen), times = counted.most_common(1)[0]
    if len(counted) > 1:
        return None, "it was decided in more than one way"
    if times < at_least:
        return None, f"decided {times} of the {at_least} times that make a habit"
    if verdict == "rejected":
        return _with(old, also=(*old.also, surface)), ""
    if not chosen:
        return None, "it was deleted, which no entry can say"
    if chosen not in old.right:
        if chosen == made[0].proposed:
            return None, f"{visible.line(chosen)!r} is a form of {old.id} that follows from its entry"
        old = replace(old, name=chosen, also=(*old.also, old.name))
    return _with(old, garbled=(*old.garbled, surface)), ""


def _with(entity: Entity, also: tuple[str, ...] = (), garbled: tuple[str, ...] = ()) -> Entity:
    """The entity with these forms in place of its own where any are given; no form is both right and wrong."""
    right = tuple(dict.fromkeys(also or (form for form in entity.also if form not in garbled)))
    wrong = tuple(dict.fromkeys(garbled or (form for form in entity.garbled if form not in also)))
    return replace(entity, also=right, garbled=wrong, source=SOURCE)


def _fields(entity: Entity) -> dict[str, Any]:
    """The fields of an entity as a curated file has them."""
    fields = entity.record()
    fields.pop("weak", None)
    if "held" in fields:
        fields["held"] = [
            {key: value for key, value in zip(("office", "from", "to"), tenure, strict=True) if value}
            for tenure in fields["held"]
        ]
    return fields
