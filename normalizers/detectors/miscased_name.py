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
from functools import cached_property, lru_cache

from gazetteer.entity import Entity
from gazetteer.facts import KeyFacts
from gazetteer.keys import FUNCTION_WORDS, WORD
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
PERSONAL = frozenset("said says told spoke threatened announced signed tweeted declared claimed visited met".split())
OF_PERSONS = frozenset("administration campaign cabinet presidency supporters government".split())
SPEECH = frozenset(
    "convey conveyed speak spoke talk talked said according letter message loyal close reported explained".split()
)
"""Words after which “to” has a person after it and no verb."""
BEFORE_SUBJECTS = frozenset(
    "that and but when as because if while where which why how what whether since after before later then".split()
)
"""Words after which a subject stands."""
PRONOUNS = frozenset({"he", "she", "you", "it", "we", "they", "who", "may", "will"})
"""Words that are family names as well, and go on with the sentence behind a title."""
PREPOSITIONS = frozenset("in to from with between against inside across outside".split())
SHORTEST = 4
TOO_COMMON = 5.2
"""The Zipf frequency above which a word (may, long, us) is no name without a title."""
RARE = 4.0
"""The Zipf frequency below which what is no ordinary word is a name."""
CERTAIN, LIKELY, UNSURE = 0.95, 0.92, 0.7


class Seen:
    """What a text has with capitals, worked out when it is asked for."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @cached_property
    def words(self) -> frozenset[str]:
        """The words, as they are written."""
        return frozenset(self._page.texts)

    @cached_property
    def alone(self) -> frozenset[str]:
        """The words that are names by themselves."""
        return _standing_alone(self._page)

    @cached_property
    def names(self) -> frozenset[str]:
        """The right names."""
        return frozenset(plain(mention.surface) for mention in self._page.right_mentions)


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
            if word[0].islower() and (word.capitalize() in seen.words or _is_only_a_name(page, at)):
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
    names = [at for at in wrong if _is_only_a_name(page, at)]
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
        return _confidence_of_person(page, mention.first, name, seen)
    if word in words_of("names_and_words"):
        return _confidence_of_country(page, mention.first, name in seen.words)
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


def _is_only_a_name(page: Page, at: int) -> bool:
    """Whether a word is a name wherever it stands, save in compounds (manila folder) and in phrases of other languages
    (bona fide).
    """
    word = page.folded[at]
    if (word, _word(page, at + 1)) in _COMPOUNDS or _is_in_foreign_phrase(page, at):
        return False
    if page.zipfs[at] < RARE and len(word) >= SHORTEST and not page.gazetteer.lexicon.is_ordinary(word):
        return not word.endswith(PEOPLE)
    return word in words_of("names_only")


PEOPLE = ("eler", "elers", "eller", "ellers")
"""How words for people end of which word lists have one spelling only: travelers, modellers."""


def _is_in_foreign_phrase(page: Page, at: int) -> bool:
    """Whether a word stands beside one in lower case that is no English and no name: "inter alia", "de novo"."""
    beside = (other for other in (at - 1, at + 1) if 0 <= other < len(page.texts) and page.gaps[max(at, other)] == " ")
    return any(page.texts[other] in FOREIGN or _is_no_word(page, other) for other in beside)


def _is_no_word(page: Page, at: int) -> bool:
    """Whether a word in lower case is neither English nor a name that the gazetteer knows."""
    word = page.texts[at]
    if not (word.islower() and word.isalpha()) or page.gazetteer.lexicon.is_ordinary(word) or word in SMALL:
        return False
    return not any(mention.facts.right for mention in page.mentions_at(at))


FOREIGN = frozenset("de du des un une von der eine dans inter bona di da el los las mais nel sur auf".split())
"""Words of phrases that English takes from other languages."""
SMALL = FUNCTION_WORDS | PREPOSITIONS | BEFORE_SUBJECTS
"""English words that lists of ordinary words may lack."""


def _confidence_of_person(page: Page, at: int, name: str, seen: Seen) -> float:
    """A person whose name is a word as well (trump): the text has to have it as a name by itself."""
    word, before, after = page.folded[at], _word(page, at - 1), _word(page, at + 1)
    if before in TITLES and page.gaps[at] in (" ", ". ") and word not in PRONOUNS:
        return CERTAIN if page.texts[at - 1][0].isupper() else LIKELY
    if page.gazetteer.lexicon.zipf(word) > TOO_COMMON or after in ("card", "cards") or name not in seen.alone:
        return 0.0
    begins_clause = page.gaps[at] != " " if at else True
    if after in OF_PERSONS or (after in ACTS and (begins_clause or before in BEFORE_SUBJECTS)):
        return LIKELY
    if before == "to" and _word(page, at - 2) in SPEECH:
        return LIKELY
    return LIKELY if begins_clause and after.endswith("ed") else 0.0


def _standing_alone(page: Page) -> frozenset[str]:
    """The words that the text has as names by themselves: with a capital, not after a figure, not as the end of a
    longer name (Poyang Lake) unless a person's, and not at the beginning of a sentence, where any word has a capital,
    unless it says or does there what only people do.
    """
    of_persons = {m.last for m in page.right_mentions if m.first < m.last and _is_a_person(m)}
    found = set()
    for at, word in enumerate(page.texts):
        if not word[0].isupper():
            continue
        if not at or page.sentence_of[at] != page.sentence_of[at - 1]:
            if _word(page, at + 1) in PERSONAL:
                found.add(word)
            continue
        before, is_close = page.texts[at - 1][0], page.gaps[at] == " "
        is_part = is_close and before.isupper() and page.folded[at - 1] not in TITLES and at not in of_persons
        if not is_part and not (is_close and before.isdigit()):
            found.add(word)
    return frozenset(found)


def _is_a_person(mention: Mention) -> bool:
    return any(entity.kind == "person" for entity in mention.facts.right)


def _confidence_of_country(page: Page, at: int, is_known: bool) -> float:
    """A country whose name is a word as well (china, turkey); `is_known` is whether the text has its capital."""
    end = page.ends[at]
    if (page.folded[at], _word(page, at + 1)) in _COMPOUNDS:
        return 0.0
    if page.text[end : end + 2] in ("'s", "’s"):
        return LIKELY
    if _word(page, at - 1) in PREPOSITIONS and _word(page, at - 2) not in ("made", "rich"):
        return LIKELY if is_known else UNSURE
    return UNSURE if is_known and _word(page, at - 1) not in ("bone", "fine", "the", "a", "roast") else 0.0


_COMPOUNDS = {
    *(("china", after) for after in "cup cups plate plates shop clay cabinet doll dolls bowl".split()),
    *(("brazil", after) for after in ("nut", "nuts")),
    *(("manila", after) for after in ("folder", "folders", "envelope", "envelopes", "paper", "rope", "hemp")),
    *(("morocco", after) for after in ("leather", "bound", "binding", "bindings")),
}
"""Words of countries and cities that are words for things, with what stands behind them."""


def _word(page: Page, at: int) -> str:
    return page.folded[at] if 0 <= at < len(page.folded) else ""
