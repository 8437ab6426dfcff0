"""Surfaces whose words say the parts of a name in some order (`gazetteer.renderings.meaning`)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from gazetteer.endings import body_words
from gazetteer.entity import Entity
from gazetteer.keys import FUNCTION_WORDS, fold
from gazetteer.pinyin_names import is_syllable, syllables_in
from gazetteer.renderings.meaning import EAR, SAYING_NOTHING
from normalizers.context.pinyin import UNKNOWN
from normalizers.fitting import fitting
from normalizers.page import Page
from normalizers.phrasing import QUOTED
from normalizers.surfaces.surface import Surface


def find(page: Page) -> Iterator[Surface]:
    """Phrases written like a name, or between quotation marks, whose words say the parts of a name in some order."""
    sayings = _sayings(page)
    quoted = dict.fromkeys(_quoted_phrases(page))
    for first, last in dict.fromkeys((*_capitalised_phrases(page, sayings), *quoted)):
        said = [at for at in range(first, last + 1) if page.texts[at].lower() not in SAYING_NOTHING]
        stems = frozenset(sayings[at] for at in said)
        says_twice = len(stems) < len(said) and any("," in page.gaps[at] for at in said[1:])
        if len(stems) < LEAST_SAID or says_twice or page.cuts_a_name(first, last) or _is_read_aloud(page, said):
            continue
        here = [m for m in page.mentions_at(first) if m.last == last]
        if any(m.facts.right for m in here):
            continue
        meant = page.gazetteer.candidates.meant(stems)
        if not meant:
            continue
        known = {c.entity.id for m in here for c in m.facts.garbled}
        new = (c for c in meant if c.entity.id not in known)
        if (first, last) not in quoted and any(page.gaps[at] in MARKS for at in range(first + 1, last + 1)):
            new = (c for c in new if _is_divided(c.entity))
        unknown = [c for c in new if not _is_other_wording(page, said, sayings, c.entity)]
        if candidates := fitting(page, first, last, unknown):
            yield Surface(first, last, candidates)


def _is_read_aloud(page: Page, said: list[int]) -> bool:
    """Whether some words are no English, and in lower case ("wode"), or the others may be syllables as well ("Men
    Haixiu").
    """
    is_ordinary = page.gazetteer.lexicon.is_ordinary
    english = [at for at in said if is_ordinary(page.folded[at])]
    if len(english) == len(said):
        return False
    is_written_small = any(not page.is_capitalised[at] for at in said if at not in english)
    return is_written_small or all(is_syllable(page.folded[at]) for at in english)


def _sayings(page: Page) -> list[str]:
    """For each word what it may say of a name's parts: its stem, or its sound where no name has a part of that stem
    and it is no pinyin.
    """
    found, gazetteer = list(page.stems), page.gazetteer
    for at in page.capitals:
        if page.zipfs[at] >= UNKNOWN or syllables_in(page.folded[at]):
            continue
        if not gazetteer.candidates.means_something(found[at]):
            heard = EAR + gazetteer.candidates.skeleton(page.folded[at])
            found[at] = heard if gazetteer.candidates.means_something(heard) else found[at]
    return found


def _is_other_wording(page: Page, said: list[int], sayings: list[str], entity: Entity) -> bool:
    """Whether a phrase is no name of a body ("Fires in California"), or what is spelt by ear is spelt as in its right
    name, and the other words only say what it is.
    """
    if entity.kind != "organization":
        return False
    if not NOT_IN_A_BODY.isdisjoint(page.texts[said[0] : said[-1]]):
        return True
    heard = {page.folded[at] for at in said if sayings[at].startswith(EAR)}
    if not heard:
        return False
    rest = {page.folded[at] for at in said} - heard
    return rest <= body_words() and heard <= {fold(word) for form in entity.right for word in form.split()}


def _capitalised_phrases(page: Page, sayings: list[str]) -> Iterator[tuple[int, int]]:
    """The first and last words of the phrases that begin and end with a capital, have none but small words in lower
    case, and of which every word says a part of some name.
    """
    means = page.gazetteer.candidates.means_something
    saying = [at for at in page.capitals if means(sayings[at])]
    says = frozenset(saying)
    for first in saying:
        begin = first - 1 if _opens(page, first - 1) else first
        for at in _ends(page, first, says):
            yield begin, at


def _ends(page: Page, first: int, says: frozenset[int]) -> Iterator[int]:
    """The words that may end a phrase which begins with `first`; one mark may divide it within its sentence."""
    number, is_divided = 1, False
    for at in range(first + 1, min(len(page.texts), first + 2 * MOST_SAID)):
        if page.gaps[at] in MARKS and not is_divided and page.sentence_of[at] == page.sentence_of[first]:
            is_divided = True
        elif page.gaps[at] not in BETWEEN:
            return
        if at in says:
            number += 1
            yield at
        elif page.texts[at] not in FUNCTION_WORDS:
            return
        if number >= MOST_SAID:
            return


def _opens(page: Page, at: int) -> bool:
    """Whether a small word belongs to the title behind it: it has a capital inside a sentence ("Those Years")."""
    if at < 1 or not page.is_capitalised[at] or page.folded[at] not in POINTING or page.gaps[at + 1] != " ":
        return False
    return page.sentence_of[at - 1] == page.sentence_of[at]


def _is_divided(entity: Entity) -> bool:
    """Whether the Chinese name of an entity has a mark inside, as a title of two halves has."""
    return any(not MARKS_IN_CHINESE.isdisjoint(form[1:-1]) for form in entity.zh)


def _quoted_phrases(page: Page) -> Iterator[tuple[int, int]]:
    """The first and last words of what stands between quotation marks."""
    for match in QUOTED.finditer(page.text):
        first, after = bisect_left(page.starts, match.start(1)), bisect_left(page.starts, match.end(1))
        if first + 1 < after <= first + 2 * MOST_SAID:
            yield first, after - 1


NOT_IN_A_BODY = frozenset({"in", "on", "at", "from", "by", "with", "into"})
"""Small words that names of bodies hardly ever have."""
LEAST_SAID, MOST_SAID = 2, 8
"""Words that say something, in the shortest phrase that is read by its meaning and in the longest."""

BETWEEN = frozenset({" ", "-", "' ", "'s ", "\N{RIGHT SINGLE QUOTATION MARK} ", "\N{RIGHT SINGLE QUOTATION MARK}s "})
"""What may stand between two words of such a phrase."""
POINTING = FUNCTION_WORDS & frozenset("that this these those our his her its their your".split())
"""Words that say nothing of a name's parts, and that a title may begin with."""
MARKS = frozenset({", ", "! ", "? ", ": "})
"""What may stand once between the halves of a title that has a mark in Chinese as well ("Wrestle, Dad")."""
MARKS_IN_CHINESE = frozenset("，！？：、,!?:")
