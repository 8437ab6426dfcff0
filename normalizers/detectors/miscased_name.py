"""A right name in the wrong case.

What it does
    Finds names of people, places and bodies that differ from the right name in their letters’ case alone: “esper”,
    “russia”, “North korea”.

Why it matters
    A name in lower case reads as a word, and sometimes is one.

Example
    he told trump and esper so -> he told Trump and Esper so

When it is wrong
    Many names are words (trump card, bone china, turkey): a name that is a word needs a title before it, a verb or
    noun that only a name has beside it, or its capital elsewhere in the text.

Fix
    certain for names that are no words, likely for the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from gazetteer.entity import Entity
from gazetteer.facts import KeyFacts
from gazetteer.keys import WORD
from normalizers.casing import Seen, confidence_of_country, confidence_of_person, is_only_a_name
from normalizers.casing.words import TITLES
from normalizers.finding import Rule
from normalizers.page import HYPHENS, Mention, Page, plain
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.tables import words_of

RULE = Rule("ZM201", "miscased-name", "fluency/capitalization", "minor")

KINDS = frozenset({"person", "place", "organization"})
CERTAIN, LIKELY = 0.95, 0.92


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each name, the longest where several begin together."""
    page, seen, until = reader.page, Seen(reader.page), -1
    for mention, form in _miscased(page, seen):
        if mention.first <= until:
            continue
        confidence = _confidence(page, mention, form, seen)
        if confidence:
            until = mention.last
            yield Proposal(RULE, mention.start, mention.end, recased(mention.surface, form[1]), confidence)


Form = tuple[Entity, str]
"""An entity, and one of its right names."""


def _miscased(page: Page, seen: Seen) -> list[tuple[Mention, Form]]:
    """The mentions that may be in the wrong case, in lower case or of several words, with the right one; the longest
    first.
    """
    capitalised = page.is_capitalised
    found = [
        (mention, form)
        for mention in page.mentions
        if mention.facts.right
        and (not capitalised[mention.first] or not all(capitalised[mention.first : mention.last + 1]))
        and (mention.first != mention.last or mention.surface[0].islower())
        and (form := _form(mention.surface, mention.facts))
        and _may_be_miscased(page, mention, seen)
    ]
    return sorted(found, key=lambda pair: (pair[0].first, -pair[0].last))


def _may_be_miscased(page: Page, mention: Mention, seen: Seen) -> bool:
    """Whether a word of the mention is in lower case that is only a name, or has its capital elsewhere, or a title."""
    return _is_lowered(page, mention, seen) and not (
        page.cuts_a_name(mention.first, mention.last) or _is_syllable(page, mention.first)
    )


def _is_lowered(page: Page, mention: Mention, seen: Seen) -> bool:
    capitalised, first, last = page.is_capitalised, mention.first, mention.last
    for at in range(first, last + 1):
        if not capitalised[at]:
            word = page.texts[at]
            if word[0].islower() and (word.capitalize() in seen.words or is_only_a_name(page, at)):
                return True
    if first < last:
        return False
    return (first > 0 and page.folded[first - 1] in TITLES) or mention.surface in words_of("names_and_words")


def _is_syllable(page: Page, at: int) -> bool:
    """Whether a word is tied by a hyphen to a capitalised word before it, as in "Kyou-hyun"."""
    if not at or page.texts[at][0].isupper() or page.gaps[at] not in HYPHENS:
        return False
    return page.is_capitalised[at - 1]


def _is_tied(page: Page, at: int) -> bool:
    """Whether a word is tied by a hyphen to one in lower case before it, as in "bona-fide"."""
    return at > 0 and page.gaps[at] in HYPHENS and page.texts[at - 1].islower()


@lru_cache(maxsize=1 << 14)
def _form(surface: str, facts: KeyFacts) -> Form | None:
    """The entity and right form that a surface is but for its case; None where it is right for any."""
    surface = plain(surface)
    folded, found = surface.casefold(), None
    for entity in facts.right:
        if entity.weak:
            continue
        for form in entity.right:
            written = plain(form)
            if written == surface:
                return None
            if found is None and written.casefold() == folded and entity.kind in KINDS and form[:1].isupper():
                found = entity, form
    return found


def recased(surface: str, form: str) -> str:
    """`surface` in the case of `form`, with its own hyphens and apostrophes where both are as long.

    >>> recased("Moon jae‐in", "Moon Jae-in")
    'Moon Jae‐in'
    """
    if len(surface) != len(form):
        return form
    return "".join(new if old.casefold() == new.casefold() else old for old, new in zip(surface, form, strict=True))


def _confidence(page: Page, mention: Mention, form: Form, seen: Seen) -> float:
    """How sure it is that the surface is this name; 0 where nothing says so."""
    entity, name = form
    if name.isupper() and _is_tied(page, mention.first):
        return 0.0
    wrong = [at for at in range(mention.first, mention.last + 1) if page.texts[at].islower()]
    names = [at for at in wrong if is_only_a_name(page, at)]
    if names:
        is_told = name in seen.words or not _may_be_another_word(mention, name, len(names))
        return CERTAIN if is_told else 0.0
    if mention.first != mention.last:
        whole = len(wrong) == mention.last - mention.first + 1
        return LIKELY if whole and entity.kind != "organization" and plain(name) in seen.names else 0.0
    word = page.folded[mention.first]
    known = word in words_of("names_and_words") or name in seen.words
    if page.gazetteer.lexicon.is_ordinary(word) and not known:
        return 0.0
    if entity.kind == "person":
        return confidence_of_person(page, mention.first, name, seen)
    if word in words_of("names_and_words"):
        return confidence_of_country(page, mention.first, name in seen.words)
    return 0.0


def _may_be_another_word(mention: Mention, name: str, names: int) -> bool:
    """Whether the surface may be a word that word lists lack: one family name of several people, one word of a longer
    name of a place, or a body's name with other words than the `names` in it ("wing chun", "soya", "el mercurio").
    """
    known = [entity for entity in mention.facts.right if not entity.weak]
    if mention.first < mention.last:
        return names <= mention.last - mention.first and all(entity.kind == "organization" for entity in known)
    others = [entity for entity in known if entity.kind != "person"]
    if not others:
        return len(known) > 1
    return all(name != entity.name and name in WORD.findall(entity.name) for entity in others)
