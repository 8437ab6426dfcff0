"""The most that the score of a gloss can come to, from its words and what the whole text speaks of.

Most phrases that might be a gloss of some name are plainly none, and that shows before their sentence is looked at.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from gazetteer.linking import (
    EVERYWHERE_TELLS,
    MEANING,
    OF_READINGS,
    SPOKEN_OF_ANYWHERE,
    TRAITS,
    Candidate,
    Context,
    Linker,
    is_gloss,
    is_media,
)

SEEN_ALONE = frozenset(
    {
        "quoted",
        "lower case",
        "capitalised",
        "all capitals",
        "one word",
        "two words",
        "three words",
        "common phrase",
        "common with its neighbours",
        "in a longer name",
    }
)
"""Traits of a surface that show without a look at what stands around it: those of the context that is given."""
IN_SENTENCE = ("country beside", "country in the sentence")
IN_DOCUMENT = ("country in the document",)
NOT_NAMED = ("another country", "country not named")


class Bounds:
    """Bounds of what a linker's scores can come to."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._of_traits = lru_cache(maxsize=1 << 12)(self._weight_of_traits)
        self._of_countries = lru_cache(maxsize=64)(self._most_of_countries)
        self._around = {group: self._most_around(group) for group in ("(gloss)", "(meaning)")}
        self._of_slot = self._most_of(["source slot"])

    def most(self, candidate: Candidate, context: Context) -> float:
        """What the score of a candidate comes to at most; infinite where no bound is known.

        Of the context everything has to be given but who and what is named right beside the surface, and of the traits
        only those that are `SEEN_ALONE`.
        """
        entity, linker = candidate.entity, self._linker
        if not is_gloss(candidate, context) or entity.kind == "person":
            return math.inf
        group = "(meaning)" if candidate.posting.channel == MEANING else "(gloss)"
        known = linker.of_form(candidate, context)
        known += linker.of_words(entity, context)
        known += linker.of_time(entity, context)
        known += linker.of_kind(entity, context)
        known += linker.of_document(candidate, context)
        most = linker.score(known) + self._of_traits(context.traits, group) + self._around[group]
        if entity.country:
            most += self._of_countries(group, entity.kind, _how_near(entity.country, context))
        return most + self._of_slot if is_media(entity) else most

    def _weight_of_traits(self, traits: frozenset[str], group: str) -> float:
        """What the traits weigh that show alone."""
        return sum(self._linker.weight(f"{trait} {group}") for trait in sorted(traits & SEEN_ALONE - OF_READINGS))

    def _most_around(self, group: str) -> float:
        """What the other traits weigh at most."""
        return self._most_of(f"{trait} {group}" for trait in TRAITS if trait not in SEEN_ALONE | OF_READINGS)

    def _most_of_countries(self, group: str, kind: str, where: tuple[str, ...]) -> float:
        """What naming the country of an entity weighs at most, or not naming it."""
        if where is NOT_NAMED and kind in SPOKEN_OF_ANYWHERE:
            return 0.0
        names = [*(f"{name} {group}" for name in where), "of another country"]
        weights = list(map(self._linker.weight, names))
        if where is NOT_NAMED:
            return self._most_of(["body of an unnamed country"]) + max(weights)
        return max(*weights, *(EVERYWHERE_TELLS * weight for weight in weights))

    def _most_of(self, names: Iterable[str]) -> float:
        return sum(max(0.0, self._linker.weight(name)) for name in names)


def _how_near(countries: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The claims, one of which is made of an entity of some countries."""
    if not context.countries_sentence.isdisjoint(countries):
        return IN_SENTENCE
    return NOT_NAMED if context.countries_document.isdisjoint(countries) else IN_DOCUMENT
