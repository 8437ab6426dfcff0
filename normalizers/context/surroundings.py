"""The words around a surface that may say what it is: titles, descriptions, countries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gazetteer.endings import place_words
from normalizers.page import Page

BEFORE, AFTER = 9, 14
"""How many words before and after a name may describe it."""

BEFORE_TITLES = frozenset(
    """and accused asked assured called congratulated hosted informed invited joined met meets praised quoted received
    reminded replaced said succeeded telephoned thanked told urged visited warned welcomed with by from
    between""".split()
)
"""Words at which a title before a name begins: what stands before them belongs to somebody else."""

OPENING, CLOSING = frozenset(",;:()—"), frozenset(",;:()")
"""Marks before and behind which nothing describes a name."""

CLOSE = 2
"""How many words after a name belong to it where no comma or verb opens a description."""

DESCRIBING = frozenset({"is", "was", "becom", "as", "who", "becam", "serv", "elect", "appoint", "name", "were", "be"})
"""Stems after which a description of the name may follow without a comma."""

TAKING = frozenset({"took", "take", "start", "began", "step", "resign", "retir", "quit", "return", "continu"})
"""Stems after which it may follow behind "as": "took the oath of office as", "stepped down as"."""
LONGEST_TAKING = 6
"""Words between such a verb and its "as"."""


TURNING = frozenset({"of", "on", "for", "in"})
"""Words between the parts of a name whose last part comes first."""


class Surroundings(NamedTuple):
    """The words before and after a run of words that may describe it, and the countries named among them."""

    before: range
    after: range
    countries: frozenset[str]
    owners: frozenset[str]
    """The countries whose it is said to be: "Chile's", "of Chile", or named in an apposition."""
    shared: range = range(0)
    """The words before "counterpart", which say whose: what they call the one, the other is as well."""

    def titles(self, stems: Sequence[str]) -> tuple[str, ...]:
        """The stems of the words before that may say what somebody is, of the stems of the page."""
        return (*stems[self.shared.start : self.shared.stop], *stems[self.before.start : self.before.stop])

    def description(self, stems: Sequence[str]) -> tuple[str, ...]:
        """The stems of the words behind that may say it."""
        return tuple(stems[self.after.start : self.after.stop])


def surroundings(page: Page, first: int, last: int) -> Surroundings:
    """The surroundings of a run of words, worked out once."""
    found: Surroundings | None = page.remembered.get((surroundings, first, last))
    if found is None:
        sentence = page.sentence_words(first)
        before, after = _before(page, first, sentence), _after(page, last, sentence)
        countries, owners = set[str](), set[str]()
        owning = _owning(page, last, sentence)
        for at, codes in page.sentence_countries(first):
            if at in before or at in after:
                countries |= codes
                if _owns(page, at, first, last):
                    owners |= codes
            elif at in owning:
                owners |= codes
        shared = _shared(page, before, sentence)
        found = Surroundings(before, after, frozenset(countries), frozenset(owners), shared)
        page.remembered[surroundings, first, last] = found
    return found


def _shared(page: Page, before: range, sentence: range) -> range:
    """The words of a sentence before "counterpart", where it stands directly before a name: "Foreign Minister Wang Yi
    and his Russian counterpart".
    """
    if not before or page.stems[before.stop - 1] not in COUNTERPARTS:
        return range(0)
    return range(sentence.start, before.start)


COUNTERPARTS = frozenset({"counterpart", "colleagu"})
"""Stems of words for who holds the same office elsewhere."""


def _owning(page: Page, last: int, sentence: range) -> range:
    """The words behind a name that say whose it is: from "of" to the next mark, conjunction or verb."""
    behind = last + 1
    if behind not in sentence or page.texts[behind] not in ("of", "at"):
        return range(0)
    most = min(sentence.stop, behind + LONGEST_OF)
    for at in range(behind + 1, most):
        if page.gaps[at] not in (" ", "-") or page.texts[at] in BEFORE_TITLES:
            return range(behind + 1, at)
    return range(behind + 1, most)


LONGEST_OF = 9
"""Words of the longest phrase with "of" that is read."""


def _owns(page: Page, at: int, first: int, last: int) -> bool:
    """Whether the country named at word `at` stands directly before a run of words, behind it with a word such as "of",
    or in an apposition.
    """
    if at < first:
        least = first - (LONGEST_OWNER if page.texts[first - 1] != "of" else LONGEST_PLACE_OF)
        return (
            at >= least
            and all(gap in DIRECTLY for gap in page.gaps[at + 1 : first + 1])
            and _is_place_of(page, at, first)
            and not _is_leaning(page, at)
        )
    behind = last + 1
    return page.gaps[behind].strip() in (",", "(") or (page.texts[behind] in TURNING and at <= behind + LONGEST_OWNER)


def _is_place_of(page: Page, at: int, first: int) -> bool:
    """Whether nothing stands between a country's name at word `at` and a surface, or what sort of place that is: "the
    Thai island of".
    """
    if page.texts[first - 1] != "of":
        return True
    sort = page.folded[first - 2]
    return (sort in SORTS_OF_PLACES or sort in place_words()) and not any(page.is_capitalised[at + 1 : first])


def _is_leaning(page: Page, at: int) -> bool:
    """Whether the country at word `at` only says whose friend or foe something is: "pro-Beijing", "US-backed"."""
    before = page.gaps[at] == "-" and page.folded[at - 1] in LEANING
    return before or (page.gaps[at + 1] == "-" and page.folded[at + 1] in LED)


LEANING = frozenset({"pro", "anti", "non"})
"""Words before a country's name and a hyphen."""
LED = frozenset({"allied", "backed", "controlled", "friendly", "funded", "leaning", "led", "sponsored", "supported"})
"""Words behind a country's name and a hyphen."""

LONGEST_PLACE_OF = 5
"""Words from a country's name to the place that is in it: "the Mongolian border town of"."""

SORTS_OF_PLACES = frozenset({"capital", "resort", "suburb", "region", "seaport", "megacity"})
"""Words before "of" and a place's name, besides those that Chinese names end in."""

LONGEST_OWNER = 2
"""Words of a country's name, or of its name and an article, beside what it owns."""

DIRECTLY = frozenset({" ", "-", "'s ", "’s ", "' ", "’ "})
"""What stands between a country's name and what it owns."""


def _before(page: Page, first: int, sentence: range) -> range:
    """The words before a name that may be its title: back to a comma, a conjunction, a verb or the sentence's
    beginning.
    """
    texts, gaps = page.texts, page.gaps
    least = max(sentence.start, first - BEFORE)
    for at in range(first - 1, least - 1, -1):
        gap = gaps[at + 1]
        if texts[at] in BEFORE_TITLES or (gap != " " and at != first - 1 and not OPENING.isdisjoint(gap)):
            return range(at + 1, first)
    return range(least, first)


def _after(page: Page, last: int, sentence: range) -> range:
    """The words after a name that may describe it: an apposition between commas, or what follows a verb of being."""
    if last + 1 >= len(page.texts) or last + 1 not in sentence:
        return range(0)
    gaps, stems = page.gaps, page.stems
    opened = gaps[last + 1].strip() in (",", "(", ", (") or stems[last + 1] in DESCRIBING
    said = page.texts[last + 2 : min(sentence.stop, last + 2 + LONGEST_TAKING)]
    opened |= stems[last + 1] in TAKING and "as" in said
    most = min(sentence.stop, last + 1 + (AFTER if opened else CLOSE))
    for at in range(last + 2, most):
        if gaps[at] != " " and not CLOSING.isdisjoint(gaps[at]):
            return range(last + 1, at)
    return range(last + 1, most)
