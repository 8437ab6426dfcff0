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

from gazetteer.entity import Entity
from normalizers.finding import Rule
from normalizers.page import HYPHENS, Mention, Page, plain
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.tables import words_of

RULE = Rule("ZM201", "miscased-name", "fluency/capitalization", "minor")

KINDS = frozenset({"person", "place", "organization"})
TITLES = frozenset(
    "president premier chancellor secretary minister senator congressman mr mrs ms dr chairman king queen".split()
)
ACTS = frozenset("said says told does did has had was is threatened announced signed tweeted declared claimed".split())
"""Words that follow the name of a person, where no article stands before it."""
OF_PERSONS = frozenset("administration campaign cabinet presidency supporters government".split())
SPEECH = frozenset(
    "convey conveyed speak spoke talk talked said according letter message loyal close reported explained".split()
)
"""Words after which “to” has a person after it and no verb."""
PREPOSITIONS = frozenset("in to from with between against inside across outside".split())
SHORTEST = 4
TOO_COMMON = 5.2
"""The Zipf frequency above which a word (may, long, us) is no name without a title."""
RARE = 4.0
"""The Zipf frequency below which what is no ordinary word is a name."""
CERTAIN, LIKELY, UNSURE = 0.95, 0.92, 0.7


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each name, the longest where several begin together."""
    page, until = reader.page, -1
    for mention in _miscased(page):
        if mention.first <= until or not (form := _form(mention)):
            continue
        confidence = _confidence(page, mention, form)
        if confidence:
            until = mention.last
            yield Proposal(RULE, mention.start, mention.end, recased(mention.surface, form[1]), confidence)


def _miscased(page: Page) -> list[Mention]:
    """The mentions that may be in the wrong case: in lower case, or of several words; the longest first."""
    written = set(page.texts)
    found = [mention for mention in page.mentions if mention.facts.right and _may_be_miscased(page, mention, written)]
    return sorted(found, key=lambda mention: (mention.first, -mention.last))


def _may_be_miscased(page: Page, mention: Mention, written: set[str]) -> bool:
    """Whether a word of the mention is in lower case that is only a name, or has its capital elsewhere, or a title."""
    surface, first = mention.surface, mention.first
    if not surface[0].islower() and first == mention.last:
        return False
    return _is_lowered(page, mention, written) and not (
        page.cuts_a_name(first, mention.last) or _is_syllable(page, first)
    )


def _is_lowered(page: Page, mention: Mention, written: set[str]) -> bool:
    for at in range(mention.first, mention.last + 1):
        if not page.is_capitalised[at]:
            word = page.texts[at]
            if word[0].islower() and (word.capitalize() in written or _is_only_a_name(page, at)):
                return True
    if mention.first < mention.last:
        return False
    return _word(page, mention.first - 1) in TITLES or mention.surface in words_of("names_and_words")


def _is_syllable(page: Page, at: int) -> bool:
    """Whether a word is tied by a hyphen to a capitalised word before it, as in "Kyou-hyun"."""
    word = page.words[at]
    if not at or word.text[0].isupper() or page.text[page.words[at - 1].end : word.start] not in HYPHENS:
        return False
    return page.is_capitalised[at - 1]


def _form(mention: Mention) -> tuple[Entity, str] | None:
    """The entity and right form that a mention is but for its case; None where it is right for any."""
    surface = plain(mention.surface)
    folded, found = surface.casefold(), None
    for entity in mention.facts.right:
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


def _confidence(page: Page, mention: Mention, form: tuple[Entity, str]) -> float:
    """How sure it is that the surface is this name; 0 where nothing says so."""
    entity, name = form
    wrong = [at for at in range(mention.first, mention.last + 1) if page.texts[at].islower()]
    if any(_is_only_a_name(page, at) for at in wrong):
        return CERTAIN
    if mention.first != mention.last:
        whole = len(wrong) == mention.last - mention.first + 1
        return LIKELY if whole and entity.kind != "organization" and name in page.text else 0.0
    word = page.folded[mention.first]
    known = word in words_of("names_and_words") or name in page.texts
    if page.gazetteer.lexicon.is_ordinary(word) and not known:
        return 0.0
    if entity.kind == "person":
        return _confidence_of_person(page, mention.first, name)
    if word in words_of("names_and_words"):
        return _confidence_of_country(page, mention.first, name)
    return 0.0


def _is_only_a_name(page: Page, at: int) -> bool:
    """Whether a word is a name wherever it stands."""
    word = page.folded[at]
    if page.zipfs[at] < RARE and len(word) >= SHORTEST and not page.gazetteer.lexicon.is_ordinary(word):
        return True
    return word in words_of("names_only")


def _confidence_of_person(page: Page, at: int, name: str) -> float:
    word, before, after = page.folded[at], _word(page, at - 1), _word(page, at + 1)
    if before in TITLES and page.text[page.words[at - 1].end : page.words[at].start] in (" ", ". "):
        return CERTAIN if page.words[at - 1].text[0].isupper() else LIKELY
    if page.gazetteer.lexicon.zipf(word) > TOO_COMMON or name not in page.text or after in ("card", "cards"):
        return 0.0
    if after in OF_PERSONS or (after in ACTS and before not in ("the", "a", "an", "this", "of")):
        return LIKELY
    if before == "to" and _word(page, at - 2) in SPEECH:
        return LIKELY
    begins_clause = page.text[page.words[at - 1].end : page.words[at].start].startswith(",") if at else True
    return LIKELY if begins_clause and after.endswith("ed") else 0.0


def _confidence_of_country(page: Page, at: int, name: str) -> float:
    """A country whose name is a word as well (china, turkey)."""
    end = page.words[at].end
    if (page.folded[at], _word(page, at + 1)) in _COMPOUNDS:
        return 0.0
    if page.text[end : end + 2] in ("'s", "’s"):
        return LIKELY
    if _word(page, at - 1) in PREPOSITIONS and _word(page, at - 2) not in ("made", "rich"):
        return LIKELY if name in page.text else UNSURE
    return UNSURE if name in page.text and _word(page, at - 1) not in ("bone", "fine", "the", "a", "roast") else 0.0


_COMPOUNDS = {
    ("china", after) for after in ("cup", "cups", "plate", "plates", "shop", "clay", "cabinet", "doll", "dolls", "bowl")
}


def _word(page: Page, at: int) -> str:
    return page.folded[at] if 0 <= at < len(page.words) else ""
