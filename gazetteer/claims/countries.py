"""Whether the text names the country of the entity, and where."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from gazetteer.claims.office import Office
from gazetteer.claims.weights import Weights
from gazetteer.entity import UNIONS, Entity
from gazetteer.evidence import Candidate, Context, Evidence
from gazetteer.manner import country_group, gloss_group, is_body, is_gloss, kind_group

EVERYWHERE = frozenset({"US", "CN"})
"""Countries that are named in most news translated from Chinese."""
HOME = frozenset({"CN"})
"""The country of most places in news translated from Chinese."""
EVERYWHERE_TELLS = 0.5
"""What naming one of them tells of whom the text is about, beside another country (1)."""
KOREAS = frozenset({"KR", "KP"})
"""Two states of one country: what is named beside the one may well be of the other."""
SPOKEN_OF_ANYWHERE = frozenset({"term", "event", "work", "product"})
"""Kinds that a text names without their country: that it is not named says nothing against a gloss of them."""


class Countries:
    """Claims about the entity's country: named beside the surface, in its sentence, in the text, or not at all."""

    def __init__(self, weights: Weights, office: Callable[[str], Office | None]) -> None:
        """`office` finds one by id."""
        self._claim = weights.evidence
        self._office = office

    def of(self, candidate: Candidate, context: Context) -> list[Evidence]:
        """The claim of the nearest place where the country is named, or what is said where it is not."""
        entity = candidate.entity
        if not entity.country:
            return []
        group = _group(candidate, context)
        countries, named, telling = _known(entity.country)
        if countries & context.countries_near:
            beside = telling if countries == HOME and entity.kind == "place" else 1.0
            return [self._claim(f"country beside {group}", beside, f"{named} is named beside it")]
        if is_body(entity) and context.countries_owning:
            return [self._claim("of another country", 1.0, "it is said to be of another country")]
        if countries & context.countries_sentence:
            return [self._claim(f"country in the sentence {group}", telling, f"{named} is named in the sentence")]
        if countries & context.countries_document:
            return [self._claim(f"country in the document {group}", telling, f"{named} is named in the text")]
        return self._of_none(candidate, context, group)

    def _of_none(self, candidate: Candidate, context: Context, group: str) -> list[Evidence]:
        """The claims of an entity whose country the text does not name."""
        entity, glossed = candidate.entity, is_gloss(candidate, context)
        if (glossed and entity.kind in SPOKEN_OF_ANYWHERE) or needs_no_country(entity) or self._serves_a_union(entity):
            return []
        found = []
        if is_body(entity) and EVERYWHERE.isdisjoint(entity.country):
            said = "the text does not name its country, which news would"
            found.append(self._claim("body of an unnamed country", 1.0, said))
        others = context.countries_near.difference(entity.country)
        if others and not KOREAS.isdisjoint(entity.country) and others <= KOREAS:
            return found
        if others:
            telling = EVERYWHERE_TELLS if others <= HOME and not glossed else 1.0
            found.append(self._claim(f"another country {group}", telling, "another country is named beside it"))
        else:
            found.append(self._claim(f"country not named {group}", 1.0, "its country is not named in the text"))
        return found

    def _serves_a_union(self, entity: Entity) -> bool:
        """Whether somebody held an office of the United Nations or the EU: news names no country of theirs."""
        offices = (self._office(tenure.office) for tenure in entity.held)
        return any(office is not None and not UNIONS.isdisjoint(office.entity.country) for office in offices)


def needs_no_country(entity: Entity) -> bool:
    """Whether it is a country, or a body of a union of states: nothing else need be named that it is of, and others
    are named beside it as a matter of course.
    """
    return entity.is_country or (entity.kind == "organization" and not UNIONS.isdisjoint(entity.country))


@lru_cache(maxsize=2048)
def _known(codes: tuple[str, ...]) -> tuple[frozenset[str], str, float]:
    """Some countries, what they are called, and what naming them tells."""
    countries = frozenset(codes)
    telling = EVERYWHERE_TELLS if countries <= EVERYWHERE else 1.0
    return countries, " or ".join(map(country_name, codes)), telling


def _group(candidate: Candidate, context: Context) -> str:
    if is_gloss(candidate, context):
        return country_group(candidate.entity, gloss_group(candidate))
    return kind_group(candidate.entity.kind)


@lru_cache(maxsize=512)
def country_name(code: str) -> str:
    """The English name of a country by its ISO 3166 code, from CLDR; the code itself where it has none.

    >>> country_name("KR")
    'South Korea'
    """
    from babel import Locale

    return str(Locale("en").territories.get(code, code))
