"""The most that the score of a gloss can come to, from its words and what the whole text speaks of.

Most phrases that might be a gloss of some name are plainly none, and that shows before their sentence is looked at.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from gazetteer.claims.countries import EVERYWHERE_TELLS, SPOKEN_OF_ANYWHERE, needs_no_country
from gazetteer.claims.form import MOST_TELLING_ODDNESS, REVIEW
from gazetteer.claims.kinds import KIND_BESIDE, KIND_IN_SENTENCE, LISTED
from gazetteer.claims.traits import OF_MEDIA, OF_PLACES, OF_READINGS
from gazetteer.evidence import TRAITS, Candidate, Context
from gazetteer.linking import Linker, score
from gazetteer.manner import MEANING, country_group, gloss_group, is_gloss, is_media, kind_group
from gazetteer.renderings import CHANNELS

SEEN_ALONE = frozenset(
    {
        "quoted",
        "lower case",
        "capitalised",
        "all capitals",
        "one word",
        "two words",
        "three words",
        "three words in lower case",
        "sort in lower case",
        "common phrase",
        "common with its neighbours",
        "in a longer name",
        "begins a longer name",
    }
)
"""Traits of a surface that show without a look at what stands around it: those of the context that is given."""
OF_GLOSSES_ALONE = (
    "quoted in its field",
    "common pairs",
    "name without capitals",
    "body without capitals",
    "nearly the right name",
    "only a word apart",
    "words of the right name",
    "a part not said",
    "weak entry",
)
"""Claims about a gloss that any surface may give rise to."""
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
        self._of_places = {group: self._most_of(f"{trait} {group}" for trait in OF_PLACES) for group in self._around}
        self._of_channel = lru_cache(maxsize=256)(self._most_of_channel)
        self._of_media = self._most_of(OF_MEDIA)

    def is_below(self, candidate: Candidate, context: Context, least: float) -> bool:
        """Whether a candidate cannot come to the score `least`. False says nothing.

        Of the context everything has to be given but who and what is named right beside the surface, and of the traits
        only those that are `SEEN_ALONE`.
        """
        if not is_gloss(candidate, context) or candidate.entity.kind == "person":
            return False
        rest = least - self._most_beside_form(candidate, context)
        if self._most_of_form(candidate) < rest:
            return True
        return score(self._linker.form.of(candidate, context)) < rest

    def _most_of_form(self, candidate: Candidate) -> float:
        """What the claims of its form come to at most, without a look at the right name."""
        entity, posting = candidate.entity, candidate.posting
        if entity.source == REVIEW or candidate.likeness < 1 or entity.id in self._linker.form.attested:
            return math.inf
        plain, by_cost, odd = self._of_channel(posting.channel, entity.kind)
        if posting.channel != MEANING:
            odd *= min(1.0, posting.oddness / MOST_TELLING_ODDNESS)
        return plain + by_cost * posting.cost + odd

    def _most_of_channel(self, channel: int, kind: str) -> tuple[float, float, float]:
        """What claims about a gloss of such an entity come to at most: the plainest one, its cost, its oddness."""
        name, weights = CHANNELS[channel - 1].NAME, self._linker.weights
        others = self._most_of(OF_GLOSSES_ALONE)
        return weights[f"{name} {kind_group(kind)}"] + others, weights[f"{name} cost"], self._most_of(["odd English"])

    def _most_beside_form(self, candidate: Candidate, context: Context) -> float:
        """What all other claims come to at most."""
        entity, linker = candidate.entity, self._linker
        group = gloss_group(candidate)
        sources = (linker.field.of, linker.dates.of, linker.document.of)
        most = (
            sum(score(of(candidate, context)) for of in sources)
            + self._most_of_kind(candidate, context)
            + self._of_traits(context.traits, group)
            + self._around[group]
        )
        if entity.kind == "place":
            most += self._of_places[group]
        near = _how_near(entity.country, context)
        if entity.country and not (near is NOT_NAMED and needs_no_country(entity)):
            most += self._of_countries(country_group(entity, group), entity.kind, near)
        return most + self._of_media if is_media(entity) else most

    def _most_of_kind(self, candidate: Candidate, context: Context) -> float:
        """What the words that say of what kind it is weigh at most, wherever in the sentence they stand."""
        found = self._linker.kinds.of(candidate, context)
        return max(score(found), self._most_beside_kind(found[0].name)) if found else 0.0

    def _most_beside_kind(self, name: str) -> float:
        return self._linker.weights[name.replace(KIND_IN_SENTENCE, KIND_BESIDE)]

    def _weight_of_traits(self, traits: frozenset[str], group: str) -> float:
        """What the traits weigh that show alone."""
        return sum(self._linker.weights[f"{trait} {group}"] for trait in sorted(traits & SEEN_ALONE - OF_READINGS))

    def _most_around(self, group: str) -> float:
        """What the other traits weigh at most, and what it is listed with."""
        traits = (f"{trait} {group}" for trait in TRAITS if trait not in SEEN_ALONE | OF_READINGS)
        return self._most_of((*traits, f"{LISTED} {group}"))

    def _most_of_countries(self, group: str, kind: str, where: tuple[str, ...]) -> float:
        """What naming the country of an entity weighs at most, or not naming it."""
        if where is NOT_NAMED and kind in SPOKEN_OF_ANYWHERE:
            return 0.0
        names = [*(f"{name} {group}" for name in where), "of another country"]
        weights = [self._linker.weights[name] for name in names]
        if where is NOT_NAMED:
            return self._most_of(["body of an unnamed country"]) + max(weights)
        return max(*weights, *(EVERYWHERE_TELLS * weight for weight in weights))

    def _most_of(self, names: Iterable[str]) -> float:
        return sum(max(0.0, self._linker.weights[name]) for name in names)


def _how_near(countries: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The claims, one of which is made of an entity of some countries."""
    if not context.countries_sentence.isdisjoint(countries):
        return IN_SENTENCE
    return NOT_NAMED if context.countries_document.isdisjoint(countries) else IN_DOCUMENT
