"""People whose plainest wrong form is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from gazetteer.entity import Entity
from gazetteer.readings import likeliest
from gazetteer.renderings import Tools
from gazetteer.renderings.pinyin import has_chinese_surname, name_parts
from gazetteer.validation.finding import NOTE, WARNING, Finding


def shared_forms(entities: Iterable[Entity], tools: Tools) -> Iterator[Finding]:
    """Pairs of people whose plainest wrong form is one: a warning where nothing but their names tells them apart."""
    by_reading: dict[str, set[tuple[str, str]]] = defaultdict(set)
    known = {entity.id: entity for entity in entities if entity.kind == "person" and entity.origin != "zh"}
    for entity in known.values():
        for form in entity.zh:
            spelt = likeliest(tools.syllables(name_parts(form)[0], has_chinese_surname(entity)))
            if len(spelt) > 1:
                by_reading["".join(spelt)].add((entity.id, form))
    for reading, holders_of in sorted(by_reading.items()):
        for (first, form), (second, its_form) in combinations(sorted(holders_of), 2):
            if first == second:
                continue
            one, other = known[first], known[second]
            what = f"{form} and {its_form} ({second}) are both read {reading}"
            apart = _told_apart(one, other)
            todo = f"nothing: {apart} them apart" if apart else "say in a note who is meant where, or drop one of them"
            severity = NOTE if apart or one.note or other.note else WARNING
            yield Finding(severity, first, what, todo)


def _told_apart(one: Entity, other: Entity) -> str:
    """What a sentence may say of one that it does not say of the other, as the subject of "them apart"; or nothing."""
    if one.country and other.country and not set(one.country) & set(other.country):
        return "countries tell"
    offices = [{tenure.office for tenure in entity.held} for entity in (one, other)]
    roles = [{*entity.roles, *held} for entity, held in zip((one, other), offices, strict=True)]
    return "offices or roles tell" if all(roles) and not roles[0] & roles[1] else ""
