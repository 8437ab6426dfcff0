"""Whether the text has words of the entity's field: of a treaty "missile", of a footballer "goal"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from gazetteer.claims.weights import Weights
from gazetteer.entity import Entity
from gazetteer.evidence import Candidate, Context, Evidence
from gazetteer.fields import Fields, fields_of
from gazetteer.lexicon import Lexicon
from gazetteer.sorts import Sorts, words_of_sort
from gazetteer.stems import title_stems


class FieldWord(NamedTuple):
    """A word of a field, and its stems; `of_all`: it is one of all people who are alike, or of all bodies of a sort."""

    named: str
    stems: frozenset[str]
    of_all: bool = False


class EntityField(NamedTuple):
    """Words of a field, all of their stems, and for one stem of each word at which numbers such words stand."""

    stems: frozenset[str]
    words: tuple[FieldWord, ...]
    numbers: Mapping[str, tuple[int, ...]]

    def named(self, stems: frozenset[str]) -> list[FieldWord]:
        """The words that are said by some stems, in their order."""
        numbers = (number for stem in self.stems & stems for number in self.numbers.get(stem, ()))
        return [self.words[number] for number in sorted(numbers) if self.words[number].stems <= stems]


class EntityFields:
    """The fields of entities, with the stems of their words."""

    def __init__(self, lexicon: Lexicon, fields: Fields, sorts: Sorts) -> None:
        """`fields` are words of what people are (`gazetteer.fields`), `sorts` those of bodies (`gazetteer.sorts`)."""
        self._lexicon = lexicon
        self._role_fields = fields
        self._sorts = sorts
        self.stems = lru_cache(maxsize=1 << 14)(self._stems_of)
        self.of = lru_cache(maxsize=1 << 14)(self._of_words)
        self._of_person = lru_cache(maxsize=1 << 14)(self._of_words_and_roles)
        self._of_body = lru_cache(maxsize=1 << 14)(self._of_words_and_names)

    def of_entity(self, entity: Entity) -> EntityField:
        """The field of an entity; of a person or a body also that of what he, she or it is."""
        if entity.kind == "person":
            return self._of_person(entity.context, entity.roles)
        if entity.kind == "organization":
            return self._of_body(entity.context, entity.zh)
        return self.of(entity.context)

    def _of_words_and_roles(self, words: tuple[str, ...], roles: tuple[str, ...]) -> EntityField:
        return self._with(words, tuple(fields_of(roles, self._role_fields)))

    def _of_words_and_names(self, words: tuple[str, ...], zh: tuple[str, ...]) -> EntityField:
        return self._with(words, tuple(dict.fromkeys(words_of_sort(zh, words, self._sorts))))

    def _with(self, words: tuple[str, ...], of_all: tuple[str, ...]) -> EntityField:
        """The field of some words of one entity, and of words of all that are alike."""
        own, shared = self.of(words), self.of(of_all)
        others = tuple(word._replace(of_all=True) for word in shared.words if word.named not in words)
        return _field((*own.words, *others))

    def _of_words(self, words: tuple[str, ...]) -> EntityField:
        found = tuple(FieldWord(named, stems) for named in words if (stems := self.stems(named)))
        return _field(found)

    def _stems_of(self, words: str) -> frozenset[str]:
        """The words of a title or of a field in the form in which they are compared."""
        return title_stems(words, self._lexicon)


def _field(words: tuple[FieldWord, ...]) -> EntityField:
    numbers: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        numbers.setdefault(min(word.stems), []).append(number)
    stems: frozenset[str] = frozenset().union(*(word.stems for word in words))
    return EntityField(stems, words, {stem: tuple(found) for stem, found in numbers.items()})


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
        field = self._fields.of_entity(entity)
        if field.stems.isdisjoint(context.document):
            return []
        named = _apart(field.named(context.document))
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
    """The entities for which a claim about a word is counted, as its name says them: words of one person or body tell
    more than those of all that are the same.
    """
    if word.of_all:
        return " (role)" if entity.kind == "person" else " (sort)"
    return f" ({entity.kind})" if entity.kind in ("organization", "person", "place") else ""


ENOUGH_IN_SENTENCE, ENOUGH_IN_DOCUMENT = 3, 5
"""Words of its field in a sentence, and in a document, beyond which more say nothing more."""


def _apart(words: Iterable[FieldWord]) -> list[FieldWord]:
    """Words of a field without those that others say already ("missile" of "missile defense"), its own first."""
    found: list[FieldWord] = []
    said: frozenset[str] = frozenset()
    for word in sorted(words, key=lambda word: (word.of_all, -len(word.stems))):
        if word.stems.isdisjoint(said):
            found.append(word)
            said |= word.stems
    return found
