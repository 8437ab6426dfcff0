"""`*.gazetteer`: entities as JSON lines, one `Entity.record()` a line. What importing writes, and the fastest to
read.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from gazetteer.entity import KINDS, Entity
from gazetteer.sources.rows import BadRow, Problem, Report, lines, text

SUFFIXES = (".gazetteer",)


def read(path: Path, report: Report) -> Iterator[Entity]:
    """Yield the entities of a file."""
    for number, line in lines(path, report):
        try:
            if line.strip():
                yield _entity(json.loads(line))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            report(Problem(f"{path.name}: line {number}", f"no entity: {error!s:.120}"))


def write(entities: Iterable[Entity], path: Path) -> int:
    """Write entities to `path`, whole or not at all, and return how many."""
    path.parent.mkdir(parents=True, exist_ok=True)
    work = path.with_name(f".{path.name}.{os.getpid()}")
    count = 0
    try:
        with work.open("w", encoding="utf-8") as stream:
            for count, entity in enumerate(entities, 1):  # noqa: B007 - counted for the caller
                stream.write(json.dumps(entity.record(), ensure_ascii=False, sort_keys=True) + "\n")
        os.replace(work, path)
    finally:
        work.unlink(missing_ok=True)
    return count


def _entity(data: object) -> Entity:
    if not isinstance(data, dict):
        raise BadRow("not a JSON object")
    entity = Entity.from_record(data)
    for field in ("id", "kind", "name"):
        text(getattr(entity, field), field)
    if entity.kind not in KINDS or not entity.id or not entity.name:
        raise BadRow("needs `id`, `kind` and `name`")
    for form in (*entity.also, *entity.garbled, *(form for forms in entity.written.values() for form in forms)):
        text(form, "names")
    return entity
