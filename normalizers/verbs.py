"""The forms of English verbs, as far as a set phrase needs them in another tense."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from normalizers.tables import table

Form = Literal["base", "third", "gerund", "past", "participle"]

VOWELS = "aeiou"


@lru_cache(maxsize=1)
def irregular() -> dict[str, tuple[str, str]]:
    """Verb -> past tense and past participle."""
    return {row[0]: (row[1], row[2]) for row in table("irregular_verbs")}


@lru_cache(maxsize=1)
def bases() -> dict[str, str]:
    """Irregular past tense or participle -> its verb, where it is no other verb itself."""
    forms = ((form, verb) for verb, pair in irregular().items() for form in pair)
    return {form: verb for form, verb in forms if form not in irregular()}


@lru_cache(maxsize=1)
def pasts() -> frozenset[str]:
    """The irregular past tenses that are no other form: ate, but not caught."""
    return frozenset(past for verb, (past, participle) in irregular().items() if past not in (verb, participle))


def inflected(verb: str, form: Form) -> str:
    """A verb in one of its forms.

    >>> inflected("shift", "past"), inflected("make", "gerund"), inflected("deny", "past")
    ('shifted', 'making', 'denied')
    >>> inflected("be", "third"), inflected("have", "third"), inflected("split", "gerund"), inflected("pass", "third")
    ('is', 'has', 'splitting', 'passes')
    """
    if form == "base":
        return verb
    if form == "third":
        return _third(verb)
    if form == "gerund":
        return _gerund(verb)
    if verb in irregular():
        return irregular()[verb][form == "participle"]
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if _ends_in_y(verb) else _doubled(verb) + "ed"


def form_of(word: str, verb: str, before: str) -> Form | None:
    """The form in which `word` is of `verb`, after the word `before`; None where it is none, or stands in the passive.

    >>> form_of("changed", "change", "he"), form_of("eaten", "eat", "had"), form_of("eaten", "eat", "was")
    ('past', 'participle', None)
    """
    if word == verb:
        return "base"
    if word == _third(verb):
        return "third"
    if word == _gerund(verb):
        return "gerund"
    if word not in (inflected(verb, "past"), inflected(verb, "participle")) or before in BEINGS:
        return None
    if before in HAVINGS:
        return "participle"
    return "past" if word == inflected(verb, "past") else None


BEINGS = frozenset("am is are was were be been being get got".split())
HAVINGS = frozenset("have has had having".split())


def _third(verb: str) -> str:
    if verb in ("be", "have"):
        return {"be": "is", "have": "has"}[verb]
    if _ends_in_y(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _gerund(verb: str) -> str:
    if verb == "lie":
        return "lying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _doubled(verb: str) -> str:
    """A short verb with its last consonant doubled, as before -ed and -ing."""
    if len(verb) < 3 or len(verb) > 5 or verb[-1] in VOWELS + "wxy" or verb[-2] not in VOWELS or verb[-3] in VOWELS:
        return verb
    return verb + verb[-1] if sum(letter in VOWELS for letter in verb) == 1 else verb


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in VOWELS
