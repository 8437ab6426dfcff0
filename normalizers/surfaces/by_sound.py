"""Surfaces of unknown words that sound like a name, or like the holder of the office named beside them."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.endings import place_words
from gazetteer.entity import Entity
from gazetteer.keys import FUNCTION_WORDS
from gazetteer.manner import PINYIN
from gazetteer.pinyin_names import is_chinese_name
from gazetteer.similarity import likeness, squash
from normalizers.context.pinyin import UNKNOWN
from normalizers.fitting import fitting_mention
from normalizers.fitting.by_ear import may_be_by_ear
from normalizers.page import Mention, Page, kinds_named
from normalizers.phrasing import is_adjective_of, is_brand, is_listed
from normalizers.surfaces.by_key import is_given_name
from normalizers.surfaces.by_title import ALIKE_WITH_TITLE, holders
from normalizers.surfaces.surface import Surface

SHORTEST_SOUND = 5
"""Letters of the shortest surface that is compared by sound alone; with a title beside it: `SHORTEST_WITH_TITLE`."""

SHORTEST_WITH_TITLE = 3


def find(page: Page) -> Iterator[Surface]:
    """Runs of unknown words that sound like a name, or like the holder of the office named beside them."""
    taken = {
        at
        for m in (*page.right_mentions, *(m for m in page.mentions if m.facts.right and m.surface.isupper()))
        if not m.surface.islower() and not _is_family_name(page, m)
        for at in range(m.first, m.last + 1)
    }
    until = {
        at: m.last
        for m in page.mentions
        if m.last > m.first
        and any(c.posting.channel == PINYIN for c in m.facts.garbled)
        and any(c.posting.channel == PINYIN for c in fitting_mention(page, m))
        for at in range(m.first, m.last + 1)
    }
    for first, last in _unknown_runs(page, taken):
        is_found = any(m.last == last and fitting_mention(page, m) for m in page.mentions_at(first))
        if is_found or last <= until.get(first, -1):
            continue
        start, end = page.span(first, last)
        squashed = squash(page.text[start:end])
        by_ear = len(squashed) >= SHORTEST_SOUND and page.is_capitalised[first]
        by_ear = by_ear and not (is_chinese_name(page.text[start:end]) or is_listed(page, first, last))
        if by_ear and is_given_name(page, first, last):
            continue
        found = {c.entity.id: c for c in page.gazetteer.candidates.alike(squashed)} if by_ear else {}
        if len(squashed) >= SHORTEST_WITH_TITLE:
            found |= {c.entity.id: c for c in holders(page, first, last, squashed) if c.entity.id not in found}
        candidates = [c for c in found.values() if _may_be_heard(page, first, last, squashed, c.entity)]
        if candidates:
            yield Surface(first, last, candidates)


def _may_be_heard(page: Page, first: int, last: int, squashed: str, entity: Entity) -> bool:
    """Whether a surface may be a name by ear: not its own respelling, and a single word no more than a family name."""
    if squashed in page.gazetteer.forms.letters(entity.right) or not may_be_by_ear(page, first, last, entity):
        return False
    if entity.kind == "place" and page.zipfs[last] >= SEEN and is_adjective_of(page.folded[last], entity.right):
        return False
    if first < last or entity.kind != "person" or entity.short in ("", entity.name):
        return True
    alone = (squash(entity.short), *page.gazetteer.readings(entity).family)
    return likeness(squashed, alone) >= ALIKE_WITH_TITLE


SEEN = 2.0
"""Zipf frequency of a word that English texts do have, if seldom."""


def _is_family_name(page: Page, mention: Mention) -> bool:
    """Whether a right mention is a person's family name alone, with an unknown word behind it that may be the given
    name, or before it ("Imlan Han").
    """
    at, kinds = mention.first, kinds_named(mention.facts)
    if at != mention.last:
        return False
    return (kinds == {"person"} and _may_begin_name(page, at)) or ("person" in kinds and _may_end_name(page, at))


def _unknown_runs(page: Page, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of one to three words that begin with a capital, are rare in English and stand in no right name; also with
    the word behind them that says what sort of place it is ("Galwan Valley").
    """
    texts, zipfs, gaps, capitalised = page.texts, page.zipfs, page.gaps, page.is_capitalised
    maybe = [at for at, zipf in enumerate(zipfs) if capitalised[at] or zipf < UNHEARD_OF]
    after = 0
    for at in maybe:
        if at < after or at in taken or not _is_unknown(page, at):
            continue
        last, first = at, _begin_of_name(page, at)
        while (
            last + 1 < len(texts)
            and last - first < 2
            and last + 1 not in taken
            and gaps[last + 1] in (" ", "-")
            and (zipfs[last + 1] < COMMON_NAME if capitalised[last + 1] else _is_syllable(page, last + 1))
            and texts[last + 1] not in FUNCTION_WORDS
            and texts[last + 1].isalpha()
        ):
            last += 1
        yield first, last
        if _is_sort_of_place(page, last + 1):
            yield first, last + 1
        after = last + 1


def _is_sort_of_place(page: Page, at: int) -> bool:
    """Whether a word goes on with a name and says what sort of place it is."""
    is_inside = at < len(page.texts) and page.gaps[at] == " " and page.is_capitalised[at]
    return is_inside and page.folded[at] in place_words()


def _is_syllable(page: Page, at: int) -> bool:
    """Whether a word in lower case may go on with a name ("Lee soo hye"): rare, and no English word but by chance."""
    word = page.folded[at]
    is_short = len(word) <= LONGEST_SYLLABLE
    return page.zipfs[at] < RARE_SYLLABLE and (is_short or not page.gazetteer.lexicon.is_ordinary(word))


LONGEST_SYLLABLE = 3
"""Letters of the longest English word that is rather a syllable of a name, where it is rare."""


def _begin_of_name(page: Page, at: int) -> int:
    """Where the name begins that goes on at an unknown word: a family name before it belongs to it, unless it ends
    something else ("Secretary of State") or is a title as well ("Mayor").
    """
    if at == 0 or page.gaps[at] not in (" ", "-") or page.cuts_a_name(at - 1, at - 1):
        return at
    kinds = frozenset[str]().union(*(kinds_named(m.facts) for m in page.mentions_at(at - 1) if m.last == at - 1))
    is_short = page.is_capitalised[at - 1] and "person" in kinds and "office" not in kinds
    return at - 1 if is_short else at


RARE_SYLLABLE = 4.0
"""Zipf frequency below which a word in lower case may go on with a name ("Lee soo hye")."""

COMMON_NAME = 4.8
"""Zipf frequency above which a capitalised word is more likely "City" or "President" than part of a name."""


def _is_unknown(page: Page, at: int) -> bool:
    word, zipf = page.texts[at], page.zipfs[at]
    if page.is_capitalised[at]:
        if not word.isalpha() or (len(word) < SHORTEST_SOUND and word.isupper()) or is_brand(word):
            return False
        return zipf < UNKNOWN or _may_begin_name(page, at)
    return len(word) >= SHORTEST_SOUND and zipf < UNHEARD_OF and word.isalpha()


UNHEARD_OF = 2.0
"""Zipf frequency below which a word in lower case may be a name, beside a title."""


def _may_begin_name(page: Page, at: int) -> bool:
    """Whether a capitalised known word is followed by an unknown one, as a family name before a garbled given name."""
    if at + 1 >= len(page.texts) or page.gaps[at + 1] != " ":
        return False
    return page.zipfs[at + 1] < RARE_SYLLABLE and page.texts[at] not in ("The", "A", "In")


def _may_end_name(page: Page, at: int) -> bool:
    """Whether an unknown capitalised word stands directly before a word, as a given name before a family name."""
    return at > 0 and page.gaps[at] == " " and page.is_capitalised[at - 1] and page.zipfs[at - 1] < UNKNOWN
