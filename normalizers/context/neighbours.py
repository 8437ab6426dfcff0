"""What stands directly beside a surface: words of the same name, or of the same English phrase."""

from __future__ import annotations

from gazetteer.endings import body_words, place_words
from normalizers.page import Page, kinds_named

TITLES = frozenset(
    """minister president secretary chancellor premier chairman chairwoman director mayor governor spokesman spokeswoman
    ambassador general king queen prince princess mr mrs ms dr professor senator leader chief commissioner judge
    justice adviser advisor envoy coach
    treasurer speaker representative congressman congresswoman""".split()
)
"""Words before a name that are written like one and are no part of it."""

SAINTS = frozenset({"St", "Ste", "Mt", "Ft"})
"""Shortened words before a name that are a part of it."""

COMMONEST = 5.7
"""Zipf frequency above which a word says nothing about the phrase beside it."""


def next_kind(page: Page, first: int, last: int) -> str:
    """What the words behind a surface say it is (`place`, `organization` or nothing); of one word also those behind it
    elsewhere in the text: "Danners Inc" is a firm, and "Danners" then as well.
    """
    found = _kind_behind(page, first, last)
    return found or (_kind_elsewhere(page, first) if first == last else "")


def _kind_elsewhere(page: Page, at: int) -> str:
    """What the words behind a word first say it is, anywhere in the text; found once."""
    found: str | None = page.remembered.get((_kind_elsewhere, page.folded[at]))
    if found is None:
        mentions = (other for other in page.capitals if page.folded[other] == page.folded[at])
        found = next(filter(None, (_kind_behind(page, other, other) for other in mentions)), "")
        page.remembered[_kind_elsewhere, page.folded[at]] = found
    return found


def _kind_behind(page: Page, first: int, last: int) -> str:
    """What one or two words behind a surface say it is, where they are written like the end of the same name: "Xiongben
    Prefecture" and "Kaicheng Industrial Complex" are places.
    """
    behind = last + 1
    if behind >= len(page.texts) or page.gaps[behind] != " " or not page.is_capitalised[behind]:
        return ""
    if not page.is_capitalised[first] or stands_capitalised(page, first, first - 1):
        return ""
    if page.folded[behind] in FIRMS:
        return "organization"
    size = 2 if stands_capitalised(page, behind + 1, behind + 1) else 1
    ends = (" ".join(page.folded[behind : behind + number]) for number in range(size, 0, -1))
    kinds = ("place" if end in place_words() else "organization" if end in body_words() else "" for end in ends)
    return next(filter(None, kinds), "")


LEGAL_FORMS = frozenset("co corp inc llc plc ag nv sa spa kk".split())
"""What firm one is, as firms write it behind their names."""

FIRMS = LEGAL_FORMS.union("incorporated corporation ltd gmbh holdings bros".split())
"""Words behind the name of a firm."""


def known_pairs(page: Page, first: int, last: int) -> float:
    """The share of the pairs of neighbouring words inside a surface that often stand side by side in English."""
    knows, folded = page.gazetteer.collocations.knows, page.folded
    pairs = [knows(folded[at], folded[at + 1]) for at in range(first, last)]
    return sum(pairs) / len(pairs) if pairs else 0.0


def goes_on(page: Page, first: int, last: int) -> bool:
    """Whether a capitalised word stands directly before or behind a capitalised surface: it may be a part of a longer
    name.
    """
    if not page.is_capitalised[first]:
        return False
    begun = stands_capitalised(page, first, first - 1) or (page.gaps[first] == " & " and page.is_capitalised[first - 1])
    begun = begun or (page.gaps[first] == ". " and page.texts[first - 1] in SAINTS)
    return begun or goes_on_behind(page, last)


def goes_on_behind(page: Page, last: int) -> bool:
    """Whether a longer name may go on behind a surface: with a capitalised word, or with what a body is one of
    ("Association of Zoos", and not "of Japan").
    """
    if stands_capitalised(page, last + 1, last + 1):
        return True
    at = last + 2
    if at >= len(page.texts) or not page.gaps[last + 1] == page.gaps[at] == " " or not page.is_capitalised[at]:
        return False
    joining = page.texts[last + 1]
    if joining in JOINING:
        return True
    is_of = joining in ("of", "for") and page.folded[last] in body_words()
    return is_of and not (page.is_of_country(at) or page.is_of_place(at))


JOINING = frozenset("de du des di del della der do da dos das van von und et".split())
"""Small words of other languages inside a name: "Federation Nationale du Batiment"."""


def stands_capitalised(page: Page, gap: int, at: int) -> bool:
    """Whether word `at` is written like a part of the name beside it, with a space between (before word `gap`)."""
    return (
        0 <= at < len(page.texts)
        and page.gaps[gap] == " "
        and page.is_capitalised[at]
        and page.folded[at] not in TITLES
        and at not in _ends_of_offices(page)
        and not (_opens_sentence(page, at) and page.gazetteer.lexicon.is_ordinary(page.folded[at]))
    )


def _ends_of_offices(page: Page) -> frozenset[int]:
    """The words that end the name of an office, as "State" does in "Secretary of State"; found once a page."""
    found: frozenset[int] | None = page.remembered.get(_ends_of_offices)
    if found is None:
        named = (m for m in page.right_mentions if kinds_named(m.facts) == {"office"})
        found = page.remembered[_ends_of_offices] = frozenset(mention.last for mention in named)
    return found


def _opens_sentence(page: Page, at: int) -> bool:
    """Whether a word is the first of its sentence, where a capital says nothing."""
    return page.sentence_words(at).start == at


def joins(page: Page, at: int) -> bool:
    """Whether a word and the next one are a common pair of content words with nothing but a space between."""
    if at < 0 or at + 1 >= len(page.texts) or page.gaps[at + 1] != " ":
        return False
    first, second = page.folded[at], page.folded[at + 1]
    ordinary = page.gazetteer.lexicon.zipf
    if ordinary(first) > COMMONEST or ordinary(second) > COMMONEST:
        return False
    return page.gazetteer.collocations.knows(first, second)
