"""An office as the words beside a name are compared with it."""

from __future__ import annotations

from typing import NamedTuple

from gazetteer.entity import Entity


class Office(NamedTuple):
    """An office as titles are compared with it."""

    entity: Entity
    titles: tuple[frozenset[str], ...]
