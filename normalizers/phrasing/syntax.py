"""What a phrase governs, qualifies or follows in its sentence."""

from __future__ import annotations

from collections.abc import Iterable

from gazetteer.keys import FUNCTION_WORDS
from gazetteer.pinyin_names import is_chinese_name
from normalizers.dating import MONTHS
from normalizers.page import HYPHENS, Page, is_right

JOINING = frozenset(
    """after before since until till while when where because although though if unless than whether about over under
    between among through during against without within across behind beside above below toward towards upon
    per""".split()
)
"""Words in lower case that govern what follows them, or open a clause (the shortest are in `FUNCTION_WORDS`)."""

DETERMINING = frozenset("all any both each every its most no other same several some such their these those".split())
"""Words that belong to the noun behind them, where one stands there."""

AUXILIARY = frozenset(
    "is are was were has have had will would can could must may might shall should do does did".split()
)
"""Verbs that go on with the sentence behind a phrase."""


def governs_what_follows(page: Page, last: int) -> bool:
    """Whether a surface ends in a word that governs what stands behind it, or determines it: "the film after the
    reform", "clean water for every village".
    """
    behind = last + 1
    if behind >= len(page.texts) or page.gaps[behind] != " ":
        return False
    follows = page.texts[behind]
    is_noun = follows.islower() and follows not in FUNCTION_WORDS | JOINING | AUXILIARY
    determines = page.texts[last] in DETERMINING and is_noun
    return determines or page.texts[last] in JOINING


def is_verb(page: Page, first: int) -> bool:
    """Whether a phrase begins with the verb of an auxiliary before it: "did not shadow banking circles"."""
    if not first or page.gaps[first] != " " or not page.texts[first].islower():
        return False
    before = page.texts[first - 1]
    return before in MODAL or (before == "not" and first > 1 and page.texts[first - 2] in AUXILIARY - BEING)


MODAL = frozenset("will would can cannot could must may might shall should".split())
"""Auxiliaries behind which a verb stands."""

BEING = frozenset("is are was were".split())
"""Auxiliaries behind which, and "not", a noun may stand."""


def is_second_half(page: Page, first: int) -> bool:
    """Whether a phrase in lower case begins with the second half of a compound: "demand-oriented policy", and not
    "post-war order".
    """
    is_tied = first > 0 and page.gaps[first] in HYPHENS and page.texts[first].islower()
    return is_tied and page.folded[first - 1] not in PREFIXES


PREFIXES = frozenset(
    "anti co cross ex inter mid mini multi neo non post pre pro pseudo re semi sub super trans ultra vice".split()
)
"""Words before a hyphen that leave the phrase behind it as it is."""


def is_day_of_month(page: Page, first: int) -> bool:
    """Whether a phrase begins with the day of the month before it: "the April 2 meeting"."""
    return first > 0 and page.texts[first].isdecimal() and page.folded[first - 1] in MONTHS


def qualifies_what_follows(page: Page, last: int, forms: Iterable[str]) -> bool:
    """Whether the last word of a phrase is an adjective of the next word, and the right name ends with none:
    "fan circle cultural" events are no fan circle culture.
    """
    behind = last + 1
    if not page.folded[last].endswith(ADJECTIVAL) or behind >= len(page.texts) or page.gaps[behind] != " ":
        return False
    goes_on = page.texts[behind].islower() and page.texts[behind] not in FUNCTION_WORDS | JOINING
    return goes_on and not any(form.lower().endswith(ADJECTIVAL) for form in forms)


ADJECTIVAL = ("al", "ic", "ive", "ous", "ary", "ory", "ful", "ible", "able", "ish", "less")
"""Endings of adjectives (and of a few nouns)."""


def is_one_of_many(page: Page, first: int, last: int) -> bool:
    """Whether an indefinite article stands before a surface, and no noun behind it that the article belongs to: "a
    House committee in Tokyo" is any one.
    """
    if not first or page.texts[first - 1] not in ("a", "an") or page.gaps[first] != " ":
        return False
    behind = last + 1
    if behind >= len(page.texts) or page.gaps[behind] not in (" ", "-"):
        return True
    return page.texts[behind] in FUNCTION_WORDS | JOINING | AUXILIARY


def takes_a_family_name(page: Page, first: int, last: int) -> bool:
    """Whether the last word of a surface is the family name of the word behind it, and what stands before it a right
    name by itself: "Xinhua Wang Kun".
    """
    behind = last + 1
    if last == first or behind >= len(page.texts) or page.gaps[behind] != " " or not page.is_capitalised[behind]:
        return False
    if not any(mention.last == last - 1 and is_right(mention) for mention in page.mentions_at(first)):
        return False
    return is_chinese_name(page.text[page.starts[last] : page.ends[behind]])
