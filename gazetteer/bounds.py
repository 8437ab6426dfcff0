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
    MOST_ODD,
    OF_READINGS,
    REVIEW,
    SPOKEN_OF_ANYWHERE,
    TRAITS,
    Candidate,
    Context,
    Linker,
    is_gloss,
    is_media,
    kind_group,
)
from gazetteer.renderings import CHANNELS

SEEN_ALONE = frozenset({"quoted", "lower case", "capitalised", "all capitals", "one word", "two words", "three words"})
"""Traits of a surface that show without a look at what stands around it: those of the context that is given."""
NAMED_SOMEWHERE = ("country beside", "country in the sentence", "country in the document")
NOT_NAMED = ("another country", "country not named")
OF_WORDS = (
    "common pairs",
    "name without capitals",
    "body without capitals",
    "nearly the right name",
    "only a word apart",
    "words of the right name",
)
FIELD = ("context word in the sentence", "context word in the document")


class Bounds:
    """Bounds of what a linker's scores can come to."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._of_form = lru_cache(maxsize=256)(self._weights_of_form)
        self._of_traits = lru_cache(maxsize=1 << 12)(self._weight_of_traits)
        self._of_countries = lru_cache(maxsize=64)(self._most_of_countries)
        self._around = {group: self._most_around(group) for group in ("(gloss)", "(meaning)")}
        self._of_field, self._of_quoted_field = self._most_of(FIELD), self._most_of(["quoted in its field"])
        self._of_words = self._most_of(OF_WORDS)
        self._of_slot = self._most_of(["source slot"])
        self._of_source = self._most_of(["in the source (gloss)", "in the source (meaning)"])

    def most(self, candidate: Candidate, context: Context) -> float:
        """What the score of a candidate comes to at most; infinite where no bound is known.

        Of the context its own words, those of the traits that are `SEEN_ALONE`, and all about the document have to be
        given.
        """
        entity, posting = candidate.entity, candidate.posting
        if not is_gloss(candidate, context) or candidate.likeness < 1:
            return math.inf
        if entity.kind == "person" or entity.source == REVIEW:
            return math.inf
        linker = self._linker
        base, by_cost, group = self._of_form(posting.channel, entity.kind, posting.weak)
        odd = linker.oddness(context) if posting.channel == MEANING else posting.oddness
        most = base + by_cost * posting.cost + linker.weight("odd English") * min(1.0, odd / MOST_ODD)
        most += self._of_traits(context.traits, group) + self._around[group] + self._of_words
        if posting.channel == MEANING and posting.turned:
            most += linker.weight("a part not said")
        if entity.country:
            is_named = not context.countries_document.isdisjoint(entity.country)
            most += self._of_countries(group, entity.kind, is_named)
        if any(stems <= context.document for _, stems in linker.fields(entity.context)):
            most += self._of_field + (self._of_quoted_field if "quoted" in context.traits else 0.0)
        if not linker.kind_nouns(entity.kind).isdisjoint(context.document):
            most += max(0.0, linker.weight(f"its kind in the sentence ({entity.kind})"))
        most += linker.score(linker.of_time(entity, context))
        if entity.id in context.named:
            most += max(0.0, linker.weight(f"named elsewhere {group}"))
        if context.source is not None:
            most += self._of_source
        return most + self._of_slot if is_media(entity) else most

    def _weights_of_form(self, channel: int, kind: str, is_weak: bool) -> tuple[float, float, str]:
        """What a rendering weighs, what its cost weighs, and what its claims call it."""
        weight, name = self._linker.weight, CHANNELS[channel - 1].NAME
        base = weight(f"{name} {kind_group(kind)}") + (weight("weak entry") if is_weak else 0.0)
        return base, weight(f"{name} cost"), "(meaning)" if channel == MEANING else "(gloss)"

    def _weight_of_traits(self, traits: frozenset[str], group: str) -> float:
        """What the traits weigh that show alone."""
        return sum(self._linker.weight(f"{trait} {group}") for trait in sorted(traits & SEEN_ALONE - OF_READINGS))

    def _most_around(self, group: str) -> float:
        """What the other traits weigh at most."""
        return self._most_of(f"{trait} {group}" for trait in TRAITS if trait not in SEEN_ALONE | OF_READINGS)

    def _most_of_countries(self, group: str, kind: str, is_named: bool) -> float:
        weight = self._linker.weight
        if is_named:
            weights = [weight(f"{name} {group}") for name in (*NAMED_SOMEWHERE, NOT_NAMED[0])]
            return max(*weights, *(EVERYWHERE_TELLS * some for some in weights))
        if kind in SPOKEN_OF_ANYWHERE:
            return 0.0
        return max(0.0, weight("body of an unnamed country")) + max(weight(f"{name} {group}") for name in NOT_NAMED)

    def _most_of(self, names: Iterable[str]) -> float:
        return sum(max(0.0, self._linker.weight(name)) for name in names)
