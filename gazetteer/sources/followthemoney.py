"""FollowTheMoney entities, a JSON object a line (OpenSanctions and others): those with a name in Chinese characters."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from gazetteer.entity import Entity
from gazetteer.sources.rows import HAN, BadRow, Problem, Report, entity, lines, slug

SUFFIXES = (".ftm", ".json", ".jsonl", ".ijson")
KINDS = {"Person": "person", "Organization": "organization", "Company": "organization", "PublicBody": "organization",
         "LegalEntity": "organization", "Vessel": "product", "Airplane": "product"}  # fmt: skip
NAMES = ("name", "alias", "weakAlias", "previousName")


def read(path: Path, report: Report) -> Iterator[Entity]:
    """Yield the entities of known schemata that have a name in Chinese and one in Latin letters; others are no
    error.
    """
    for number, line in lines(path, report):
        try:
            if line.strip():
                found = _entity(json.loads(line), path.name)
                if found is not None:
                    yield found
        except (ValueError, AttributeError, TypeError, RecursionError) as error:
            report(Problem(f"{path.name}: line {number}", str(error) or "no FollowTheMoney entity"))


def _entity(data: object, source: str) -> Entity | None:
    if not isinstance(data, dict) or not isinstance(data.get("properties"), dict):
        raise BadRow("is no FollowTheMoney entity: needs `schema` and `properties`")
    kind = KINDS.get(data.get("schema", ""))
    properties = data["properties"]
    names = [name for key in NAMES for name in properties.get(key, ()) if isinstance(name, str)]
    chinese = [name for name in names if HAN.search(name)]
    latin = [name for name in names if name.isascii() or not HAN.search(name)]
    if kind is None or not chinese or not latin:
        return None
    return entity(
        kind,
        latin,
        chinese,
        identity=f"{kind}/{slug(str(data.get('id', latin[0])))}",
        country=properties.get("country", properties.get("nationality", ()))[:4],
        source=source,
        weak=True,
    )
