"""Whether the text has words of the entity's field: of a treaty "missile", of a footballer "goal"."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from gazetteer.claims.weights import Weights
from gazetteer.entity import Entity
from gazetteer.evidence import Candidate, Context, Evidence
from gazetteer.fields import Fields, fields_of
from gazetteer.lexicon import Lexicon
from gazetteer.stems import title_stems


class FieldWord(NamedTuple):
    """A word of a field, and its stems."""

    named: str
    stems: frozenset[str]


class EntityField(NamedTuple):
    """Words of a field, and all of their stems."""

    stems: frozenset[str]
    words: tuple[FieldWord, ...]


class EntityFields:
    """The fields of entities, with the stems of their words."""

    def __init__(self, lexicon: Lexicon, fields: Fields) -> None:
        """`fields` are the words of what people are (`gazetteer.fields`)."""
        self._lexicon = lexicon
        self._role_fields = fields
        self.stems = lru_cache(maxsize=1 << 14)(self._stems_of)
        self.of = lru_cache(maxsize=1 << 14)(self._of_words)
        self._of_person = lru_cache(maxsize=1 << 14)(self._of_words_and_roles)

    def of_entity(self, entity: Entity) -> EntityField:
        """The field of an entity; of a person also that of what he or she is."""
        if entity.kind != "person":
            return self.of(entity.context)
        return self._of_person(entity.context, entity.roles)

    def _of_words_and_roles(self, words: tuple[str, ...], roles: tuple[str, ...]) -> EntityField:
        return self._of_words((*words, *fields_of(roles, self._role_fields)))

    def _of_words(self, words: tuple[str, ...]) -> EntityField:
        found = tuple(FieldWord(named, stems) for named in words if (stems := self.stems(named)))
        return EntityField(frozenset().union(*(word.stems for word in found)), found)

    def _stems_of(self, words: str) -> frozenset[str]:
        """The words of a title or of a field in the form in which they are compared."""
        return title_stems(words, self._lexicon)


class Field:
    """Claims about words of the field."""

    def __init__(self, weights: Weights, fields: EntityFields) -> None:
        self._claim = weights.evidence
        self._fields = fields

    def of(self, candidate: Candidate, context: Context) -> list[Evidence]:
        """The claim that a word of the entity's field stands in the sentence, or else in the document."""
        entity = candidate.entity
        every, fields = self._fields.of_entity(entity)
        if every.isdisjoint(context.document):
            return []
        group = f" ({entity.kind})" if entity.kind in ("organization", "person", "place") else ""
        for where, stems, said in (
            ("sentence", context.sentence, "is named in the sentence"),
            ("document", context.document, "is named in the text"),
        ):
            named = next((word.named for word in fields if word.stems <= stems), None)
            if named:
                return [self._claim(f"context word in the {where}{group}", 1.0, f"“{named}” {said}")]
        return []
