"""The gazetteer as others use it: layers of indexes, look-ups, and explanations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from gazetteer import builtin
from gazetteer.bounds import Bounds
from gazetteer.calibration import Calibration, probabilities, read_calibration
from gazetteer.claims.roles import ENOUGH_OF_A_TITLE, Office
from gazetteer.claims.weights import read_weights
from gazetteer.collocations import Collocations
from gazetteer.entity import Entity
from gazetteer.errors import GazetteerError
from gazetteer.evidence import Candidate, Context, Evidence
from gazetteer.fields import read_fields
from gazetteer.index import Index
from gazetteer.keys import LONGEST_KEY, fold, key, words
from gazetteer.lexicon import Lexicon
from gazetteer.linking import Linker, score
from gazetteer.manner import manner
from gazetteer.meanings import said
from gazetteer.posting import HOLDER, MEANING, OFFICE, SKELETON, WORD, Posting
from gazetteer.renderings import CHANNELS, RIGHT
from gazetteer.renderings.sound import skeleton
from gazetteer.similarity import likeness, squash
from gazetteer.stems import content_stems, title_stems
from gazetteer.vocabulary import Vocabulary

VERSION = "2026.11"
"""The edition of the built-in data."""

LIKE_ENOUGH = 0.62
"""The likeness at which a name that shares a skeleton becomes a candidate."""
SHORTEST_GIVEN_NAME = 3
"""Letters more than those of a family name that make a reading one of the whole name."""
FAMILY_NAME_ALIKE = 0.5
"""The likeness at which a Chinese form without a dot renders a foreigner's family name, and not a Chinese name of his
own.
"""
MOST_ALIKE = 400
"""Postings of one skeleton that are compared; a skeleton with more tells nothing."""
MOST_CALLED = 20
"""Entities that are called by one word; a word for more tells nothing."""


class Linked(NamedTuple):
    """A candidate with its evidence and the probability that the surface stands for it in its context.

    `share` is that probability before its calibration, by its `manner`.
    """

    candidate: Candidate
    evidence: tuple[Evidence, ...]
    score: float
    probability: float
    share: float
    manner: str

    @property
    def entity(self) -> Entity:
        """The entity that the surface may stand for."""
        return self.candidate.entity


@dataclass(frozen=True, slots=True, eq=False)
class KeyFacts:
    """What one key of the layers stands for: candidates by right name, and by a garbled one. Equal is what is the same
    object, so that what follows from it can be remembered with it.
    """

    right: tuple[Entity, ...]
    garbled: tuple[Candidate, ...]
    countries: frozenset[str]


class Form(NamedTuple):
    """A right name as phrases are compared with it: the stems of its content words, its key (`gazetteer.keys`), and
    its stems with codes in place of countries (`Gazetteer.with_countries`).
    """

    stems: frozenset[str]
    key: str
    said: frozenset[str]


class Runs(dict[str, tuple[KeyFacts | None, bool]]):
    """Runs of stems, written together -> what they stand for, if they are a key, and whether a longer key may begin
    with them.

    The words of texts come again and again, and most runs of two are the beginning of nothing: remembered, they cost no
    look-up in a trie, however many layers there are.
    """

    def __init__(self, indexes: tuple[Index, ...], facts: Callable[[str], KeyFacts]) -> None:
        super().__init__()
        self._indexes = indexes
        self._facts = facts

    def __missing__(self, run: str) -> tuple[KeyFacts | None, bool]:
        found = NO_RUN
        if len(run) <= LONGEST_KEY:
            for index in self._indexes:
                if index.has_key_with(run):
                    found = self._facts(run) if any(run in index for index in self._indexes) else None, True
                    break
        if len(self) >= MOST_RUNS:
            self.clear()
        self[run] = found
        return found


NO_RUN: tuple[KeyFacts | None, bool] = (None, False)
MOST_RUNS = 1 << 16
"""Runs that are remembered."""


class Gazetteer:
    """Entities in layers, the later layer before the earlier: an entity of a later layer replaces one with its id."""

    def __init__(self, indexes: tuple[Index, ...], signature: str) -> None:
        self._indexes = indexes
        self.signature = signature
        self._facts = lru_cache(maxsize=1 << 16)(self._facts_of)
        self.runs = Runs(indexes, self._facts)
        self.spellings = lru_cache(maxsize=1 << 14)(self._spellings_of)
        self._parts = lru_cache(maxsize=1 << 14)(self._parts_of)
        self.with_countries = lru_cache(maxsize=1 << 14)(self._with_countries)
        self.letters_of = lru_cache(maxsize=1 << 14)(self._letters_of)
        self.forms_of = lru_cache(maxsize=1 << 14)(self._forms_of)
        self._least_score = lru_cache(maxsize=64)(lambda name, least: self.calibration[name].least_score(least))
        self.alike = lru_cache(maxsize=1 << 14)(self._alike)
        self.skeleton = lru_cache(maxsize=1 << 14)(skeleton)
        self.meant = lru_cache(maxsize=1 << 14)(self._meant)
        self.called = lru_cache(maxsize=1 << 14)(self._called)
        self.means_something = lru_cache(maxsize=1 << 16)(self._means_something)
        self.holders = lru_cache(maxsize=4096)(self._holders)
        self.offices_named = lru_cache(maxsize=1 << 13)(self._offices_named)
        self._titles_of = lru_cache(maxsize=512)(self._titles_by_stem)

    @classmethod
    def default(cls) -> Gazetteer:
        """The built-in gazetteer, compiled on first use."""
        return cls((Index(builtin.index_folder()),), f"{VERSION}+{builtin.data_hash()}")

    @classmethod
    def read(cls, path: Path | str) -> Gazetteer:
        """A layer of a user's own, compiled into the cache on first use. `gazetteer.layers` names the formats.

        Raises:
            GazetteerError: the file is of no known format, or cannot be read.
        """
        from gazetteer import layers

        return layers.read(Path(path))

    def __or__(self, other: Gazetteer) -> Gazetteer:
        """Both, where `other` wins."""
        return Gazetteer((*self._indexes, *other._indexes), f"{self.signature}+{other.signature.split('+')[-1]}")

    def __len__(self) -> int:
        return sum(map(len, self._indexes))

    def __iter__(self) -> Iterator[Entity]:
        """The entities, layer by layer, without those that a later layer replaces."""
        for layer, index in enumerate(self._indexes):
            entities = (index.entity(ordinal) for ordinal in range(len(index)))
            yield from (entity for entity in entities if not self._is_replaced(entity.id, layer))

    @cached_property
    def lexicon(self) -> Lexicon:
        """The English words."""
        return Lexicon(builtin.lexicon_path())

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Written words and what they are."""
        return Vocabulary(self.lexicon)

    @cached_property
    def collocations(self) -> Collocations:
        """The common pairs of English words."""
        return Collocations(builtin.collocations_path())

    @cached_property
    def linker(self) -> Linker:
        """What weighs candidates."""
        weights = read_weights(builtin.DATA / "judgement.json")
        return Linker(_Offices(self), weights, self.lexicon, read_fields(builtin.DATA / "fields.tsv"))

    @cached_property
    def _bounds(self) -> Bounds:
        return Bounds(self.linker)

    @cached_property
    def calibration(self) -> dict[str, Calibration]:
        """What turns the model's probabilities into measured ones, by the manner of a candidate."""
        return read_calibration(builtin.DATA / "judgement.json")

    def facts(self, found: str) -> KeyFacts:
        """What a key stands for."""
        return self._facts(found)

    def entity(self, entity_id: str) -> Entity | None:
        """The entity with this id, from the latest layer that has it."""
        for index in reversed(self._indexes):
            ordinal = index.ordinal(entity_id)
            if ordinal is not None:
                return index.entity(ordinal)
        return None

    def lookup(self, surface: str) -> list[Candidate]:
        """The entities that `surface` may stand for: by right name (`posting.channel` 0), by a rendering, by
        likeness.
        """
        found = self._facts(key(surface, self.lexicon))
        right = [Candidate(entity, Posting(0, RIGHT)) for entity in found.right]
        seen = {candidate.entity.id for candidate in (*right, *found.garbled)}
        others = (*self.called(self.lexicon.stem(fold(surface))), *self.alike(squash(surface)))
        alike = [candidate for candidate in others if candidate.entity.id not in seen]
        return [*right, *sorted(found.garbled, key=lambda c: c.posting.cost), *alike]

    def explain(self, surface: str, near: str = "", date: Date | str | None = None) -> list[Linked]:
        """Who `surface` may be in the context `near` on `date`, likeliest first, with the evidence for each.

        Raises:
            GazetteerError: `date` is a text that is no date.
        """
        context = self._context(near, _day(date))._replace(letters=len(squash(surface)), squashed=squash(surface))
        return self.link([c for c in self.lookup(surface) if c.posting.channel != RIGHT], context)

    def link(self, candidates: Iterable[Candidate], context: Context) -> list[Linked]:
        """Weigh the candidates of one surface against their context, likeliest first."""
        weighed = []
        for candidate in candidates:
            evidence = tuple(self.linker.evidence(candidate, context))
            weighed.append((candidate, evidence, score(evidence)))
        shares = probabilities([score for _, _, score in weighed])
        linked = []
        for (candidate, evidence, points), share in zip(weighed, shares, strict=True):
            came_by = manner(candidate, context)
            linked.append(Linked(candidate, evidence, points, self.calibration[came_by](share), share, came_by))
        return sorted(linked, key=_by_probability) if len(linked) > 1 else linked

    def together(self, linked: Sequence[Linked]) -> float:
        """The probability that a surface stands for one of several of its candidates, the likeliest first."""
        return self.calibration[linked[0].manner](min(1.0, sum(one.share for one in linked)))

    def is_faint(self, candidates: Iterable[Candidate], context: Context, least: float) -> bool:
        """Whether it shows from what `Bounds.is_below` asks of the context that no candidate comes to the probability
        `least`.
        """
        return all(
            self._bounds.is_below(candidate, context, self._least_score(manner(candidate, context), least))
            for candidate in candidates
        )

    def _context(self, near: str, day: Date | None) -> Context:
        stems = tuple(self.lexicon.stem(word.text.lower()) for word in words(near))
        countries: set[str] = set()
        parts = [word.text for word in words(near)]
        for at in range(len(parts)):
            for size in (3, 2, 1):
                facts = self._facts(key(" ".join(parts[at : at + size]), self.lexicon))
                if facts.countries:
                    countries |= facts.countries
                    break
        found = frozenset(countries)
        return Context(
            before=stems,
            sentence=frozenset(stems),
            document=frozenset(stems),
            countries_near=found,
            countries_sentence=found,
            countries_document=found,
            date=day,
        )

    def _facts_of(self, found: str) -> KeyFacts:
        right: dict[str, Entity] = {}
        garbled: dict[str, Candidate] = {}
        for layer in range(len(self._indexes) - 1, -1, -1):
            index = self._indexes[layer]
            for posting in index.get(found):
                entity = index.entity(posting.ordinal)
                if entity.id in right or entity.id in garbled or self._is_replaced(entity.id, layer):
                    continue
                if posting.channel == RIGHT:
                    right[entity.id] = entity
                else:
                    garbled[entity.id] = Candidate(entity, posting)
        return KeyFacts(tuple(right.values()), tuple(garbled.values()), _shared_countries(right.values()))

    def key_of(self, form: str) -> str:
        """The key of a form (`gazetteer.keys`)."""
        return key(form, self.lexicon)

    def _forms_of(self, right: tuple[str, ...]) -> tuple[Form, ...]:
        """Right names as phrases are compared with them."""
        stems = [content_stems(form, self.lexicon) for form in right]
        return tuple(
            Form(some, self.key_of(form), self.with_countries(some)) for form, some in zip(right, stems, strict=True)
        )

    def _letters_of(self, right: tuple[str, ...]) -> frozenset[str]:
        """Right names, squashed: a surface with the letters of one is that name but for case, spaces and hyphens."""
        return frozenset(map(squash, right))

    def _with_countries(self, stems: frozenset[str]) -> frozenset[str]:
        """The stems with codes in place of the names of two countries or more, so that Sino-Indian is China-India."""
        codes = {stem: code for stem in stems if (code := self._country_of(stem))}
        return frozenset(codes.get(stem, stem) for stem in stems) if len(codes) > 1 else stems

    def _country_of(self, stem: str) -> str:
        """The code of the country that a word names (Sino, Korea); nothing where only a word list has it (War)."""
        facts = self._facts(stem)
        is_known = facts.countries and any(entity.kind == "place" and not entity.weak for entity in facts.right)
        return min(facts.countries) if is_known else ""

    def _is_replaced(self, entity_id: str, layer: int) -> bool:
        return any(index.ordinal(entity_id) is not None for index in self._indexes[layer + 1 :])

    def _alike(self, squashed: str) -> tuple[Candidate, ...]:
        """The entities whose name sounds or is spelt like a squashed surface."""
        found: dict[str, Candidate] = {}
        for layer, index in enumerate(self._indexes):
            postings = index.get(SKELETON + skeleton(squashed))
            if len(postings) > MOST_ALIKE:
                continue
            for posting in postings:
                alike = likeness(squashed, index.spellings(posting.ordinal))
                if alike < LIKE_ENOUGH:
                    continue
                entity = index.entity(posting.ordinal)
                if not self._is_replaced(entity.id, layer):
                    found[entity.id] = Candidate(entity, posting, min(alike, 0.99))
        return tuple(sorted(found.values(), key=lambda c: (-c.likeness, c.entity.id)))

    def _meant(self, stems: frozenset[str]) -> tuple[Candidate, ...]:
        """The entities whose name these stems say part by part (`gazetteer.meanings.said`), the plainest first."""
        found: dict[str, Candidate] = {}
        for layer, index in enumerate(self._indexes):
            for posting in said(index, stems):
                entity = index.entity(posting.ordinal)
                before = found.get(entity.id)
                if (before is None or posting.cost < before.posting.cost) and not self._is_replaced(entity.id, layer):
                    found[entity.id] = Candidate(entity, posting)
        return tuple(sorted(found.values(), key=lambda c: (c.posting.cost, c.entity.id)))

    def _called(self, stem: str) -> tuple[Candidate, ...]:
        """The entities whose name is, put into English, the one word of this stem; none where it is that of many."""
        found: dict[str, Candidate] = {}
        for layer, index in enumerate(self._indexes):
            for posting in index.get(WORD + stem):
                entity = index.entity(posting.ordinal)
                if not self._is_replaced(entity.id, layer):
                    found[entity.id] = Candidate(entity, posting)
        if len(found) > MOST_CALLED:
            return ()
        return tuple(sorted(found.values(), key=lambda c: (c.posting.cost, c.entity.id)))

    def _means_something(self, stem: str) -> bool:
        """Whether a stem may say a part of a name."""
        return any(MEANING + stem in index for index in self._indexes)

    def _spellings_of(self, entity_id: str) -> tuple[str, ...]:
        """The squashed spellings that a garbled surface of this entity may be like: its names, and its pinyin."""
        for index in reversed(self._indexes):
            ordinal = index.ordinal(entity_id)
            if ordinal is not None:
                return index.spellings(ordinal)
        return ()

    def parts(self, entity: Entity) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The squashed readings of the entity's Chinese forms: of whole names, and of family names that stand alone.

        A foreign name's part after the last dot is its family name; so is a form without a dot, where no other form has
        one, or where it is the last part of another.
        """
        return self._parts(entity.id)

    def _parts_of(self, entity_id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        entity, record = self.entity(entity_id), self._record(entity_id)
        if entity is None:
            return (), ()
        last: list[str] = []
        whole: list[str] = []
        dotted = {form.rsplit("·", 1)[-1] for form in entity.zh if "·" in form}
        for form, reading in zip(entity.zh, record.get("pinyin", ()), strict=False):
            alone = "·" not in form and (form in dotted or (not dotted and self._sounds_like(reading, entity.short)))
            (last if alone else whole).append(squash(reading))
        return tuple(whole), (*last, *map(squash, record.get("last", ())))

    def _sounds_like(self, reading: str, name: str) -> bool:
        """Whether a reading is that of a family name, and not the name with a given name behind it (Huang Renxun)."""
        heard, written = squash(reading), squash(name)
        if heard.startswith(written) and len(heard) - len(written) >= SHORTEST_GIVEN_NAME:
            return False
        return likeness(heard, (written,)) >= FAMILY_NAME_ALIKE

    def _record(self, entity_id: str) -> dict[str, list[str]]:
        for index in reversed(self._indexes):
            ordinal = index.ordinal(entity_id)
            if ordinal is not None:
                return index.record(ordinal)
        return {}

    def pinyin(self, entity: Entity, written: int = 0) -> str:
        """The reading of one of the entity's Chinese forms, with tone marks."""
        readings = self._record(entity.id).get("pinyin", [])
        return readings[written] if written < len(readings) else ""

    def claim(self, candidate: Candidate, surface: str) -> str:
        """How the Chinese name of the candidate became `surface`, in words."""
        posting, entity = candidate.posting, candidate.entity
        written = entity.zh[posting.written] if posting.written < len(entity.zh) else entity.name
        reading = self.pinyin(entity, posting.written)
        named = f"{written} ({reading})" if reading else written
        claim: str = CHANNELS[posting.channel - 1].claim(named, surface)
        return claim

    def _holders(self, office_id: str) -> tuple[Entity, ...]:
        """The people who held an office."""
        found = {}
        for index in self._indexes:
            for posting in index.get(HOLDER + office_id):
                entity = index.entity(posting.ordinal)
                found[entity.id] = entity
        return tuple(found.values())

    def _offices_named(self, country: str, near: frozenset[str]) -> tuple[Office, ...]:
        """The offices of a country of whose title enough stands among the stems `near`."""
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
        titles = [(title, office) for office in self._offices_of(country) for title in office.titles if title]
        counts = Counter(stem for title, _ in titles for stem in title)
        found: dict[str, list[tuple[frozenset[str], Office]]] = {}
        for title, office in titles:
            spare = sum(1 for some in range(1, len(title) + 1) if some / len(title) >= ENOUGH_OF_A_TITLE)
            for stem in sorted(title, key=lambda stem: (counts[stem], stem))[:spare]:
                found.setdefault(stem, []).append((title, office))
        return found

    def _offices_of(self, country: str) -> tuple[Office, ...]:
        """The offices of a country ("" for those of none)."""
        found = {}
        for index in self._indexes:
            for posting in index.get(OFFICE + country):
                entity = index.entity(posting.ordinal)
                found[entity.id] = self.office(entity)
        return tuple(found.values())

    def office(self, entity: Entity) -> Office:
        """An office with the stems of its titles."""
        return Office(entity, tuple(dict.fromkeys(title_stems(title, self.lexicon) for title in entity.right)))


class _Offices(dict[str, Office]):
    """The offices by id, read when first asked for."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__()
        self._gazetteer = gazetteer

    def get(self, office_id: str, default: Office | None = None) -> Office | None:  # type: ignore[override]
        """The office with this id."""
        if office_id not in self:
            entity = self._gazetteer.entity(office_id)
            if entity is None:
                return default
            self[office_id] = self._gazetteer.office(entity)
        return self[office_id]


def _by_probability(linked: Linked) -> tuple[float, str]:
    return -linked.probability, linked.candidate.entity.id


MANY = 8
"""Right names that so many entities share (Prime Minister) say nothing of a country."""


def _shared_countries(entities: Iterable[Entity]) -> frozenset[str]:
    """The countries that a right name speaks of: those that all its entities share which belong to a country.

    A country's own name speaks of it whoever else has the name (Jordan, Mali), save another place (Georgia).
    """
    known = [entity for entity in entities if entity.country and entity.kind != "office"]
    if any(entity.is_country for entity in known):
        known = [entity for entity in known if entity.kind == "place"]
    found = [frozenset(entity.country) for entity in known]
    if not found or len(found) > MANY:
        return frozenset()
    return frozenset.intersection(*found)


def _day(date: Date | str | None) -> Date | None:
    if not isinstance(date, str):
        return date
    try:
        return Date.fromisoformat(date)
    except ValueError as error:
        raise GazetteerError(f"{date!r} is not a date of the form YYYY-MM-DD") from error
