"""Repeated decisions -> curated entries for the next run.

A form that was rejected again and again is right as it stands (`also`: never touched). A form for which a right form of
an entity was accepted is one of that entity's wrong forms (`garbled`). What was typed and is no right form of anything
known becomes the entity's name where it is like it, with the old name right as well; else it is an entity of its own.
What is unclear, and what no entry can say, is named.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Protocol

import yaml

from gazetteer.entity import KINDS, Entity
from gazetteer.similarity import likeness, squash
from reports import visible
from reports.decisions import Decision, Reviewed

AT_LEAST = 2
"""Decisions of one kind on one form that make a habit."""
SOURCE = "review"
"""What an entry that was learnt says of where it comes from."""
ALIKE = 0.5
"""The likeness at which a name that was typed is another spelling of the one proposed, and not another thing."""
NAMES = ("ZM1", "ZM802")
"""How the codes of those rules begin that look names up: what others find, no entry can change."""

_SLUG = re.compile("[^a-z0-9]+")


class Known(Protocol):
    """A gazetteer as far as it is asked."""

    def entity(self, entity_id: str, /) -> Entity | None:
        """The entity with this id."""

    def named(self, form: str, /) -> tuple[Entity, ...]:
        """The entities of which `form`, letter for letter, is a right form."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """The entities to read over the old ones, a line for each thing learnt, and one for each form that taught none."""

    entities: tuple[Entity, ...]
    lines: tuple[str, ...]
    left: tuple[str, ...]


class Unclear(Exception):
    """Why a form taught nothing."""


def entries(reviewed: Iterable[Reviewed], known: Known, at_least: int = AT_LEAST) -> Learnt:
    """What the decisions teach. `at_least`: equal decisions on one form that make a habit.

    A change that was made and accepted as it was teaches nothing new, and is passed over.
    """
    forms: dict[tuple[str, str], list[Decision]] = defaultdict(list)
    for each in reviewed:
        for decision in each.decisions:
            if decision.verdict != "unsure" and not _is_known_already(decision):
                forms[decision.entity or "", decision.surface].append(decision)
    pupil = _Pupil(known)
    for _, made in sorted(forms.items()):
        pupil.learn(made, at_least)
    return Learnt(tuple(pupil.changed.values()), tuple(pupil.lines), tuple(pupil.left))


def document(entities: Iterable[Entity]) -> str:
    """The entities as curated YAML, the format of `gazetteer/data/README.md`."""
    data = {"entities": [_fields(entity) for entity in entities]}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)


def _is_known_already(decision: Decision) -> bool:
    return (decision.action, decision.verdict, decision.replacement) == ("applied", "accepted", decision.proposed)


class _Pupil:
    """The entities as changed so far."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self.changed: dict[str, Entity] = {}
        self.lines: list[str] = []
        self.left: list[str] = []

    def learn(self, made: list[Decision], at_least: int) -> None:
        """Learn from all decisions on one form."""
        form = visible.line(made[0].surface)
        try:
            entity, what = self._lesson(made, at_least)
        except Unclear as reason:
            self.left.append(f"{form!r}: {reason}")
        else:
            self.changed[entity.id] = entity
            self.lines.append(f"{entity.id}: {what}")

    def _lesson(self, made: list[Decision], at_least: int) -> tuple[Entity, str]:
        """The entity as the decisions have it, and what they changed of it in words.

        Raises:
            Unclear: they teach nothing.
        """
        (verdict, chosen), times = Counter((d.verdict, d.replacement) for d in made).most_common(1)[0]
        if times < len(made):
            raise Unclear("it was decided in more than one way")
        if times < at_least:
            raise Unclear(f"decided {times} of the {at_least} times that make a habit")
        first = made[0]
        form, old = first.surface, self._entity(first.entity)
        if verdict == "rejected":
            if old is None:
                raise Unclear(f"rule {first.rule or '?'} looks no name up; to silence it, leave it out with --ignore")
            return _with(old, also=(*old.also, form)), f"never touch {visible.line(form)!r}"
        if not chosen:
            raise Unclear("it was deleted, which no entry can say")
        return self._wrong_form(form, chosen, old, first)

    def _entity(self, entity_id: str | None) -> Entity | None:
        return (self.changed.get(entity_id) or self._known.entity(entity_id)) if entity_id else None

    def _wrong_form(self, form: str, chosen: str, old: Entity | None, first: Decision) -> tuple[Entity, str]:
        said = f"{visible.line(form)!r} is a wrong form of {visible.line(chosen)!r}"
        if old is None or chosen not in old.right:
            old = self._meant(chosen, old, first)
        if chosen == old.short != old.name:
            raise Unclear(f"{visible.line(chosen)!r} is a short form, which other names share")
        if chosen not in old.right:
            short = "" if old.short == old.name else old.short
            old = replace(old, name=chosen, also=(*old.also, old.name), short=short)
            said += ", which is the name from now on"
        return _with(old, garbled=(*old.garbled, form)), said

    def _meant(self, chosen: str, old: Entity | None, first: Decision) -> Entity:
        """The entity that a reviewer meant by a form that is none of the right ones of the entity proposed."""
        others = self._known.named(chosen)
        if len(others) == 1:
            return self._entity(others[0].id) or others[0]
        if others:
            raise Unclear(f"{visible.line(chosen)!r} is the name of {len(others)} entities")
        if old is not None:
            if chosen == first.proposed:
                raise Unclear(f"{visible.line(chosen)!r} follows from the entry of {old.id}")
            if likeness(squash(chosen), map(squash, old.right)) >= ALIKE:
                return old
        elif first.rule is not None and not first.rule.startswith(NAMES):
            raise Unclear(f"rule {first.rule} looks no name up, so that no entry can change what it finds")
        return _new(old.kind if old else "term", chosen)


def _new(kind: str, name: str) -> Entity:
    """An entity of which a reviewer has told the name alone."""
    assert kind in KINDS
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    digest = hashlib.sha256(name.encode("utf-8", "backslashreplace")).hexdigest()[:8]
    slug = "-".join(filter(None, ("review", _SLUG.sub("-", ascii_name)[:40].strip("-"), digest)))
    return Entity(f"{kind}/{slug}", kind, name, written={"zh": ()}, source=SOURCE)


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
