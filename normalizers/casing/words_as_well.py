"""Names that are words as well: what says that one in lower case is the name ("trump said", "in china")."""

from __future__ import annotations

from normalizers.casing.seen import Seen
from normalizers.casing.words import BEFORE_SUBJECTS, COMPOUNDS, PREPOSITIONS, TITLES, word_at
from normalizers.page import Page

CERTAIN, LIKELY, UNSURE = 0.95, 0.92, 0.7
ACTS = frozenset("said says told does did has had was is threatened announced signed tweeted declared claimed".split())
"""Words that follow the name of a person, where no article stands before it."""
OF_PERSONS = frozenset("administration campaign cabinet presidency supporters government".split())
"""Words that people who lead have behind their names."""
SPEECH = frozenset(
    "convey conveyed speak spoke talk talked said according letter message loyal close reported explained".split()
)
"""Words after which “to” has a person after it and no verb."""
PRONOUNS = frozenset({"he", "she", "you", "it", "we", "they", "who", "may", "will"})
"""Words that are family names as well, and go on with the sentence behind a title."""
TOO_COMMON = 5.2
"""The Zipf frequency above which a word (may, long, us) is no name without a title."""


def confidence_of_person(page: Page, at: int, name: str, seen: Seen) -> float:
    """A person whose name is a word as well (trump): the text has to have it as a name by itself."""
    word, before, after = page.folded[at], word_at(page, at - 1), word_at(page, at + 1)
    if before in TITLES and page.gaps[at] in (" ", ". ") and word not in PRONOUNS:
        return CERTAIN if page.texts[at - 1][0].isupper() else LIKELY
    if page.gazetteer.lexicon.zipf(word) > TOO_COMMON or after in ("card", "cards") or name not in seen.alone:
        return 0.0
    begins_clause = page.gaps[at] != " " if at else True
    if after in OF_PERSONS or (after in ACTS and (begins_clause or before in BEFORE_SUBJECTS)):
        return LIKELY
    if before == "to" and word_at(page, at - 2) in SPEECH:
        return LIKELY
    return LIKELY if begins_clause and after.endswith("ed") else 0.0


def confidence_of_country(page: Page, at: int, is_known: bool) -> float:
    """A country whose name is a word as well (china, turkey); `is_known` is whether the text has its capital."""
    end = page.ends[at]
    if (page.folded[at], word_at(page, at + 1)) in COMPOUNDS:
        return 0.0
    if page.text[end : end + 2] in ("'s", "’s"):
        return LIKELY
    if word_at(page, at - 1) in PREPOSITIONS and word_at(page, at - 2) not in ("made", "rich"):
        return LIKELY if is_known else UNSURE
    return UNSURE if is_known and word_at(page, at - 1) not in ("bone", "fine", "the", "a", "roast") else 0.0
