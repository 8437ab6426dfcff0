"""A Wikidata JSON dump (`.json`, `.json.gz`, `.json.bz2`): one item a line, streamed.

Kept are items of known classes with an English and a Chinese label, and with so many sitelinks that the news may name
them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date as Date
from itertools import chain
from pathlib import Path
from typing import Any

from gazetteer.entity import Entity
from gazetteer.sources.rows import Problem, Report, entity, lines

CLASSES = {
    "Q5": "person", "Q515": "place", "Q6256": "place", "Q3624078": "place", "Q486972": "place", "Q3957": "place", "Q532": "place",
    "Q1549591": "place", "Q8502": "place", "Q4022": "place", "Q23442": "place", "Q43229": "organization", "Q4830453": "organization",
    "Q783794": "organization", "Q6881511": "organization", "Q891723": "organization", "Q7278": "organization", "Q3918": "organization",
    "Q484652": "organization", "Q163740": "organization", "Q11032": "organization", "Q192283": "organization", "Q11424": "work",
    "Q5398426": "work", "Q7725634": "work", "Q571": "work", "Q12136": "term", "Q1656682": "event", "Q198": "event", "Q131569": "term",
}  # fmt: skip
"""Classes (`instance of`, P31) and the kinds of their items."""
BEGINNINGS = ("P571", "P577", "P580")
"""Properties that say since when there is a thing."""
TIME = re.compile(r"\+(\d{4})-(0\d|1[0-2])-([0-2]\d|3[01])T")
"""A date of our era; month and day are 00 where they are not known."""
CHINESE = ("zh-hans", "zh-cn", "zh", "zh-sg")
FEWEST_SITELINKS = 5
"""Sitelinks of the least known item that is kept."""
SOURCE = "Wikidata"


def read(
    path: Path, report: Report, classes: Mapping[str, str] = CLASSES, fewest_sitelinks: int = FEWEST_SITELINKS
) -> Iterator[Entity]:
    """Yield the items of `classes` (a Wikidata id -> a kind) that have at least `fewest_sitelinks`."""
    for number, line in lines(path, report):
        record = line.strip().rstrip(",")
        if record in ("", "[", "]"):
            continue
        try:
            found = _entity(json.loads(record), classes, fewest_sitelinks)
        except (ValueError, AttributeError, TypeError, KeyError, RecursionError) as error:
            report(Problem(f"{path.name}: line {number}", f"no Wikidata item: {error!r:.120}"))
            continue
        if found is not None:
            yield found


def _entity(item: Mapping[str, Any], classes: Mapping[str, str], fewest_sitelinks: int) -> Entity | None:
    kind = next((classes[found] for found in _classes(item) if found in classes), None)
    labels = item.get("labels", {})
    name = labels.get("en", {}).get("value", "")
    chinese = [labels[tag]["value"] for tag in CHINESE if tag in labels]
    if kind is None or not name or not chinese or len(item.get("sitelinks", ())) < fewest_sitelinks:
        return None
    also = [alias["value"] for alias in item.get("aliases", {}).get("en", ())]
    also = [alias for alias in also if alias[:1].isupper()][:8]
    return entity(
        kind,
        [name, *also],
        _simplified(chinese),
        identity=f"{kind}/wikidata-{item['id'].lower()}",
        source=SOURCE,
        since=min(_days(item), default=None),
        weak=True,
    )


def _days(item: Mapping[str, Any]) -> Iterator[Date]:
    """The first days that its dates of inception, publication and beginning may mean."""
    for claim in chain.from_iterable(item.get("claims", {}).get(found, ()) for found in BEGINNINGS):
        value = claim.get("mainsnak", {}).get("datavalue", {}).get("value", {})
        if isinstance(value, dict) and (match := TIME.match(str(value.get("time", "")))):
            year, month, day = (int(part) or 1 for part in match.groups())
            with suppress(ValueError):
                yield Date(year, month, day)


def _classes(item: Mapping[str, Any]) -> Iterator[str]:
    for claim in item.get("claims", {}).get("P31", ()):
        value = claim.get("mainsnak", {}).get("datavalue", {}).get("value", {})
        if isinstance(value, dict) and "id" in value:
            yield value["id"]


def _simplified(labels: list[str]) -> list[str]:
    from gazetteer.sources.geonames import simplify

    return list(dict.fromkeys(map(simplify, labels)))[:2]
