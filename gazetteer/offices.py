"""The offices of a gazetteer: by id, by country and the words of their title, and who held them."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from gazetteer.claims.office import Office
from gazetteer.claims.roles import ENOUGH_OF_A_TITLE
from gazetteer.entity import Entity
from gazetteer.layers import Layers
from gazetteer.lexicon import Lexicon
from gazetteer.posting import HOLDER, OFFICE
from gazetteer.stems import title_stems


class Offices:
    """Looks for offices in layers; each question is answered once."""

    def __init__(self, layers: Layers, lexicon: Lexicon) -> None:
        self._layers = layers
        self._lexicon = lexicon
        self.get = lru_cache(maxsize=1 << 14)(self._get)
        self.holders = lru_cache(maxsize=1 << 12)(self._holders)
        self.named = lru_cache(maxsize=1 << 13)(self._named)
        self._titles_of = lru_cache(maxsize=1 << 9)(self._titles_by_stem)

    def _get(self, office_id: str) -> Office | None:
        """The office with this id, with the stems of its titles."""
        entity = self._layers.entity(office_id)
        return self._office(entity) if entity else None

    def _office(self, entity: Entity) -> Office:
        return Office(entity, tuple(dict.fromkeys(title_stems(title, self._lexicon) for title in entity.right)))

    def _holders(self, office_id: str) -> tuple[Entity, ...]:
        """The people who held an office."""
        return tuple({entity.id: entity for entity, _ in self._layers.postings(HOLDER + office_id)}.values())

    def _named(self, country: str, near: frozenset[str]) -> tuple[Office, ...]:
        """The offices of a country ("" for those of none) of whose title enough stands among the stems `near`."""
        titles = self._titles_of(country)
        found = {
            office.entity.id: office
            for stem in near & titles.keys()
            for title, office in titles[stem]
            if len(title & near) / len(title) >= ENOUGH_OF_A_TITLE
        }
        return tuple(found[office_id] for office_id in sorted(found))

    def _titles_by_stem(self, country: str) -> dict[str, list[tuple[frozenset[str], Office]]]:
        """The titles of a country's offices, each by as many of its rarest stems as make sure that one of them is there
        where enough of the title is.
        """
        offices = {entity.id: self._office(entity) for entity, _ in self._layers.postings(OFFICE + country)}
        titles = [(title, office) for office in offices.values() for title in office.titles if title]
        counts = Counter(stem for title, _ in titles for stem in title)
        found: dict[str, list[tuple[frozenset[str], Office]]] = {}
        for title, office in titles:
            spare = sum(1 for some in range(1, len(title) + 1) if some / len(title) >= ENOUGH_OF_A_TITLE)
            for stem in sorted(title, key=lambda stem: (counts[stem], stem))[:spare]:
                found.setdefault(stem, []).append((title, office))
        return found
