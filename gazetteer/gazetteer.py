"""The gazetteer as others use it: layers of indexes, look-ups, and explanations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from gazetteer import builtin, importing
from gazetteer.attested import read_attested
from gazetteer.bounds import Bounds
from gazetteer.calibration import Calibration, probabilities, read_calibration
from gazetteer.candidates import Candidates
from gazetteer.claims.weights import read_weights
from gazetteer.collocations import Collocations
from gazetteer.entity import Entity
from gazetteer.errors import GazetteerError
from gazetteer.evidence import Candidate, Context, Evidence
from gazetteer.facts import Runs, facts_of
from gazetteer.fields import read_fields
from gazetteer.former_names import FormerNames, read_former_names
from gazetteer.forms import Forms
from gazetteer.index import Index
from gazetteer.keys import fold, key, words
from gazetteer.layers import Layers
from gazetteer.lexicon import Lexicon
from gazetteer.linking import Linker, score
from gazetteer.listed import Listed, read_listed
from gazetteer.manner import manner
from gazetteer.name_readings import NameReadings, name_readings
from gazetteer.offices import Offices
from gazetteer.posting import Posting
from gazetteer.renderings import CHANNELS, RIGHT
from gazetteer.similarity import squash
from gazetteer.sorts import read_sorts
from gazetteer.vocabulary import Vocabulary

VERSION = "2026.11"
"""The edition of the built-in data."""


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


class Gazetteer:
    """Entities in layers, the later layer before the earlier: an entity of a later layer replaces one with its id."""

    def __init__(self, indexes: tuple[Index, ...], signature: str) -> None:
        self._layers = layers = Layers(indexes)
        self.signature = signature
        self.facts = lru_cache(maxsize=1 << 16)(lambda found: facts_of(layers, found))
        """What a key stands for."""
        self.runs = Runs(layers, self.facts)
        self.candidates = Candidates(layers)
        self.spellings = layers.spellings
        self._readings = lru_cache(maxsize=1 << 14)(self._readings_of)
        self._least_score = lru_cache(maxsize=64)(lambda name, least: self.calibration[name].least_score(least))

    @classmethod
    def default(cls) -> Gazetteer:
        """The built-in gazetteer, compiled on first use."""
        return cls((Index(builtin.index_folder()),), f"{VERSION}+{builtin.data_hash()}")

    @classmethod
    def read(cls, path: Path | str) -> Gazetteer:
        """A layer of a user's own, compiled into the cache on first use. `gazetteer.importing` names the formats.

        Raises:
            GazetteerError: the file is of no known format, or cannot be read.
        """
        folder, signature = importing.index_folder(Path(path))
        return cls((Index(folder),), signature)

    def __or__(self, other: Gazetteer) -> Gazetteer:
        """Both, where `other` wins."""
        indexes = (*self._layers.indexes, *other._layers.indexes)
        return Gazetteer(indexes, f"{self.signature}+{other.signature.split('+')[-1]}")

    def __len__(self) -> int:
        return len(self._layers)

    def __iter__(self) -> Iterator[Entity]:
        """The entities, layer by layer, without those that a later layer replaces."""
        return iter(self._layers)

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
    def listed(self) -> Listed:
        """Right names of which nothing else is known."""
        return read_listed(builtin.DATA / "names_only.tsv")

    @cached_property
    def former_names(self) -> FormerNames:
        """What entities were called before they were renamed."""
        return read_former_names(builtin.DATA / "former_names.tsv")

    @cached_property
    def forms(self) -> Forms:
        """Right names, taken apart."""
        return Forms(self.lexicon, self.facts)

    @cached_property
    def offices(self) -> Offices:
        """The offices, and who held them."""
        return Offices(self._layers, self.lexicon)

    @cached_property
    def linker(self) -> Linker:
        """What weighs candidates."""
        weights = read_weights(builtin.DATA / "judgement.json")
        fields = read_fields(builtin.DATA / "fields.tsv")
        attested = read_attested(builtin.DATA / "attested.tsv", self.lexicon)
        sorts = read_sorts(builtin.DATA / "sorts.tsv")
        return Linker(self.offices.get, weights, self.lexicon, fields, sorts, attested)

    @cached_property
    def _bounds(self) -> Bounds:
        return Bounds(self.linker)

    @cached_property
    def calibration(self) -> dict[str, Calibration]:
        """What turns the model's probabilities into measured ones, by the manner of a candidate."""
        return read_calibration(builtin.DATA / "judgement.json")

    def entity(self, entity_id: str) -> Entity | None:
        """The entity with this id, from the latest layer that has it."""
        return self._layers.entity(entity_id)

    def key_of(self, form: str) -> str:
        """The key of a form (`gazetteer.keys`)."""
        return key(form, self.lexicon)

    def lookup(self, surface: str) -> list[Candidate]:
        """The entities that `surface` may stand for: by right name (`posting.channel` 0), by a rendering, by
        likeness.
        """
        found = self.facts(self.key_of(surface))
        right = [Candidate(entity, Posting(0, RIGHT)) for entity in found.right]
        seen = {candidate.entity.id for candidate in (*right, *found.garbled)}
        called, alike = self.candidates.called(self.lexicon.stem(fold(surface))), self.candidates.alike(squash(surface))
        others = [candidate for candidate in (*called, *alike) if candidate.entity.id not in seen]
        return [*right, *sorted(found.garbled, key=lambda c: c.posting.cost), *others]

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
        """The context that the words `near` make up."""
        parts = [word.text for word in words(near)]
        stems = tuple(self.lexicon.stem(part.lower()) for part in parts)
        countries: set[str] = set()
        for at in range(len(parts)):
            runs = (" ".join(parts[at : at + size]) for size in (3, 2, 1))
            named = (self.facts(self.key_of(run)).countries for run in runs)
            countries |= next(filter(None, named), frozenset())
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

    def readings(self, entity: Entity) -> NameReadings:
        """How the Chinese forms of an entity are read, whole names and family names apart."""
        return self._readings(entity.id)

    def _readings_of(self, entity_id: str) -> NameReadings:
        entity = self.entity(entity_id)
        return name_readings(entity, self._layers.record(entity_id)) if entity else NameReadings()

    def pinyin(self, entity: Entity, written: int = 0) -> str:
        """The reading of one of the entity's Chinese forms, with tone marks."""
        readings: Sequence[str] = self._layers.record(entity.id).get("pinyin", ())
        return readings[written] if written < len(readings) else ""

    def claim(self, candidate: Candidate, surface: str) -> str:
        """How the Chinese name of the candidate became `surface`, in words."""
        posting, entity = candidate.posting, candidate.entity
        written = entity.zh[posting.written] if posting.written < len(entity.zh) else entity.name
        reading = self.pinyin(entity, posting.written)
        named = f"{written} ({reading})" if reading else written
        claim: str = CHANNELS[posting.channel - 1].claim(named, surface)
        return claim


def _by_probability(linked: Linked) -> tuple[float, str]:
    return -linked.probability, linked.candidate.entity.id


def _day(date: Date | str | None) -> Date | None:
    if not isinstance(date, str):
        return date
    try:
        return Date.fromisoformat(date)
    except ValueError as error:
        raise GazetteerError(f"{date!r} is not a date of the form YYYY-MM-DD") from error
