"""Whether the text has words of the entity's field: of a treaty "missile", of a footballer "goal"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from gazetteer.claims.weights import Weights
from gazetteer.entity import Entity
from gazetteer.evidence import Candidate, Context, Evidence
from gazetteer.fields import Fields, fields_of
from gazetteer.lexicon import Lexicon
from gazetteer.stems import title_stems


class FieldWord(NamedTuple):
    """A word of a field, and its stems; `of_role`: it is one of all people who are the same thing."""

    named: str
    stems: frozenset[str]
    of_role: bool = False


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
        own, of_roles = self.of(words), self.of(tuple(fields_of(roles, self._role_fields)))
        others = tuple(word._replace(of_role=True) for word in of_roles.words if word.named not in words)
        return EntityField(own.stems | of_roles.stems, (*own.words, *others))

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
        """The claims that a word of the entity's field stands in the sentence, or else in the document, and more of
        them.
        """
        entity = candidate.entity
        every, fields = self._fields.of_entity(entity)
        if every.isdisjoint(context.document):
            return []
        named = _apart(word for word in fields if word.stems <= context.document)
        if not named:
            return []
        beside = [word for word in named if word.stems <= context.sentence]
        first = (beside or named)[0]
        group = _group(entity, first)
        if not beside:
            found = [self._claim(f"context word in the document{group}", 1.0, f"“{first.named}” is named in the text")]
            near = [first.named]
        else:
            said = f"“{first.named}” is named in the sentence"
            found = [self._claim(f"context word in the sentence{group}", 1.0, said)]
            near = [word.named for word in beside]
        if len(near) > 1:
            enough = min(1.0, (len(near) - 1) / (ENOUGH_IN_SENTENCE - 1))
            said = f"“{near[1]}” is named in the sentence as well"
            found.append(self._claim(f"more context words in the sentence{group}", enough, said))
        if others := [word.named for word in named if word.named not in near]:
            enough = min(1.0, len(others) / (ENOUGH_IN_DOCUMENT - 1))
            said = f"“{others[0]}” is named in the text as well"
            found.append(self._claim(f"more context words in the document{group}", enough, said))
        return found


def _group(entity: Entity, word: FieldWord) -> str:
    """The entities for which a claim about a word is counted, as its name says them: words of one person tell more than
    those of all who are the same.
    """
    if word.of_role:
        return " (role)"
    return f" ({entity.kind})" if entity.kind in ("organization", "person", "place") else ""


ENOUGH_IN_SENTENCE, ENOUGH_IN_DOCUMENT = 3, 5
"""Words of its field in a sentence, and in a document, beyond which more say nothing more."""


def _apart(words: Iterable[FieldWord]) -> list[FieldWord]:
    """Words of a field without those that others say already ("missile" of "missile defense"), its own first."""
    found: list[FieldWord] = []
    said: frozenset[str] = frozenset()
    for word in sorted(words, key=lambda word: (word.of_role, -len(word.stems))):
        if word.stems.isdisjoint(said):
            found.append(word)
            said |= word.stems
    return found
