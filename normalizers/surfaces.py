"""Surfaces that may be garbled names, each with the entities it may stand for: by key, letters, meaning and sound."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import regex

from gazetteer.entity import Entity
from gazetteer.evidence import Candidate
from gazetteer.keys import FUNCTION_WORDS, fold
from gazetteer.manner import GLOSSES, PINYIN, SOUND
from gazetteer.pinyin_names import is_chinese_name, is_syllable, syllables_in
from gazetteer.posting import Posting
from gazetteer.renderings.halves import BODY_WORDS
from gazetteer.renderings.meaning import EAR, SAYING_NOTHING
from gazetteer.similarity import likeness, squash
from normalizers.fitting import fitting, fitting_mention
from normalizers.page import Mention, Page
from normalizers.phrasing import is_adjective_of, is_brand, is_explanation
from normalizers.surroundings import UNKNOWN, surroundings

SHORTEST_SOUND = 5
"""Letters of the shortest surface that is compared by sound alone; with a title beside it: `SHORTEST_WITH_TITLE`."""

SHORTEST_WITH_TITLE = 3

ALIKE_WITH_TITLE = 0.5
"""The likeness at which the holder of the office named beside a surface becomes a candidate."""


class Surface(NamedTuple):
    """A run of words, both inclusive, with the entities that it may be a garbled name of."""

    first: int
    last: int
    candidates: list[Candidate]


def surfaces(page: Page) -> list[Surface]:
    """The runs of words of a page that may be garbled names, each once with all it may stand for; worked out once."""
    found: list[Surface] | None = page.remembered.get(surfaces)
    if found is None:
        ways = (_by_key(page), _by_letters(page), _by_meaning(page), _by_sound(page))
        found = page.remembered[surfaces] = _gathered(page, (surface for way in ways for surface in way))
    return found


def _gathered(page: Page, found: Iterable[tuple[int, int, list[Candidate]]]) -> list[Surface]:
    """Each run of words once, with the candidates of all the ways in which it was found: it stands for one of them.

    What explains a right name before it is left out, whatever else it may stand for.
    """
    gathered: dict[tuple[int, int], dict[str, Candidate]] = {}
    for first, last, candidates in found:
        known = gathered.setdefault((first, last), {})
        for candidate in candidates:
            known.setdefault(candidate.entity.id, candidate)
    return [
        Surface(first, last, list(known.values()))
        for (first, last), known in gathered.items()
        if not any(is_explanation(page, first, candidate.entity) for candidate in known.values())
    ]


def _by_key(page: Page) -> Iterator[tuple[int, int, list[Candidate]]]:
    for mention in page.mentions:
        if not mention.facts.garbled or page.cuts_a_name(mention.first, mention.last):
            continue
        found = fitting_mention(page, mention)
        if not found:
            continue
        if any(c.posting.channel not in GLOSSES for c in found):
            is_given = _is_given_name(page, mention.first, mention.last)
            found = [c for c in found if c.posting.channel in GLOSSES] if is_given else found
        letters = squash(mention.surface)
        candidates = [
            c
            for c in found
            if letters not in page.gazetteer.letters_of(c.entity.right)
            and not any(_is_the_same(c.entity, known) for known in mention.facts.right)
        ]
        if candidates:
            yield mention.first, mention.last, candidates


def _is_the_same(entity: Entity, known: Entity) -> bool:
    """Whether two entities are one, or have one Chinese name in one country: the right name of one is that of both."""
    if entity.id == known.id:
        return True
    return not {*entity.country}.isdisjoint(known.country) and not {*entity.zh}.isdisjoint(known.zh)


def _is_given_name(page: Page, first: int, last: int) -> bool:
    """Whether the word before a surface is a Chinese family name whose given name the surface is, as in "Hu Qiaoli"."""
    if first == 0 or not page.is_capitalised[first - 1] or page.gaps[first] != " ":
        return False
    return is_chinese_name(page.text[page.starts[first - 1] : page.ends[last]])


def _by_letters(page: Page) -> Iterator[tuple[int, int, list[Candidate]]]:
    """Names whose syllables happen to be English words ("Ao Siting"), found by their letters: keys hold stems."""
    capitalised, folded, stems, size = page.is_capitalised, page.folded, page.stems, len(page.texts)
    for first in [at for at, after in pairwise(page.capitals) if after == at + 1]:
        for last in (first + 1, first + 2):
            if last >= size or not capitalised[last] or not LIMITS.isdisjoint(page.gaps[last]):
                break
            if folded[first : last + 1] == stems[first : last + 1]:
                continue
            facts, _ = page.gazetteer.runs["".join(folded[first : last + 1])]
            candidates = [c for c in facts.garbled if c.posting.channel not in GLOSSES] if facts else []
            if facts and candidates and not facts.right:
                yield first, last, candidates


def _by_meaning(page: Page) -> Iterator[tuple[int, int, list[Candidate]]]:
    """Phrases written like a name, or between quotation marks, whose words say the parts of a name in some order."""
    sayings = _sayings(page)
    for first, last in dict.fromkeys((*_capitalised_phrases(page, sayings), *_quoted_phrases(page))):
        said = [at for at in range(first, last + 1) if page.texts[at].lower() not in SAYING_NOTHING]
        stems = frozenset(sayings[at] for at in said)
        says_twice = len(stems) < len(said) and any("," in page.gaps[at] for at in said[1:])
        if len(stems) < LEAST_SAID or says_twice or page.cuts_a_name(first, last) or _is_read_aloud(page, said):
            continue
        here = [m for m in page.mentions_at(first) if m.last == last]
        if any(m.facts.right for m in here):
            continue
        meant = page.gazetteer.meant(stems)
        if not meant:
            continue
        known = {c.entity.id for m in here for c in m.facts.garbled}
        new = (c for c in meant if c.entity.id not in known)
        unknown = [c for c in new if not _is_other_wording(page, said, sayings, c.entity)]
        if candidates := fitting(page, first, last, unknown):
            yield first, last, candidates


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
        if not gazetteer.means_something(found[at]):
            heard = EAR + gazetteer.skeleton(page.folded[at])
            found[at] = heard if gazetteer.means_something(heard) else found[at]
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
    return rest <= BODY_WORDS and heard <= {fold(word) for form in entity.right for word in form.split()}


def _capitalised_phrases(page: Page, sayings: list[str]) -> Iterator[tuple[int, int]]:
    """The first and last words of the phrases that begin and end with a capital, have none but small words in lower
    case, and of which every word says a part of some name.
    """
    texts, gaps, means = page.texts, page.gaps, page.gazetteer.means_something
    saying = [at for at in page.capitals if means(sayings[at])]
    says = frozenset(saying)
    for first in saying:
        number = 1
        for at in range(first + 1, min(len(texts), first + 2 * MOST_SAID)):
            if gaps[at] not in BETWEEN or not (at in says or texts[at] in FUNCTION_WORDS):
                break
            if at in says:
                number += 1
                yield first, at
            if number >= MOST_SAID:
                break


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

QUOTED = regex.compile(r"[\"“‘«「『《]([^\"“”‘«»「」『』《》\n]{3,80})[\"”’»」』》]")
"""What stands between quotation marks, on one line."""

LIMITS = frozenset(".,;:()\n")
"""Marks that do not stand inside a name of several words."""


def _by_sound(page: Page) -> Iterator[tuple[int, int, list[Candidate]]]:
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
        if last <= until.get(first, -1) or any(m.last == last and m.facts.garbled for m in page.mentions_at(first)):
            continue
        start, end = page.span(first, last)
        squashed = squash(page.text[start:end])
        by_ear = len(squashed) >= SHORTEST_SOUND and not is_chinese_name(page.text[start:end])
        if by_ear and _is_given_name(page, first, last):
            continue
        found = {c.entity.id: c for c in page.gazetteer.alike(squashed)} if by_ear else {}
        if len(squashed) >= SHORTEST_WITH_TITLE:
            found |= {c.entity.id: c for c in _holders(page, first, last, squashed) if c.entity.id not in found}
        candidates = [c for c in found.values() if _may_be_heard(page, first, last, squashed, c.entity)]
        if candidates:
            yield first, last, candidates


def _may_be_heard(page: Page, first: int, last: int, squashed: str, entity: Entity) -> bool:
    """Whether a surface may be a name by ear: not its own respelling, and a single word no more than a family name."""
    if squashed in page.gazetteer.letters_of(entity.right):
        return False
    if entity.kind == "place" and page.zipfs[last] >= SEEN and is_adjective_of(page.folded[last], entity.right):
        return False
    if first < last or entity.kind != "person" or entity.short in ("", entity.name):
        return True
    alone = (squash(entity.short), *page.gazetteer.parts(entity)[1])
    return likeness(squashed, alone) >= ALIKE_WITH_TITLE


SEEN = 2.0
"""Zipf frequency of a word that English texts do have, if seldom."""


def _is_family_name(page: Page, mention: Mention) -> bool:
    """Whether a right mention is a person's family name alone, with an unknown word behind it that may be the given
    name, or before it ("Imlan Han").
    """
    at, kinds = mention.first, {entity.kind for entity in mention.facts.right}
    if at != mention.last:
        return False
    return (kinds == {"person"} and _may_begin_name(page, at)) or ("person" in kinds and _may_end_name(page, at))


def _unknown_runs(page: Page, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of one to three words that begin with a capital, are rare in English and stand in no right name."""
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
        after = last + 1


def _is_syllable(page: Page, at: int) -> bool:
    """Whether a word in lower case may go on with a name ("Lee soo hye"): rare, and no English word but by chance."""
    word = page.folded[at]
    is_short = len(word) <= LONGEST_SYLLABLE
    return page.zipfs[at] < RARE_SYLLABLE and (is_short or not page.gazetteer.lexicon.is_ordinary(word))


LONGEST_SYLLABLE = 3
"""Letters of the longest English word that is rather a syllable of a name, where it is rare."""


def _begin_of_name(page: Page, at: int) -> int:
    """Where the name begins that goes on at an unknown word: a family name before it belongs to it, unless it ends
    something else ("Secretary of State").
    """
    if at == 0 or page.gaps[at] not in (" ", "-") or page.cuts_a_name(at - 1, at - 1):
        return at
    is_short = page.is_capitalised[at - 1] and any(
        m.last == at - 1 and any(e.kind == "person" for e in m.facts.right) for m in page.mentions_at(at - 1)
    )
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
"""Zipf frequency below which a word in lower case may be a name."""


def _may_begin_name(page: Page, at: int) -> bool:
    """Whether a capitalised known word is followed by an unknown one, as a family name before a garbled given name."""
    if at + 1 >= len(page.texts) or page.gaps[at + 1] != " ":
        return False
    return page.zipfs[at + 1] < RARE_SYLLABLE and page.texts[at] not in ("The", "A", "In")


def _may_end_name(page: Page, at: int) -> bool:
    """Whether an unknown capitalised word stands directly before a word, as a given name before a family name."""
    return at > 0 and page.gaps[at] == " " and page.is_capitalised[at - 1] and page.zipfs[at - 1] < UNKNOWN


def _holders(page: Page, first: int, last: int, squashed: str) -> Iterator[Candidate]:
    """Those who held the office that the words beside a name speak of, and whose name is somewhat like it."""
    if not page.sentence_countries(first):
        return
    around, stems = surroundings(page, first, last), page.stems
    before = tuple(stems[around.before.start : around.before.stop])
    after = tuple(stems[around.after.start : around.after.stop])
    near = page.gazetteer.linker.roles.near(before, after)
    for country in sorted(around.countries):
        for office in page.gazetteer.offices_named(country, near):
            for holder in page.gazetteer.holders(office.entity.id):
                alike = likeness(squashed, page.gazetteer.spellings(holder.id))
                if alike >= ALIKE_WITH_TITLE:
                    yield Candidate(holder, Posting(0, SOUND), min(alike, 0.99))
