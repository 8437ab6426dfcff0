"""Ids are those of one entity each, and what is named by its id exists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from gazetteer.entity import Entity
from gazetteer.validation.finding import ERROR, Finding


def ids(entities: Iterable[Entity]) -> Iterator[Finding]:
    """No two entities have one id, and every id begins with the kind."""
    counts = Counter(entity.id for entity in entities)
    for entity_id, count in counts.items():
        if count > 1:
            yield Finding(ERROR, entity_id, f"{count} entities have this id", "rename all but one")
    for entity in entities:
        if entity.id.partition("/")[0] != entity.kind:
            yield Finding(ERROR, entity.id, f"the id does not begin with the kind {entity.kind}", "rename it")


def links(entities: Sequence[Entity]) -> Iterator[Finding]:
    """Offices and organisations that are named exist."""
    known = {entity.id: entity.kind for entity in entities}
    for entity in entities:
        for tenure in entity.held:
            if known.get(tenure.office) != "office":
                yield Finding(
                    ERROR, entity.id, f"held {tenure.office}, which is no office", "add the office or mend the id"
                )
        if entity.of and entity.of not in known:
            yield Finding(ERROR, entity.id, f"is of {entity.of}, which does not exist", "add it or mend the id")
