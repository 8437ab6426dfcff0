"""What speaks for and against a name spelt by ear: how rare its spelling is, how well known the name it may stand for,
and how much of it sounds otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from gazetteer.claims.weights import Weights
from gazetteer.entity import FAMILY_NAME_FIRST, Entity
from gazetteer.evidence import Candidate, Context, Evidence
from gazetteer.keys import fold, words
from gazetteer.lexicon import Lexicon
from gazetteer.manner import EAR, is_gloss, kind_group

FAMILIAR = 3.0
"""Zipf frequency (wordfreq) at which a spelling is familiar: once in a million words."""
FAME_FROM, FAME_TO = 1.0, 4.0
"""Zipf frequencies of a name that nobody has heard of, and of one that everybody has."""


class Hearing:
    """Claims about readings aloud and by ear of names that are not Chinese, Korean or the like."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        self._claim = weights.evidence
        self._lexicon = lexicon
        self._fames: dict[str, float] = {}

    def of(self, candidate: Candidate, context: Context) -> Iterable[Evidence]:
        """The claims of how well known the name is; of a name by ear also how strange and how unlike the surface is."""
        entity = candidate.entity
        if is_gloss(candidate, context) or entity.origin in FAMILY_NAME_FIRST:
            return
        by_ear = candidate.posting.channel in EAR
        if known := self._fame(entity):
            group = "(ear)" if by_ear else "(reading)"
            yield self._claim(f"well known {group}", known, f"{entity.name} is often in the news")
        if by_ear:
            group = kind_group(entity.kind)
            if strange := strangeness(context.spelt, self._lexicon):
                yield self._claim(f"never seen {group}", strange, "English texts hardly ever write it so")
            if len(context.spelt) == 1 and self._lexicon.is_family_name(context.spelt[0]):
                yield self._claim(f"a family name {group}", 1.0, "it is a family name as it stands")
            apart = 1 - weakest_part(context.spelt, entity.right)
            yield self._claim(f"sounds otherwise {group}", apart, "a part of the name sounds otherwise")

    def _fame(self, entity: Entity) -> float:
        known = self._fames.get(entity.id)
        if known is None:
            known = self._fames[entity.id] = fame(entity, self._lexicon)
        return known


def strangeness(parts: Iterable[str], lexicon: Lexicon) -> float:
    """How strange the rarest of some folded words is to English texts, 0 (familiar) to 1 (never seen).

    What is right is mostly seen somewhere: `wordfreq` has the names of people and places that the news writes.
    """
    rarest = min((lexicon.zipf(part) for part in parts), default=FAMILIAR)
    return max(0.0, 1 - rarest / FAMILIAR)


def fame(entity: Entity, lexicon: Lexicon) -> float:
    """How well known the name of an entity is, 0 to 1, by how often English texts write it.

    Of a name whose later mention is an ordinary word (Bush, Brown) the rarest part counts; of a name in syllables that
    many people share (Kim, Li) nothing can be said, and 0 is said.
    """
    if entity.origin in FAMILY_NAME_FIRST:
        return 0.0
    short, whole = _divided(entity.family_name), _divided(entity.name)
    parts = whole if any(map(lexicon.is_ordinary, short)) else short
    zipf = min(map(lexicon.zipf, parts), default=0.0)
    return min(1.0, max(0.0, (zipf - FAME_FROM) / (FAME_TO - FAME_FROM)))


def weakest_part(surface: Sequence[str], forms: Iterable[str]) -> float:
    """How alike (0 to 1) the least alike part of a surface is to its counterpart, in the form that fits best.

    `surface` are folded words. Forms of as many words are compared word by word: "Andy Bichel" is half of Andy Beshear,
    and not three quarters; a single word is compared with family names. Where no form has as many, whole is compared
    with whole.
    """
    divided = list(map(_divided, forms))
    matching = [parts for parts in divided if len(parts) == len(surface)]
    if matching:
        return max(min(map(fuzz.ratio, surface, parts)) for parts in matching) / 100
    joined = "".join(surface)
    return max((fuzz.ratio(joined, "".join(parts)) for parts in divided), default=0.0) / 100


@lru_cache(maxsize=1 << 14)
def _divided(form: str) -> tuple[str, ...]:
    """The words of a name, folded."""
    return tuple(fold(word.text) for word in words(form))
