"""Which entity a surface stands for: candidates, the evidence for and against each, and the probability it comes to.

The evidence is a list of named claims, each with a value between 0 and 1 (or -1 and 1); a linear model weighs them, and
the candidates of one surface share one probability with the possibility that the surface is right as it stands:

    p(e) = exp(s(e)) / (1 + sum over candidates c of exp(s(c))),   s(c) = bias + sum of weight * value

The weights stand in `data/judgement.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date as Date
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from gazetteer.calibration import ROUNDING
from gazetteer.entity import FAMILY_NAME_FIRST, Entity, Tenure
from gazetteer.evidence import TRAITS, Candidate, Context, Evidence, make_evidence
from gazetteer.fields import Fields, fields_of
from gazetteer.hearing import fame, strangeness, weakest_part
from gazetteer.keys import FUNCTION_WORDS, fold, words
from gazetteer.lexicon import Lexicon
from gazetteer.renderings import CHANNELS
from gazetteer.similarity import likeness, squash

TITLE_WORDS = {
    "secretari": "minist", "advisor": "advis", "defenc": "defens", "chief": "head", "director": "head", "chairman": "head",
    "chairwoman": "head", "chairperson": "head", "chair": "head", "leader": "head", "boss": "head", "premier": "prime-minist",
    "ministri": "minist", "spokesman": "spokesperson", "spokeswoman": "spokesperson", "vice": "deputi", "foreign": "foreign",
}  # fmt: skip
"""Stems that name the same rank in titles (a machine writes any of them), and spellings of one word."""


SHORT_READING, LONG_READING = 4, 10
"""Letters of a reading that says nothing by its length, and of one that is hardly met by chance."""
_NUMBERS = {channel.NAME: number for number, channel in enumerate(CHANNELS, 1)}
MEANING = _NUMBERS["meaning"]
GLOSSES = frozenset({_NUMBERS["gloss"], MEANING})
"""Channels that put a name into English."""
EAR = frozenset({_NUMBERS["sound"], _NUMBERS["spelling"]})
"""Channels that spell a name by ear."""

OF_GLOSSES = frozenset({"common phrase", "common with its neighbours", "all capitals", "lower case", "capitalised"})
"""Traits that say something of a gloss, and nothing of a reading aloud."""
OF_READINGS = frozenset(
    {
        "Chinese name",
        "no Chinese name",
        "private person",
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
HALF_GLOSS = "half gloss"
"""What the claims about a gloss call it where a part of it is left in pinyin: it is weighed as a reading."""

_EMPTY = frozenset("the of and for to in on at".split())
ENOUGH_OF_A_TITLE = 0.6
"""The share of a title's words that must stand beside a name for the title to count."""


def title_stems(title: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of a title in the form in which they are compared."""
    found: set[str] = set()
    for word in title.replace("-", " ").replace("/", " ").lower().split():
        stem = lexicon.stem(word.strip(".,'’()"))
        stem = TITLE_WORDS.get(stem, stem)
        found.update(("prime", "minist") if stem == "prime-minist" else (stem,))
    return frozenset(found - _EMPTY)


@lru_cache(maxsize=1 << 14)
def title_words(form: str, lexicon: Lexicon) -> frozenset[str]:
    """The stems of the content words of a name."""
    return frozenset(lexicon.stem(fold(word.text)) for word in words(form) if word.text not in FUNCTION_WORDS)


class Office(NamedTuple):
    """An office as the linker compares it."""

    entity: Entity
    titles: tuple[frozenset[str], ...]


class FieldWord(NamedTuple):
    """A word of a field, and its stems."""

    named: str
    stems: frozenset[str]


class Field(NamedTuple):
    """Words of a field, and all of their stems."""

    stems: frozenset[str]
    words: tuple[FieldWord, ...]


class RoleMatch(NamedTuple):
    """How well the words beside a name fit an office its bearer held: `share` of the title's words, 0 to 1."""

    share: float
    office: Entity
    tenure: Tenure
    at_the_time: bool
    country_named: bool


class Linker:
    """Weighs candidates against their context."""

    def __init__(
        self, offices: Mapping[str, Office] | None, weights: Mapping[str, float], lexicon: Lexicon, fields: Fields
    ) -> None:
        """`fields` are the words of what people are (`gazetteer.fields`)."""
        self._role_fields = fields
        self._offices: Mapping[str, Office] = {} if offices is None else offices
        self._weights = weights
        self._lexicon = lexicon
        self._fames: dict[str, float] = {}
        self._near = lru_cache(maxsize=4096)(self._near_words)
        self._claims_of = lru_cache(maxsize=1 << 12)(self._claims_of_traits)
        self._right_words = lru_cache(maxsize=1 << 14)(self._right_words_of)
        self._fields = lru_cache(maxsize=1 << 14)(self._field_of)
        self._fields_of_person = lru_cache(maxsize=1 << 14)(self._field_of_person)
        self._context_stems = lru_cache(maxsize=1 << 14)(self._stems_of)
        self._national = frozenset(map(lexicon.stem, NATIONAL.split()))
        self._kind_nouns = {kind: frozenset(map(lexicon.stem, nouns.split())) for kind, nouns in KIND_NOUNS.items()}

    def weight(self, name: str) -> float:
        """The weight of a claim; 0 where the model does not know it."""
        return self._weights.get(name, 0.0)

    def evidence(self, candidate: Candidate, context: Context) -> list[Evidence]:
        """The claims that hold for a candidate in its context, heaviest first."""
        found = [*self.of_form(candidate, context), *self._of_traits(candidate, context)]
        if not is_gloss(candidate, context):
            found.append(self._of_length(candidate, context))
        if candidate.entity.kind == "person":
            found += self._of_roles(candidate, context)
        found += self._of_countries(candidate, context)
        found += self.of_words(candidate.entity, context)
        found += self.of_time(candidate.entity, context)
        found += self.of_kind(candidate.entity, context)
        found += self._of_hearing(candidate, context)
        found += self.of_document(candidate, context)
        return found

    def score(self, evidence: Iterable[Evidence]) -> float:
        """The sum of what the claims weigh: log odds against the surface being right as it stands."""
        return sum([item[1] * item[2] for item in evidence])

    def _make(self, name: str, value: float, claim: str) -> Evidence:
        return make_evidence(Evidence, (name, value, self._weights.get(name, 0.0), claim))

    def of_form(self, candidate: Candidate, context: Context) -> list[Evidence]:
        """What the surface itself says of a candidate, by the way it may have come from it."""
        entity, posting = candidate.entity, candidate.posting
        glossed = is_gloss(candidate, context)
        name = HALF_GLOSS if posting.channel in GLOSSES and not glossed else CHANNELS[posting.channel - 1].NAME
        found = [self._make(f"{name} {_kind(entity)}", 1.0, "")]
        if posting.cost:
            found.append(self._make(f"{name} cost", posting.cost, "the rendering is not the plainest one"))
        if glossed:
            odd = self._oddness(context) if posting.channel == MEANING else posting.oddness
            found.append(self._make("odd English", min(1.0, odd / 12), "the words are seldom met together"))
        if candidate.likeness < 1:
            found.append(
                self._make("likeness", max(0.0, candidate.likeness - HALF) / HALF, f"{candidate.likeness:.0%} alike")
            )
            if candidate.likeness > CLOSE:
                found.append(self._make("close likeness", (candidate.likeness - CLOSE) / (1 - CLOSE), ""))
        if posting.channel == MEANING and posting.turned:
            found.append(
                self._make("a part not said", 1.0, "one part of the name is not said, or one word is not of it")
            )
        if glossed:
            found += self._of_gloss(candidate, context)
        elif name == HALF_GLOSS:
            found += self._of_rest(entity, context)
        if entity.source == REVIEW and context.squashed in map(squash, entity.garbled):
            found.append(self._make("settled by reviewers", 1.0, "reviewers of other texts put it so"))
        if posting.weak:
            found.append(self._make("weak entry", 1.0, "the entry comes from a word list"))
        return found

    def _of_gloss(self, candidate: Candidate, context: Context) -> list[Evidence]:
        found = []
        is_loose = candidate.posting.channel == MEANING and "all capitals" not in context.traits
        is_loose |= candidate.entity.kind == "organization"
        around = context.sentence if is_loose else context.document
        fields = self._fields(candidate.entity.context).words if "quoted" in context.traits else ()
        if any(word.stems <= around for word in fields):
            found.append(
                self._make("quoted in its field", 1.0, "it stands in quotation marks, among words of its field")
            )
        written = context.traits & {"all capitals", "quoted"}
        if context.pairs:
            name = "common pairs of a name" if written and candidate.entity.kind in NAMED else "common pairs"
            found.append(self._make(name, context.pairs, "some of its words often stand side by side"))
        if candidate.entity.kind in NAMED and not written:
            name = "body without capitals" if _is_body(candidate.entity) else "name without capitals"
            found.append(self._make(name, 1.0, "a name of this kind is written with capitals"))
        share = self._share_of_right_words(candidate.entity, context.own)
        if self._is_misspelt(candidate.entity, context):
            found.append(self._make("nearly the right name", 1.0, "it is spelt nearly like the right name"))
        if ALMOST_ALL <= share < 1:
            found.append(self._make("only a word apart", 1.0, "all but one of its words are those of the right name"))
        if share >= HALF:
            found.append(self._make("words of the right name", share, "it has words of the right name"))
        return found

    def _share_of_right_words(self, entity: Entity, own: frozenset[str]) -> float:
        """The share of some words that a right name has."""
        every, forms = self._right_words(entity.right)
        return 0.0 if own.isdisjoint(every) else max([len(own & form) for form in forms]) / len(own)

    def _right_words_of(self, forms: tuple[str, ...]) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
        """The stems that right names have, together and name by name."""
        found = tuple(title_words(form, self._lexicon) for form in forms)
        return frozenset().union(*found), found

    def _of_rest(self, entity: Entity, context: Context) -> Iterable[Evidence]:
        """What the English half of a half-translated name says: that its words are those of the right name."""
        rest = {self._lexicon.stem(word) for word in context.spelt if self._lexicon.is_ordinary(word)}
        if rest and any(rest <= title_words(form, self._lexicon) for form in entity.right):
            enough = min(1.0, len(rest) / WORDS_THAT_TELL)
            yield self._make("rest of the right name", enough, "its other words are those of the right name")

    def _is_misspelt(self, entity: Entity, context: Context) -> bool:
        """Whether a surface is the right name but for a word that is no English, or for an ending."""
        surface, name = context.squashed, squash(entity.name)
        if 2 * min(len(surface), len(name)) < (len(surface) + len(name)) * (NEARLY - ROUNDING):
            return False  # no two words of such lengths are so alike
        if likeness(surface, (name,)) < NEARLY:
            return False
        others = [
            word for word in context.spelt if self._lexicon.stem(word) not in title_words(entity.name, self._lexicon)
        ]
        return all(not self._lexicon.is_ordinary(word) for word in others)

    def _oddness(self, context: Context) -> float:
        """How odd the words of the surface are (`gazetteer.rows.oddness`)."""
        return sum(7.0 - self._lexicon.zipf(word) for word in context.spelt)

    def _of_length(self, candidate: Candidate, context: Context) -> Evidence:
        letters = context.in_pinyin if candidate.posting.channel in GLOSSES else context.letters
        share = min(1.0, max(0.0, (letters - SHORT_READING) / (LONG_READING - SHORT_READING)))
        return self._make(f"long reading {_kind(candidate.entity)}", share, f"{letters} letters agree")

    def _of_traits(self, candidate: Candidate, context: Context) -> list[Evidence]:
        media = is_media(candidate.entity)
        glossed = is_gloss(candidate, context)
        group = _of_gloss_by(candidate) if glossed else "(media)" if media else _kind(candidate.entity)
        traits = self._fitting_traits(candidate, context, group)
        found = [*self._claims_of(traits, group)]
        if context.next_kind and not glossed:
            agrees = context.next_kind == candidate.entity.kind
            name = f"{'its kind' if agrees else 'another kind'} behind it {_kind(candidate.entity)}"
            found.append(self._make(name, 1.0, f"the word behind it says that it is a {context.next_kind}"))
        if media and "source slot" in context.traits:
            found.append(self._make("source slot", 1.0, TRAITS["source slot"]))
        return found

    def _claims_of_traits(self, traits: frozenset[str], group: str) -> tuple[Evidence, ...]:
        """The claims of traits about a group of candidates, in the order of their names."""
        named = sorted(traits - {"source slot"})
        return tuple(self._make(f"{name} {group}", 1.0, TRAITS[name]) for name in named)

    def _fitting_traits(self, candidate: Candidate, context: Context, group: str) -> frozenset[str]:
        """The traits of the surface that say something of such a candidate."""
        entity, channel = candidate.entity, candidate.posting.channel
        glossed = group in ("(gloss)", "(meaning)")
        return context.traits - _saying_nothing(
            group,
            channel in GLOSSES and not glossed,
            channel in EAR,
            group == "(person)" and entity.origin in FAMILY_NAME_FIRST,
            "CN" in entity.country or _is_said_to_be_of(entity, context),
            glossed and _has_local_ones(entity) and context.own.isdisjoint(self._national),
            bool(context.next_kind) and not glossed,
        )

    def _of_roles(self, candidate: Candidate, context: Context) -> list[Evidence]:
        entity = candidate.entity
        match = self.role(entity, context)
        if match is not None:
            when = _when(match.tenure)
            name = "held the office" if match.at_the_time else "held the office at another time"
            claim = f"{entity.name}: {match.office.name}{_of_country(match.office)}{when}"
            found = [self._make(name, match.share, claim)]
            if match.at_the_time and match.country_named and match.share == 1:
                found.append(
                    self._make("office, country and date agree", 1.0, "the office, the country and the date agree")
                )
            slipped = CHANNELS[candidate.posting.channel - 1].NAME == "slip"
            if slipped and match.at_the_time and match.country_named:
                found.append(self._make("slip in the holder's name", 1.0, "one slip away from the holder's name"))
            if not match.country_named:
                found.append(self._make("office of an unnamed country", 1.0, "the sentence does not name the country"))
            return found
        near = self._near(context.before, context.after)
        for role in entity.roles:
            if self._context_stems(role) <= near:
                return [self._make("role word", 1.0, f"{entity.name} is called {role}")]
        return []

    def _of_hearing(self, candidate: Candidate, context: Context) -> Iterable[Evidence]:
        entity = candidate.entity
        if is_gloss(candidate, context) or entity.origin in FAMILY_NAME_FIRST:
            return
        by_ear = candidate.posting.channel in EAR
        group = "(ear)" if by_ear else "(reading)"
        if known := self._fame(entity):
            yield self._make(f"well known {group}", known, f"{entity.name} is often in the news")
        if by_ear:
            if strange := strangeness(context.spelt, self._lexicon):
                yield self._make(f"never seen {_kind(entity)}", strange, "English texts hardly ever write it so")
            apart = 1 - weakest_part(context.spelt, entity.right)
            yield self._make(f"sounds otherwise {_kind(entity)}", apart, "a part of the name sounds otherwise")

    def _fame(self, entity: Entity) -> float:
        known = self._fames.get(entity.id)
        if known is None:
            known = self._fames[entity.id] = fame(entity, self._lexicon)
        return known

    def of_document(self, candidate: Candidate, context: Context) -> Iterable[Evidence]:
        """Whether the text speaks of the entity elsewhere, and whether its Chinese original does."""
        entity = candidate.entity
        by_ear = candidate.posting.channel in EAR
        glossed = is_gloss(candidate, context)
        group = _of_gloss_by(candidate) if glossed else "(ear)" if by_ear else "(reading)"
        if entity.id in context.named or entity.id in context.settled:
            yield self._make(f"named elsewhere {group}", 1.0, f"the text speaks of {entity.name} elsewhere")
        if context.source is not None:
            written = next((form for form in entity.zh if form.replace("·", "") in context.source), None)
            if written:
                yield self._make(f"in the source {group}", 1.0, f"{written} stands in the Chinese original")
            else:
                yield self._make(f"not in the source {group}", 1.0, "its Chinese name does not stand in the original")

    def role(self, entity: Entity, context: Context) -> RoleMatch | None:
        """The office of a person that the words beside the name speak of, if any."""
        near = self._near(context.before, context.after)
        best: tuple[float, RoleMatch] | None = None
        for tenure in entity.held:
            office = self._offices.get(tenure.office)
            if office is None:
                continue
            share = max((len(title & near) / len(title) for title in office.titles if title), default=0.0)
            if share < ENOUGH_OF_A_TITLE:
                continue
            then = context.date is None or tenure.covers(context.date) or _is_shifted(tenure, context.date, near)
            countries = set(office.entity.country)
            named = not countries or bool(countries & context.countries_near)
            if not named and context.countries_near:
                share *= OTHER_COUNTRY
            match = RoleMatch(share, office.entity, tenure, then, named)
            rank = share + (0.5 if then else 0.0) + (0.25 if named else 0.0)
            if best is None or rank > best[0]:
                best = (rank, match)
        return best[1] if best and best[1].share >= ENOUGH_OF_A_TITLE else None

    def _near_words(self, before: tuple[str, ...], after: tuple[str, ...]) -> frozenset[str]:
        found: set[str] = set()
        for stem in (*before, *after):
            stem = TITLE_WORDS.get(stem, stem)
            found.update(("prime", "minist") if stem == "prime-minist" else (stem,))
        return frozenset(found)

    def _of_countries(self, candidate: Candidate, context: Context) -> list[Evidence]:
        entity, countries = candidate.entity, set(candidate.entity.country)
        if not countries:
            return []
        glossed = is_gloss(candidate, context)
        group = country_group(entity, _of_gloss_by(candidate)) if glossed else _kind(entity)
        named = _countries(entity)
        telling = EVERYWHERE_TELLS if countries <= EVERYWHERE else 1.0
        if countries & context.countries_near:
            beside = telling if countries == HOME and entity.kind == "place" else 1.0
            return [self._make(f"country beside {group}", beside, f"{named} is named beside it")]
        if _is_body(entity) and context.countries_owning:
            return [self._make("of another country", 1.0, "it is said to be of another country")]
        if countries & context.countries_sentence:
            return [self._make(f"country in the sentence {group}", telling, f"{named} is named in the sentence")]
        if countries & context.countries_document:
            return [self._make(f"country in the document {group}", telling, f"{named} is named in the text")]
        if glossed and entity.kind in SPOKEN_OF_ANYWHERE:
            return []
        found = (
            [self._make("body of an unnamed country", 1.0, "the text does not name its country")]
            if _is_body(entity)
            else []
        )
        if others := context.countries_near - countries:
            telling = EVERYWHERE_TELLS if others <= HOME and not glossed else 1.0
            return [*found, self._make(f"another country {group}", telling, "another country is named beside it")]
        return [*found, self._make(f"country not named {group}", 1.0, "its country is not named in the text")]

    def of_words(self, entity: Entity, context: Context) -> list[Evidence]:
        """Whether the text has words of the entity's field."""
        every, fields = self._fields_for(entity)
        if every.isdisjoint(context.document):
            return []
        group = f" ({entity.kind})" if entity.kind in ("organization", "person") else ""
        for where, stems, said in (
            ("sentence", context.sentence, "is named in the sentence"),
            ("document", context.document, "is named in the text"),
        ):
            named = next((word.named for word in fields if word.stems <= stems), None)
            if named:
                return [self._make(f"context word in the {where}{group}", 1.0, f"“{named}” {said}")]
        return []

    def _fields_for(self, entity: Entity) -> Field:
        """The words of an entity's field, and of what a person is."""
        if entity.kind != "person":
            return self._fields(entity.context)
        return self._fields_of_person(entity.context, entity.roles)

    def _field_of_person(self, words: tuple[str, ...], roles: tuple[str, ...]) -> Field:
        return self._field_of((*words, *fields_of(roles, self._role_fields)))

    def _field_of(self, words: tuple[str, ...]) -> Field:
        """The words of a field with their stems."""
        found = tuple(FieldWord(named, stems) for named in words if (stems := self._context_stems(named)))
        return Field(frozenset().union(*(word.stems for word in found)), found)

    def of_time(self, entity: Entity, context: Context) -> Iterable[Evidence]:
        """Whether it was in the world when the text was written, and whether it was new then."""
        if entity.since is None or context.date is None:
            return
        ahead = (entity.since - context.date).days
        if context.is_dated and ahead > SPOKEN_OF_BEFORE.get(entity.kind, 0):
            yield self._make("not yet in the world", 1.0, f"it is known since {entity.since:%B %Y}, after the text")
        elif entity.kind in SHOWN and NEW[0] <= ahead <= NEW[1]:
            yield self._make(
                f"new at the time ({entity.kind})", 1.0, f"it was new then: known since {entity.since.year}"
            )

    def of_kind(self, entity: Entity, context: Context) -> list[Evidence]:
        """Whether the words beside it say that it is such a thing as the entity, or the sentence speaks of one."""
        kind = "media" if is_media(entity) else entity.kind
        nouns = self._kind_nouns.get(kind, frozenset())
        if nouns.isdisjoint(context.sentence):
            return []
        article = "an" if kind[0] in "aeiou" else "a"
        if not nouns.isdisjoint((*context.before[-NEAREST:], *context.after[:NEAREST])):
            return [self._make(f"{KIND_BESIDE} ({kind})", 1.0, f"the words beside it speak of {article} {kind}")]
        return [self._make(f"{KIND_IN_SENTENCE} ({kind})", 1.0, f"the sentence speaks of {article} {kind}")]

    def _stems_of(self, words: str) -> frozenset[str]:
        return title_stems(words, self._lexicon)


@lru_cache(maxsize=1 << 10)
def _saying_nothing(
    group: str,
    is_half: bool,
    by_ear: bool,
    is_family_first: bool,
    of_china: bool,
    has_local_ones: bool,
    is_followed: bool,
) -> frozenset[str]:
    """The traits that say nothing of such candidates: `is_half` glosses with a part left in pinyin, by ear, people with
    the family name first, things of China, bodies of which provinces have one of their own, surfaces that are followed
    by what kind of thing they are.
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
    return frozenset(found)


PAST = frozenset({"former", "ex", "then", "late", "previous", "outgo", "onetim", "erstwhil"})
"""Stems beside a title that speak of an earlier holder."""
COMING = frozenset({"new", "incom", "elect", "design", "nomine", "next", "becam", "becom"})
"""Stems beside a title that speak of a holder whose time has just begun, or is about to."""
SOON = timedelta(days=200)
"""How long before taking office somebody is called its new, elected or designated holder."""


JUST = timedelta(days=45)
"""How long after the end of a tenure the news still calls its holder by the office."""


def _is_shifted(tenure: Tenure, day: Date, near: frozenset[str]) -> bool:
    """Whether words such as "former" and "new", or a tenure just over, make it the one that is meant on a day."""
    if tenure.end and tenure.end <= day <= tenure.end + JUST:
        return True
    if near & PAST and tenure.end and tenure.end <= day:
        return True
    return bool(near & COMING and tenure.start and day <= tenure.start <= day + SOON)


def _is_said_to_be_of(place: Entity, context: Context) -> bool:
    """Whether a place is named as one of its country: "the Thai island of", wherever else the sentence is about."""
    return place.kind == "place" and not context.countries_owning.isdisjoint(place.country)


SPOKEN_OF_BEFORE = {"event": 3650, "work": 730, "product": 730, "organization": 365, "term": 180}
"""Days for which the news may speak of a thing before it is there: games are awarded, films announced."""
SHOWN = frozenset({"work", "product", "event"})
"""Kinds of which the news speaks while they are new."""
NEW = (-550, 365)
"""Days from the text to the first day of a thing that is new: a film of the season, a company just founded. Most dates
are known by their year alone."""
NEARLY = 0.88
"""The likeness from which a gloss is the right name but for a letter or an ending."""
REVIEW = "review"
"""The source of entities that decisions of reviewers taught."""
CLOSE = 0.75
"""The likeness from which two spellings are seldom those of two names."""
ALMOST_ALL = 0.75
"""The share of a name's words at which a gloss is as likely another way to say it."""
HALF = 0.5
"""The likeness, and the share of words, from which they count."""
EVERYWHERE = frozenset({"US", "CN"})
"""Countries that are named in most news translated from Chinese."""
WORDS_THAT_TELL = 2
"""Words that a half-translated name shares with the right one, and that few other names have."""
HOME = frozenset({"CN"})
"""The country of most places in news translated from Chinese."""
EVERYWHERE_TELLS = 0.5
"""What naming one of them tells of whom the text is about, beside another country (1)."""
SPOKEN_OF_ANYWHERE = frozenset({"term", "event", "work", "product"})
"""Kinds that a text names without their country: that it is not named says nothing against a gloss of them."""
NAMED = frozenset({"organization", "product", "work", "office"})
"""Kinds whose names are written with capitals, or in quotation marks."""


def _is_body(entity: Entity) -> bool:
    if entity.kind not in ("organization", "office") or is_media(entity):
        return False
    return "EU" not in entity.country and "UN" not in entity.country


def _has_local_ones(entity: Entity) -> bool:
    """Whether it is a body of which every province and city has one of its own."""
    return _is_body(entity) and (entity.kind == "office" or any(form.endswith(LOCAL_ENDINGS) for form in entity.zh))


LOCAL_ENDINGS = (
    "部",
    "局",
    "委",
    "会",
    "厅",
    "署",
    "办",
    "室",
    "处",
    "政府",
    "法院",
    "检察院",
    "中心",
    "警方",
    "公安",
    "队",
    "所",
)
"""How the Chinese names of public bodies end, those of provinces and cities among them."""
NATIONAL = "ministry national state supreme federal central"
"""Words of the names of bodies that no province or city has."""


def _of_gloss_by(candidate: Candidate) -> str:
    return "(meaning)" if candidate.posting.channel == MEANING else "(gloss)"


def country_group(entity: Entity, group: str) -> str:
    """What claims about the country of a gloss call such an entity: a body is mostly named beside its country."""
    return "(body)" if entity.kind == "organization" else group


def is_gloss(candidate: Candidate, context: Context) -> bool:
    """Whether a candidate is one by the meaning of the surface's words, and no part of the surface is read aloud."""
    return candidate.posting.channel in GLOSSES and not context.in_pinyin


def manner(candidate: Candidate, context: Context) -> str:
    """How a candidate would have come to be the surface: `reading` aloud or by ear, by `gloss` or by `meaning`.

    Each has its own calibration: how far probabilities hold depends on what there is to go by.
    """
    if not is_gloss(candidate, context):
        return "reading"
    return "meaning" if candidate.posting.channel == MEANING else "gloss"


KIND_BESIDE, KIND_IN_SENTENCE = "its kind beside it", "its kind in the sentence"
"""Claims about words that say of what kind a thing is (`KIND_NOUNS`)."""
NEAREST = 4
"""Words before and behind a name among which such a word is said of it: "the Hamburg weekly", ", the Bonn broadcaster"."""

KIND_NOUNS = {
    "media": "newspaper paper daily weekly magazine tabloid broadsheet broadcaster station channel television radio agency portal "
    "website outlet editor editorial column columnist",
    "work": "film movie blockbuster sequel screenplay director actor actress starring star cinema screen episode series drama sitcom "
    "show novel book author bestseller read reader song album singer sing game gamer player manga anime cartoon play stage opera musical",
    "organization": "company firm maker carmaker automaker chipmaker manufacturer supplier shares stock brand bank lender insurer "
    "airline retailer startup subsidiary giant shareholder university hospital agency ministry bureau club team league party group",
    "place": "city town village county province prefecture district island river mountain lake strait bay port harbor airport station "
    "capital coast border region earthquake typhoon flood resident",
    "product": "aircraft plane jet fighter missile rocket satellite drone ship carrier submarine tank radar vaccine drug app phone "
    "model engine software platform",
}
"""Words that say of what kind a thing is of which a sentence speaks, by the kind of entity."""

MEDIA_ENDINGS = ("社", "报", "网", "台", "刊", "新闻", "晚报", "日报")
"""How the Chinese names of news agencies, papers, sites and broadcasters end."""


def is_media(entity: Entity) -> bool:
    """Whether an organisation is one that news comes from."""
    return entity.kind == "organization" and _names_media(entity.zh)


@lru_cache(maxsize=1 << 13)
def _names_media(forms: tuple[str, ...]) -> bool:
    return any(form.endswith(MEDIA_ENDINGS) for form in forms)


OTHER_COUNTRY = 0.4
"""What is left of a title's share where the words name another country than the office's."""


def read_weights(path: Path) -> dict[str, float]:
    """The model's weights by claim."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return {str(name): float(value) for name, value in data["weights"].items()}


def _kind(entity: Entity) -> str:
    return kind_group(entity.kind)


def kind_group(kind: str) -> str:
    """What claims call the entities of a kind."""
    return _KINDS.get(kind, "(term)")


_KINDS = {"person": "(person)", "place": "(place)"}


def _countries(entity: Entity) -> str:
    return " or ".join(map(country_name, entity.country))


def _of_country(office: Entity) -> str:
    return f" ({', '.join(map(country_name, office.country))})" if office.country else ""


@lru_cache(maxsize=512)
def country_name(code: str) -> str:
    """The English name of a country by its ISO 3166 code, from CLDR; the code itself where it has none.

    >>> country_name("KR")
    'South Korea'
    """
    from babel import Locale

    return str(Locale("en").territories.get(code, code))


def _when(tenure: Tenure) -> str:
    start = f" from {tenure.start}" if tenure.start else ""
    return start + (f" to {tenure.end}" if tenure.end else "")
