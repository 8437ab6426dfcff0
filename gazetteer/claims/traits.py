"""What the traits of a surface (`evidence.TRAITS`) say of a candidate: its capitals, its quotation marks, its words."""

from __future__ import annotations

import re
from functools import lru_cache

from gazetteer.claims.weights import Weights
from gazetteer.endings import place_words
from gazetteer.entity import FAMILY_NAME_FIRST, Entity
from gazetteer.evidence import TRAITS, Candidate, Context, Evidence
from gazetteer.keys import fold
from gazetteer.lexicon import Lexicon
from gazetteer.manner import EAR, GLOSSES, NAMED, gloss_group, is_body, is_gloss, is_media, kind_group

OF_BODIES = frozenset({"country and a word", "legal form"})
"""Traits that say something of a gloss of a body, and nothing of other candidates."""
OF_WORDS_IN_LOWER_CASE = frozenset({"lower case", "three words in lower case"})
"""Traits that say nothing of kinds whose names have capitals: `claims.form` says what speaks against those."""
OF_GLOSSES = (
    OF_BODIES
    | OF_WORDS_IN_LOWER_CASE
    | {"common phrase", "common with its neighbours", "all capitals", "capitalised", "sort in lower case"}
)
"""Traits that say something of a gloss, and nothing of a reading aloud."""
OF_PERSONS = frozenset({"private person", "told of"})
"""Traits that speak of somebody not known, and say nothing of media that report."""
OF_MEDIA = ("source slot", "reporting")
"""Traits that say something of media alone, however their name came to be the surface."""
OF_PLACES = frozenset({"where it is"})
"""Traits of readings that say something of the gloss of a place as well."""
OF_READINGS = frozenset(
    {
        "Chinese name",
        "no Chinese name",
        "private person",
        "told of",
        "known word",
        "China named",
        "where it is",
        "capitalised",
        "right name in it",
    }
)
"""Traits that say something of a reading aloud, and nothing of a gloss."""
OF_WHOLE_READINGS = frozenset({"Chinese name", "no Chinese name", "one word", "two words", "three words", "known word"})
"""Traits that say something of a name that is wholly in pinyin, and nothing of one that is half in English."""

WORD = re.compile(r"\w+")
"""A word of a right name, between hyphens and dashes as well."""

LOCAL_ENDINGS = (
    "部", "局", "委", "会", "厅", "署", "办", "室", "处", "政府", "法院", "检察院", "中心", "警方", "公安", "队", "所",
    "馆",
)  # fmt: skip
"""How the Chinese names of public bodies end, those of provinces and cities among them."""
NATIONAL = "ministry national state supreme federal central"
"""Words of the names of bodies that no province or city has."""


class Traits:
    """Claims about the surface by itself and about the word behind it."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        self._claim = weights.evidence
        self._national = frozenset(map(lexicon.stem, NATIONAL.split()))
        self._lexicon = lexicon
        self._sorts = frozenset(map(lexicon.stem, place_words()))
        self._sorts_of = lru_cache(maxsize=1 << 12)(self._sorts_in)
        self._claims = lru_cache(maxsize=1 << 12)(self._claims_of)

    def of(self, candidate: Candidate, context: Context) -> list[Evidence]:
        """The claims of those traits that say something of such a candidate."""
        entity = candidate.entity
        media = is_media(entity)
        glossed = is_gloss(candidate, context)
        group = gloss_group(candidate) if glossed else "(media)" if media else kind_group(entity.kind)
        traits = self._fitting(candidate, context, group, media)
        if glossed and entity.kind == "place":
            traits |= context.traits & OF_PLACES
        if "right name in it" in traits and self._has_own_word(entity, context):
            traits -= {"right name in it"}
        found = [*self._claims(traits, group)]
        if context.next_kind and not glossed:
            is_other = self._is_of_another_sort(entity, context)
            is_its_own = context.next_kind == entity.kind and not is_other
            name = f"{'its kind' if is_its_own else 'another kind'} behind it"
            said = f"the word behind it says that it is {'another sort of' if is_other else 'a'} {context.next_kind}"
            found.append(self._claim(f"{name} {kind_group(entity.kind)}", 1.0, said))
        if media:
            found += [self._claim(name, 1.0, TRAITS[name]) for name in OF_MEDIA if name in context.traits]
        return found

    def _has_own_word(self, entity: Entity, context: Context) -> bool:
        """Whether a word of the surface that is no English is one of the right name itself: "Ma" of Xi–Ma."""
        names = {word for word in context.spelt if not self._lexicon.is_ordinary(word)}
        return any(not names.isdisjoint(map(fold, WORD.findall(form))) for form in entity.right)

    def _is_of_another_sort(self, entity: Entity, context: Context) -> bool:
        """Whether the word behind a surface says what sort of place it is, and the entity's name says another: a
        province is no river.
        """
        if entity.kind != "place" or context.next_kind != "place":
            return False
        sorts = self._sorts_of(entity.right)
        return bool(sorts and context.after) and context.after[0] in self._sorts - sorts

    def _sorts_in(self, forms: tuple[str, ...]) -> frozenset[str]:
        """The stems of the words in right names that say what sort of place it is."""
        return self._sorts & {self._lexicon.stem(fold(word)) for form in forms for word in form.split()}

    def _claims_of(self, traits: frozenset[str], group: str) -> tuple[Evidence, ...]:
        """The claims of traits about a group of candidates, in the order of their names."""
        named = sorted(traits.difference(OF_MEDIA))
        return tuple(self._claim(f"{name} {group}", 1.0, TRAITS[name]) for name in named)

    def _fitting(self, candidate: Candidate, context: Context, group: str, media: bool) -> frozenset[str]:
        """The traits of the surface that say something of such a candidate."""
        entity, channel = candidate.entity, candidate.posting.channel
        glossed = group in ("(gloss)", "(meaning)")
        traits = context.traits - OF_PERSONS if "reporting" in context.traits and media else context.traits
        return traits - _saying_nothing(
            group,
            channel in GLOSSES and not glossed,
            channel in EAR,
            group == "(person)" and entity.origin in FAMILY_NAME_FIRST,
            "CN" in entity.country or _is_said_to_be_of(entity, context),
            glossed and _has_local_ones(entity) and context.own.isdisjoint(self._national),
            bool(context.next_kind) and not glossed,
            entity.kind in NAMED,
            is_body(entity),
        )


@lru_cache(maxsize=1 << 10)
def _saying_nothing(
    group: str,
    is_half: bool,
    by_ear: bool,
    is_family_first: bool,
    of_china: bool,
    has_local_ones: bool,
    is_followed: bool,
    is_named: bool,
    is_of_body: bool,
) -> frozenset[str]:
    """The traits that say nothing of such candidates: `is_half` glosses with a part left in pinyin, by ear, people with
    the family name first, things of China, bodies of which provinces have one of their own, surfaces that are followed
    by what kind of thing they are, kinds whose names have capitals (`claims.form` says what speaks against those),
    bodies.
    """
    found = set(OF_READINGS if group in ("(gloss)", "(meaning)") else OF_GLOSSES)
    if is_half:
        found |= OF_WHOLE_READINGS
    if not by_ear:
        found.add("spelt like pinyin")
    if is_family_first:
        found.add("three words")
    if group in ("(term)", "(media)") or of_china:
        found.add("China named")
    if not has_local_ones:
        found.add("local body")
    if is_followed:
        found |= {"in a longer name", "begins a longer name"}
    if is_named:
        found |= OF_WORDS_IN_LOWER_CASE
    if not is_of_body:
        found |= OF_BODIES
    return frozenset(found)


def _is_said_to_be_of(place: Entity, context: Context) -> bool:
    """Whether a place is named as one of its country, wherever else the sentence is about: "the Thai island of", or
    with the country beside it and China further off.
    """
    if place.kind != "place":
        return False
    owning, near = context.countries_owning, context.countries_near
    return not owning.isdisjoint(place.country) or ("CN" not in near and not near.isdisjoint(place.country))


def _has_local_ones(entity: Entity) -> bool:
    """Whether it is a body of which every province and city has one of its own."""
    return is_body(entity) and (entity.kind == "office" or any(form.endswith(LOCAL_ENDINGS) for form in entity.zh))
