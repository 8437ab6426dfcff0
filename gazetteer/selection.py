"""Which entities of derived sources an index needs: those that no better source has."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from gazetteer.shards import Shard


def superseded(curated: Iterable[Shard], derived: Iterable[Shard]) -> set[str]:
    """The ids of derived entities that are left out, earlier shards before later ones.

    Left out is what has a right name that is curated, or a Chinese form that is: unless it is a place of China with the
    name that its characters spell, and no place that is curated has that name. (平昌 is Pyeongchang in Korea and
    Pingchang in Sichuan, and the second protects what is right; so does Wuhan the city, beside Wuhan the destroyer.) Of
    two derived entities with one name and one Chinese form in one country the first stays.
    """
    names: set[str] = set()
    names_of_places: set[str] = set()
    written: set[str] = set()
    for record in _records(curated):
        names.update(_names(record))
        written.update(_chinese(record))
        if record["kind"] == "place":
            names_of_places.update(_names(record))
    seen: set[tuple[Any, ...]] = set()
    found: set[str] = set()
    for record in _records(derived):
        same = (record["name"], *record.get("country", ()), *_chinese(record)[:1])
        own_name = record["kind"] == "place" and record.get("origin") == "zh"
        taken = not own_name and any(form in written for form in _chinese(record))
        curated_names = names_of_places if own_name else names
        if taken or same in seen or not curated_names.isdisjoint(_names(record)):
            found.add(record["id"])
        seen.add(same)
    return found


def _records(shards: Iterable[Shard]) -> Iterable[dict[str, Any]]:
    return (json.loads(line) for shard in shards for line in shard.records)


def _names(record: dict[str, Any]) -> tuple[str, ...]:
    return (record["name"], *record.get("also", ()))


def _chinese(record: dict[str, Any]) -> list[str]:
    return [form.replace("·", "") for form in record.get("written", {}).get("zh", ())]
