"""How the Chinese forms of a name are read: as the whole name, or as a family name that stands alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gazetteer.entity import Entity
from gazetteer.similarity import likeness, squash

SHORTEST_GIVEN_NAME = 3
"""Letters more than those of a family name that make a reading one of the whole name."""
FAMILY_NAME_ALIKE = 0.5
"""The likeness at which a Chinese form without a dot renders a foreigner's family name, and not a Chinese name of his
own.
"""


class NameReadings(NamedTuple):
    """The squashed readings of an entity's Chinese forms: of whole names, and of family names that stand alone."""

    whole: tuple[str, ...] = ()
    family: tuple[str, ...] = ()


def name_readings(entity: Entity, record: Mapping[str, Sequence[str]]) -> NameReadings:
    """The readings of an entity, of its record in an index (`pinyin`, form by form, and `last` for family names).

    A foreign name's part after the last dot is its family name; so is a form without a dot, where no other form has
    one, or where it is the last part of another.
    """
    alone: list[str] = []
    whole: list[str] = []
    dotted = {form.rsplit("·", 1)[-1] for form in entity.zh if "·" in form}
    for form, reading in zip(entity.zh, record.get("pinyin", ()), strict=False):
        is_family = "·" not in form and (form in dotted or (not dotted and _sounds_like(reading, entity.short)))
        (alone if is_family else whole).append(squash(reading))
    return NameReadings(tuple(whole), (*alone, *map(squash, record.get("last", ()))))


def _sounds_like(reading: str, name: str) -> bool:
    """Whether a reading is that of a family name, and not the name with a given name behind it (Huang Renxun)."""
    heard, written = squash(reading), squash(name)
    if heard.startswith(written) and len(heard) - len(written) >= SHORTEST_GIVEN_NAME:
        return False
    return likeness(heard, (written,)) >= FAMILY_NAME_ALIKE
