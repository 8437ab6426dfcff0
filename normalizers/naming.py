"""Surfaces that may be garbled names, each weighed against the entities it may stand for, and settled over the whole
text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date as Date
from itertools import pairwise
from typing import NamedTuple

import regex

from gazetteer.entity import Entity
from gazetteer.gazetteer import Linked
from gazetteer.keys import FUNCTION_WORDS
from gazetteer.linking import GLOSSES, MEANING, NAMED, Candidate, Context
from gazetteer.pinyin_names import is_chinese_name, syllables_in
from gazetteer.posting import Posting
from gazetteer.renderings import CHANNELS
from gazetteer.renderings.halves import BODY_WORDS, PLACE_WORDS
from gazetteer.renderings.meaning import SAYING_NOTHING
from gazetteer.renderings.pinyin import has_chinese_surname
from gazetteer.similarity import likeness, squash
from normalizers.fitting import (
    describes,
    governs_what_follows,
    is_bill_of,
    is_brand,
    is_explained,
    speaks_of_many,
    takes_a_family_name,
)
from normalizers.page import Mention, Page, is_right

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
UNKNOWN = 3.3
"""Zipf frequency below which a word is looked for among the sounds of names."""
SHORTEST_SOUND = 5
"""Letters of the shortest surface that is compared by sound alone; with a title beside it: `SHORTEST_WITH_TITLE`."""
SHORTEST_WITH_TITLE = 3
ALIKE_WITH_TITLE = 0.5
"""The likeness at which the holder of the office named beside a surface becomes a candidate."""
TURNING = frozenset({"of", "on", "for", "in"})
"""Words between the parts of a name whose last part comes first."""
NEWS_ROLES = frozenset(
    {"reporter", "report", "editor", "photo", "correspond", "journalist", "photograph", "author", "edit"}
)
"""Stems beside the names of those who wrote or pictured the news."""
NUMBERS = frozenset("one two three four five six seven eight nine ten hundred thousand million".split())
"""Words of which a phrase says how many, and no name."""
PINYIN = next(number for number, channel in enumerate(CHANNELS, 1) if channel.NAME == "pinyin")
SLIP = next(number for number, channel in enumerate(CHANNELS, 1) if channel.NAME == "slip")
SOUND = next(number for number, channel in enumerate(CHANNELS, 1) if channel.NAME == "sound")


class Reading(NamedTuple):
    """A surface with what it may stand for, likeliest first. `first` and `last` are word numbers, both inclusive."""

    first: int
    last: int
    start: int
    end: int
    surface: str
    linked: tuple[Linked, ...]
    settled_by: int = -1
    """The offset of the mention that settled this one; -1 where it stands on its own evidence."""

    @property
    def best(self) -> Linked:
        """The likeliest."""
        return self.linked[0]

    @property
    def key(self) -> str:
        """What mentions of one name share."""
        return squash(self.surface)


def read_names(page: Page, date: Date | None, is_dated: bool = True, least: float = 0.0) -> list[Reading]:
    """Every surface of the page that may be a garbled name, in the order of the text, settled over the document.

    Those that cannot come to the probability `least` (0 to 0.9) may be left out.
    """
    return sorted(settle(weigh_names(page, date, is_dated, least)), key=lambda reading: (reading.start, -reading.end))


def weigh_names(page: Page, date: Date | None, is_dated: bool = True, least: float = 0.0) -> list[Reading]:
    """Every surface of the page that may be a garbled name, on its own evidence and that of the surest others.

    `is_dated`: whether `date` is that of the text, and no estimate.
    """
    dated, found = (date, is_dated), surfaces(page)
    readings = [None if least and _is_faint(page, one, dated, least) else _read(page, one, dated) for one in found]
    sure: dict[str, set[str]] = defaultdict(set)
    for reading in filter(None, readings):
        if reading.best.probability >= SURE:
            sure[reading.best.entity.id].add(reading.key)
    if None in readings:
        keys = {reading.key for reading in filter(None, readings)}
        readings = [
            _read(page, surface, dated) if reading is None and _may_be_settled(page, surface, keys, sure) else reading
            for surface, reading in zip(found, readings, strict=True)
        ]
    kept = list(filter(None, readings))
    return [_weighed_again(page, dated, reading, sure) for reading in kept] if sure else kept


Dated = tuple[Date | None, bool]
"""The date of a text, and whether it is given and no estimate."""


class Surface(NamedTuple):
    """A run of words, both inclusive, with the entities that it may be a garbled name of."""

    first: int
    last: int
    candidates: list[Candidate]


def surfaces(page: Page) -> list[Surface]:
    """The runs of words of a page that may be garbled names, worked out once."""
    found: list[Surface] | None = page.remembered.get(surfaces)
    if found is None:
        ways = (_by_key(page), _by_letters(page), _by_meaning(page), _by_sound(page))
        found = page.remembered[surfaces] = [Surface(*surface) for way in ways for surface in way]
    return found


def _read(page: Page, surface: Surface, dated: Dated) -> Reading:
    """The reading of one surface on its own evidence."""
    first, last, candidates = surface
    start, end = page.span(first, last)
    linked = page.gazetteer.link(candidates, context_of(page, first, last, *dated))
    return Reading(first, last, start, end, page.text[start:end], tuple(linked[:MOST]))


def _is_faint(page: Page, surface: Surface, dated: Dated, least: float) -> bool:
    """Whether a surface is a gloss by all its candidates, and cannot come to a probability by itself."""
    first, last, candidates = surface
    if any(candidate.posting.channel not in GLOSSES for candidate in candidates):
        return False
    return page.gazetteer.is_faint(candidates, _glimpse(page, first, last, dated), least)


def _may_be_settled(page: Page, surface: Surface, keys: set[str], sure: Mapping[str, set[str]]) -> bool:
    """Whether other surfaces may make more of one than it is by itself: those of the same letters, or of an entity."""
    start, end = page.span(surface.first, surface.last)
    return squash(page.text[start:end]) in keys or any(c.entity.id in sure for c in surface.candidates)


def _weighed_again(page: Page, dated: Dated, reading: Reading, sure: Mapping[str, set[str]]) -> Reading:
    """The reading of one spelling, knowing for which entities other spellings in the text surely stand."""
    entities = {linked.entity.id for linked in reading.linked}
    settled = frozenset(found for found in entities & sure.keys() if sure[found] - {reading.key})
    if not settled:
        return reading
    context = context_of(page, reading.first, reading.last, *dated)._replace(settled=settled)
    linked = page.gazetteer.link([linked.candidate for linked in reading.linked], context)
    return reading._replace(linked=tuple(linked))


MOST = 6
"""Candidates kept for one surface."""
SURE = 0.9
"""The probability from which a surface tells of others that may stand for the same entity."""


def _by_key(page: Page) -> Iterator[tuple[int, int, list[Candidate]]]:
    for mention in page.mentions:
        if not mention.facts.garbled or page.cuts_a_name(mention.first, mention.last):
            continue
        fitting = _fitting_mention(page, mention)
        if not fitting:
            continue
        if any(c.posting.channel not in GLOSSES for c in fitting):
            is_given = _is_given_name(page, mention.first, mention.last)
            fitting = [c for c in fitting if c.posting.channel in GLOSSES] if is_given else fitting
        known = {entity.id for entity in mention.facts.right}
        letters = squash(mention.surface)
        candidates = [
            c for c in fitting if c.entity.id not in known and letters not in page.gazetteer.letters_of(c.entity.right)
        ]
        if candidates:
            yield mention.first, mention.last, candidates


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
    for first, last in dict.fromkeys((*_capitalised_phrases(page), *_quoted_phrases(page))):
        said = [at for at in range(first, last + 1) if page.texts[at].lower() not in SAYING_NOTHING]
        stems = frozenset(page.stems[at] for at in said)
        says_twice = len(stems) < len(said) and any("," in page.gaps[at] for at in said[1:])
        if len(stems) < LEAST_SAID or says_twice or page.cuts_a_name(first, last):
            continue
        here = [m for m in page.mentions_at(first) if m.last == last]
        if any(m.facts.right for m in here):
            continue
        meant = page.gazetteer.meant(stems)
        if not meant:
            continue
        known = {c.entity.id for m in here for c in m.facts.garbled}
        unknown = [c for c in meant if c.entity.id not in known]
        if candidates := _fitting(page, first, last, unknown):
            yield first, last, candidates


def _capitalised_phrases(page: Page) -> Iterator[tuple[int, int]]:
    """The first and last words of the phrases that begin and end with a capital, have none but small words in lower
    case, and of which every word says a part of some name.
    """
    texts, gaps, stems, means = page.texts, page.gaps, page.stems, page.gazetteer.means_something
    saying = [at for at in page.capitals if means(stems[at])]
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


LEAST_SAID, MOST_SAID = 2, 8
"""Words that say something, in the shortest phrase that is read by its meaning and in the longest."""
BETWEEN = frozenset({" ", "-", "\N{RIGHT SINGLE QUOTATION MARK} ", "' "})
"""What may stand between two words of such a phrase."""
QUOTED = regex.compile(r"[\"“‘«「『《]([^\"“”‘«»「」『』《》\n]{3,80})[\"”’»」』》]")
"""What stands between quotation marks, on one line."""
LIMITS = frozenset(".,;:()\n")
"""Marks that do not stand inside a name of several words."""


def _fitting_mention(page: Page, mention: Mention) -> list[Candidate]:
    """Those of a mention's candidates that its surface fits, worked out once."""
    found: list[Candidate] | None = page.remembered.get(mention)
    if found is None:
        found = page.remembered[mention] = _fitting(page, mention.first, mention.last, mention.facts.garbled)
    return found


def _fitting(page: Page, first: int, last: int, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those of the candidates as whose rendering the surface is written, and whose right name it is neither in part nor
    with more words.
    """
    found: list[Candidate] = []
    wording: Wording | None = None
    is_gloss: bool | None = None
    is_spelt: bool | None = None
    for candidate in candidates:
        if candidate.posting.channel in GLOSSES:
            if is_gloss is None:
                wording = _wording(page, first, last)
                is_gloss = wording is not None
            if wording is not None and _fits_gloss(page, first, last, wording, candidate):
                found.append(candidate)
        else:
            if is_spelt is None:
                is_spelt = _is_spelt(page, first, last)
            if is_spelt and _fits_reading(page, first, last, candidate):
                found.append(candidate)
    return found


def _is_spelt(page: Page, first: int, last: int) -> bool:
    """Whether a surface may be a name in letters that somebody has spelt, and no words."""
    folded = page.folded[first : last + 1]
    if folded != page.stems[first : last + 1] or not any(map(str.isalpha, folded)):
        return False
    if not FUNCTION_WORDS.isdisjoint(page.texts[first : last + 1]) or takes_a_family_name(page, first, last):
        return False
    return page.is_capitalised[first] or not any(map(page.gazetteer.lexicon.is_ordinary, folded))


def _fits_reading(page: Page, first: int, last: int, candidate: Candidate) -> bool:
    """Whether a surface that is spelt may be such a rendering."""
    posting, entity = candidate.posting, candidate.entity
    if entity.kind in ("term", "work") and is_explained(page, last):
        return False
    if posting.channel == SLIP:
        return entity.kind == "person"
    is_other_reading = posting.cost and posting.channel == PINYIN
    return not is_other_reading or entity.kind != "person" or (first < last and has_chinese_surname(entity))


def _is_right_here(page: Page, first: int, last: int) -> bool:
    """Whether a surface is, in whatever letters, the right name of something of a country that the text names, or of
    none.
    """
    return any(
        not entity.country or not page.document_countries.isdisjoint(entity.country)
        for mention in page.mentions_at(first)
        if mention.last == last
        for entity in mention.facts.right
    )


class Wording(NamedTuple):
    """A run of words as it is compared with the names of which it may be a gloss.

    `stems` are those of its content words, `run` the same written together, `said` with countries for their names.
    `is_turned`: it has a word that stands between the parts of a turned name; `may_be_turned`: English says it in
    another order as well. `is_capitalised`: every word is. `within` are the right names in it beside which the rest is
    in lower case, each between spaces; `traits` those that it has by itself.
    """

    stems: frozenset[str]
    run: str
    said: frozenset[str]
    is_turned: bool
    may_be_turned: bool
    is_capitalised: bool
    within: tuple[str, ...]
    traits: frozenset[str]


def _wording(page: Page, first: int, last: int) -> Wording | None:
    """A run of words as a gloss; None where it is none: where it has only countries and numbers, or is right."""
    inside = range(first, last + 1)
    texts, folded = page.texts[first : last + 1], page.folded
    content = [at for at, text in zip(inside, texts, strict=True) if text not in FUNCTION_WORDS]
    of_country = list(map(page.is_of_country, inside))
    if all(of_country[at - first] or folded[at] in NUMBERS for at in content):
        return None
    if governs_what_follows(page, last):
        return None
    if not any(map(str.isalpha, folded[first : last + 1])) or _is_right_here(page, first, last):
        return None
    kept = [page.stems[at] for at in content]
    stems, is_turned = frozenset(kept), not TURNING.isdisjoint(texts)
    return Wording(
        stems,
        "".join(kept),
        page.gazetteer.with_countries(stems),
        is_turned,
        is_turned or any(of_country),
        all(page.is_capitalised[first : last + 1]),
        tuple(_names_within(page, first, last)),
        own_traits(page, first, last),
    )


def _names_within(page: Page, first: int, last: int) -> Iterator[str]:
    """The right names of what is no place and no person in a run of words with no other capitals: "outbreak of
    COVID-19".
    """
    for at in range(first, last + 1):
        for mention in page.mentions_at(at):
            if mention.last > last or (mention.first, mention.last) == (first, last) or not is_right(mention):
                continue
            if any(known.kind in ("place", "person") for known in mention.facts.right):
                continue
            if not any(page.is_capitalised[first : mention.first] + page.is_capitalised[mention.last + 1 : last + 1]):
                yield f" {mention.surface} "


def _fits_gloss(page: Page, first: int, last: int, wording: Wording, candidate: Candidate) -> bool:
    """Whether a gloss of a name says something else than the name: neither all of its words, nor a piece of it, nor a
    right name that the name holds, with ordinary words.
    """
    entity, posting = candidate.entity, candidate.posting
    if posting.turned and posting.channel != MEANING and not wording.is_turned:
        return False
    stems, run, said, is_quoted = wording.stems, wording.run, wording.said, "quoted" in wording.traits
    is_named = entity.kind in NAMED and "all capitals" in wording.traits
    for form in page.gazetteer.forms_of(entity.right):
        if stems == form.stems and (run == form.key or wording.may_be_turned or entity.kind == "office"):
            return False
        if said != stems and said == form.said:
            return False
        if stems < form.stems and run in form.key:
            return False
        if form.stems and form.stems <= stems and not is_quoted and not (is_named and form.key not in run):
            return False
    if entity.kind in NAMED and describes(page, first, last, entity):
        return False
    if entity.kind == "term" and is_bill_of(page, first, last, entity.right):
        return False
    if entity.kind in ("organization", "office") and speaks_of_many(page, last, entity.right):
        return False
    if entity.kind in ("person", "place", "office"):
        return wording.is_capitalised
    return not any(name in f" {form} " for name in wording.within for form in entity.right)


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
        and any(c.posting.channel == PINYIN for c in _fitting_mention(page, m))
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
    if first < last or entity.kind != "person" or entity.short in ("", entity.name):
        return True
    alone = (squash(entity.short), *page.gazetteer.parts(entity)[1])
    return likeness(squashed, alone) >= ALIKE_WITH_TITLE


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
    """Where the name begins that goes on at an unknown word: a family name before it belongs to it."""
    if at == 0 or page.gaps[at] not in (" ", "-"):
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
    near = page.gazetteer.linker._near(before, after)
    for country in sorted(around.countries):
        for office in page.gazetteer.offices_named(country, near):
            for holder in page.gazetteer.holders(office.entity.id):
                alike = likeness(squashed, page.gazetteer.spellings(holder.id))
                if alike >= ALIKE_WITH_TITLE:
                    yield Candidate(holder, Posting(0, SOUND), min(alike, 0.99))


class Surroundings(NamedTuple):
    """The words before and after a run of words that may describe it, and the countries named among them."""

    before: range
    after: range
    countries: frozenset[str]
    owners: frozenset[str]
    """The countries whose it is said to be: "Chile's", "of Chile", or named in an apposition."""


def surroundings(page: Page, first: int, last: int) -> Surroundings:
    """The surroundings of a run of words, worked out once."""
    found: Surroundings | None = page.remembered.get((surroundings, first, last))
    if found is None:
        sentence = page.sentence_words(first)
        before, after = _before(page, first, sentence), _after(page, last, sentence)
        countries, owners = set[str](), set[str]()
        for at, codes in page.sentence_countries(first):
            if at in before or at in after:
                countries |= codes
                if _owns(page, at, first, last):
                    owners |= codes
        found = Surroundings(before, after, frozenset(countries), frozenset(owners))
        page.remembered[surroundings, first, last] = found
    return found


def _owns(page: Page, at: int, first: int, last: int) -> bool:
    """Whether the country named at word `at` stands directly before a run of words, behind it with a word such as "of",
    or in an apposition.
    """
    if at < first:
        return at >= first - LONGEST_OWNER and all(gap in DIRECTLY for gap in page.gaps[at + 1 : first + 1])
    behind = last + 1
    return page.gaps[behind].strip() in (",", "(") or (page.texts[behind] in TURNING and at <= behind + LONGEST_OWNER)


LONGEST_OWNER = 2
"""Words of a country's name, or of its name and an article, beside what it owns."""
DIRECTLY = frozenset({" ", "-", "'s ", "’s ", "' ", "’ "})
"""What stands between a country's name and what it owns."""


def context_of(page: Page, first: int, last: int, date: Date | None, is_dated: bool = True) -> Context:
    """What stands around a run of words, worked out once."""
    found: Context | None = page.remembered.get((context_of, first, last, date, is_dated))
    if found is None:
        found = page.remembered[context_of, first, last, date, is_dated] = _context_of(
            page, first, last, (date, is_dated)
        )
    return found


def _glimpse(page: Page, first: int, last: int, dated: Dated) -> Context:
    """Of the context of a run of words what asks for no look at the words beside it (`gazetteer.bounds`)."""
    found: Context | None = page.remembered.get((_glimpse, first, last, dated))
    if found is None:
        inside, texts, folded = slice(first, last + 1), page.texts[first : last + 1], page.folded[first : last + 1]
        pairs = _known_pairs(page, first, last)
        found = page.remembered[_glimpse, first, last, dated] = Context(
            sentence=page.sentence_stems(first, last),
            document=page.document_stems,
            countries_sentence=_countries_in(page, first, last),
            countries_document=page.document_countries,
            date=dated[0],
            is_dated=dated[1],
            letters=sum(map(len, folded)),
            in_pinyin=sum(len(page.folded[at]) for at in range(first, last + 1) if _is_unknown_pinyin(page, at)),
            squashed="".join(folded),
            own=frozenset(
                stem for stem, text in zip(page.stems[inside], texts, strict=True) if text not in FUNCTION_WORDS
            ),
            spelt=tuple(folded),
            pairs=pairs,
            named=page.named_entities,
            source=page.source,
            traits=own_traits(page, first, last).union(_traits_of_phrase(page, first, last, pairs == 1)),
        )
    return found


def _context_of(page: Page, first: int, last: int, dated: Dated) -> Context:
    around, glimpse = surroundings(page, first, last), _glimpse(page, first, last, dated)
    return glimpse._replace(
        before=tuple(page.stems[around.before.start : around.before.stop]),
        after=tuple(page.stems[around.after.start : around.after.stop]),
        countries_near=around.countries,
        countries_owning=around.owners,
        next_kind=_next_kind(page, first, last),
        traits=glimpse.traits.union(
            _traits_of_letters(page, first, last),
            _traits_of_place(page, first, last, around, glimpse.countries_sentence),
            _traits_of_right_names(page, first, last, around),
        ),
    )


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
    gaps = page.gaps
    opened = gaps[last + 1].strip() in (",", "(", ", (") or page.stems[last + 1] in DESCRIBING
    most = min(sentence.stop, last + 1 + (AFTER if opened else CLOSE))
    for at in range(last + 2, most):
        if gaps[at] != " " and not CLOSING.isdisjoint(gaps[at]):
            return range(last + 1, at)
    return range(last + 1, most)


def own_traits(page: Page, first: int, last: int) -> frozenset[str]:
    """What a surface is by itself (`gazetteer.bounds.SEEN_ALONE`), worked out once."""
    found: frozenset[str] | None = page.remembered.get((own_traits, first, last))
    if found is None:
        start, end = page.span(first, last)
        inside = [at for at in range(first, last + 1) if page.texts[at] not in FUNCTION_WORDS]
        traits = ["lower case" if page.text[start:end].islower() else "capitalised"]
        traits.append(("one word", "two words", "three words")[min(len(inside), 3) - 1])
        if all(page.is_capitalised[at] for at in inside):
            traits.append("all capitals")
        if page.is_quoted(start, end):
            traits.append("quoted")
        found = page.remembered[own_traits, first, last] = frozenset(traits)
    return found


def _traits_of_letters(page: Page, first: int, last: int) -> Iterator[str]:
    """What a surface is by its letters."""
    start, end = page.span(first, last)
    surface = page.text[start:end]
    yield "Chinese name" if is_chinese_name(surface) else "no Chinese name"
    if all(map(syllables_in, page.folded[first : last + 1])):
        yield "spelt like pinyin"
    if first == last and page.zipfs[first] >= UNKNOWN:
        yield "known word"
    if first < last and any(_is_unknown_pinyin(page, at) and _is_right_name(page, at) for at in range(first, last + 1)):
        yield "right name in it"


def _traits_of_place(
    page: Page, first: int, last: int, around: Surroundings, countries: frozenset[str]
) -> Iterator[str]:
    """What the place of a surface says of it; `countries` are named in its sentence."""
    if page.is_source(*page.span(first, last)):
        yield "source slot"
    if "CN" in countries:
        yield "China named"
    if _is_private(page, around.before, around.after):
        yield "private person"
    if _is_local(page, first, last):
        yield "local body"


def _is_local(page: Page, first: int, last: int) -> bool:
    """Whether the words beside a surface make it a body of a province, a city or a district: "Hunan Provincial", "of
    Wuhan", "departments at all levels".
    """
    before = [at for at in range(max(0, first - LOCAL_BEFORE), first) if page.ends[at] <= page.starts[first]]
    if any(page.folded[at] in LOCAL for at in before):
        return True
    follows = last + 2 < len(page.texts) and page.folded[last + 1] in ("of", "in", "at")
    beside = [*before[-1:], *([last + 2] if follows else [])]
    return any(page.is_of_place(at) for at in beside) or (follows and page.folded[last + 2] in ("all", "various"))


LOCAL_BEFORE = 2
LOCAL = frozenset(
    """provincial municipal county city district prefecture prefectural township town village regional local state
    autonomous region province""".split()
)
"""Words before the name of a body that make it one of a part of the country."""


def _named_beside(page: Page, first: int) -> set[str]:
    """The countries that the text names by other words than the one that a surface begins with."""
    return {code for at, codes in page.countries if page.folded[at] != page.folded[first] for code in codes}


def _traits_of_right_names(page: Page, first: int, last: int, around: Surroundings) -> Iterator[str]:
    """Whether the surface is, as it stands or in other letters, the right name of something that may be meant here."""
    same = [m for m in page.mentions_at(first) if m.last == last and m.facts.right]
    if not same:
        return
    named = page.sentence_countries(first)
    beside = {code for at, codes in named if at in around.before or at in around.after for code in codes}
    entities = [entity for mention in same for entity in mention.facts.right]
    if beside and all(entity.country and beside.isdisjoint(entity.country) for entity in entities):
        yield "right in another country"
        return
    if all(entity.country for entity in entities):
        elsewhere = _named_beside(page, first)
        if all(elsewhere.isdisjoint(entity.country) for entity in entities):
            yield "right of an unnamed country"
            return
    yield "right elsewhere" if any(map(is_right, same)) else "right but for its letters"


def _countries_in(page: Page, first: int, last: int) -> frozenset[str]:
    """The countries named in the sentence of a surface, outside of it."""
    return frozenset().union(*(codes for at, codes in page.sentence_countries(first) if not first <= at <= last))


def _traits_of_phrase(page: Page, first: int, last: int, is_common: bool) -> Iterator[str]:
    """How the surface stands among English phrases; `is_common` is whether all of its pairs of words are."""
    if is_common:
        yield "common phrase"
    if _joins(page, first - 1) or _joins(page, last):
        yield "common with its neighbours"
    if _goes_on(page, first, last):
        yield "in a longer name"
        if _stands_capitalised(page, last + 1, last + 1):
            yield "begins a longer name"


def _is_unknown_pinyin(page: Page, at: int) -> bool:
    """Whether a word is spelt like pinyin, and English texts do not know it."""
    if page.zipfs[at] >= UNKNOWN or not syllables_in(page.folded[at]):
        return False
    is_long = len(page.folded[at]) > LONGEST_CHANCE
    return not (is_long and page.gazetteer.lexicon.is_ordinary(page.folded[at]))


LONGEST_CHANCE = 6
"""Letters of the longest English word that is as well pinyin by chance ("banger"); longer ones are English."""


def _is_right_name(page: Page, at: int) -> bool:
    """Whether a word by itself is the right name of something."""
    return any(mention.last == at and mention.facts.right for mention in page.mentions_at(at))


def _next_kind(page: Page, first: int, last: int) -> str:
    """What the word behind a surface says it is, where it is written like the end of the same name: "Xiongben
    Prefecture" is a place.
    """
    behind = last + 1
    if behind >= len(page.texts) or page.gaps[behind] != " " or not page.is_capitalised[behind]:
        return ""
    if not page.is_capitalised[first] or _stands_capitalised(page, first, first - 1):
        return ""
    word = page.folded[behind]
    return "place" if word in PLACE_WORDS else "organization" if word in BODY_WORDS else ""


def _known_pairs(page: Page, first: int, last: int) -> float:
    """The share of the pairs of neighbouring words inside a surface that often stand side by side in English."""
    knows, folded = page.gazetteer.collocations.knows, page.folded
    pairs = [knows(folded[at], folded[at + 1]) for at in range(first, last)]
    return sum(pairs) / len(pairs) if pairs else 0.0


def _goes_on(page: Page, first: int, last: int) -> bool:
    """Whether a capitalised word stands directly before or behind a capitalised surface: it may be a part of a longer
    name.
    """
    if not page.is_capitalised[first]:
        return False
    return _stands_capitalised(page, first, first - 1) or _stands_capitalised(page, last + 1, last + 1)


def _stands_capitalised(page: Page, gap: int, at: int) -> bool:
    """Whether word `at` is written like a part of the name beside it, with a space between (before word `gap`)."""
    return (
        0 <= at < len(page.texts)
        and page.gaps[gap] == " "
        and page.is_capitalised[at]
        and page.folded[at] not in TITLES
        and not (_opens_sentence(page, at) and page.gazetteer.lexicon.is_ordinary(page.folded[at]))
    )


TITLES = frozenset(
    """minister president secretary chancellor premier chairman chairwoman director mayor governor spokesman spokeswoman
    ambassador general king queen prince princess mr mrs ms dr professor senator leader chief commissioner judge
    justice adviser advisor envoy coach
    treasurer speaker representative congressman congresswoman""".split()
)
"""Words before a name that are written like one and are no part of it."""


def _opens_sentence(page: Page, at: int) -> bool:
    """Whether a word is the first of its sentence, where a capital says nothing."""
    return page.sentence_words(at).start == at


def _joins(page: Page, at: int) -> bool:
    """Whether a word and the next one are a common pair of content words with nothing but a space between."""
    if at < 0 or at + 1 >= len(page.texts) or page.gaps[at + 1] != " ":
        return False
    first, second = page.folded[at], page.folded[at + 1]
    ordinary = page.gazetteer.lexicon.zipf
    if ordinary(first) > COMMONEST or ordinary(second) > COMMONEST:
        return False
    return page.gazetteer.collocations.knows(first, second)


COMMONEST = 5.7
"""Zipf frequency above which a word says nothing about the phrase beside it."""


def _is_private(page: Page, before: range, after: range) -> bool:
    """Whether the words beside a name introduce somebody not known: "a nurse from", "who keeps a bookshop"."""
    if any(page.stems[at] in NEWS_ROLES for at in (*before[-2:], *after[:1])) or _is_in_list_of_writers(
        page, before, after
    ):
        return True
    if any(page.folded[at] in OF_STATE for at in before):
        return False
    if after and page.folded[after[0]] in ("a", "an"):
        return True
    if len(after) > 2 and page.folded[after[0]] == "who":
        known = page.folded[after[1]] in ("is", "was", "became", "had", "has")
        if not known:
            return True
    return any(page.folded[at] in ("named", "surnamed", "called", "nicknamed") for at in before[-2:])


OF_STATE = frozenset(
    """minister president premier chancellor ambassador governor senator general king queen prince princess spokesman
    spokeswoman envoy""".split()
)
"""Titles of people who are known: what is told of them does not introduce them."""


def _is_in_list_of_writers(page: Page, before: range, after: range) -> bool:
    """Whether a name stands in a list of names that begins with what they did: "(Reporters: A, B and C)"."""
    at = before[0] if before else after[0] - 2 if after else -1
    if at < 0 or not page.has_writers:
        return False
    line = page.text[max(0, page.starts[at] - LONGEST_LIST) : page.starts[at]]
    opened = line.rpartition("(")[2].rpartition("\n")[2]
    return "," in opened and "." not in opened and bool(WRITERS.match(opened))


LONGEST_LIST = 300
WRITERS = regex.compile(
    r"\W{0,3}(?:\w+\s){0,3}?(?:reporters?|journalists?|editors?|correspondents?|photos?|texts?|written)\b",
    regex.IGNORECASE,
)
"""How a list of those who wrote or pictured the news begins."""


def settle(readings: Iterable[Reading]) -> list[Reading]:
    """One reading for a name throughout a document, unless the evidence divides it.

    The mention that is surest of an entity lends what it knows to the others of the same name, save to those that
    speak against it by themselves.
    """
    groups: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        groups[reading.key].append(reading)
    settled: list[Reading] = []
    for group in groups.values():
        if len(group) == 1:
            settled += group
            continue
        surest = max(group, key=lambda reading: (reading.best.probability, -reading.start))
        settled.extend(reading if reading is surest else _settled(reading, surest) for reading in group)
    return settled


def _settled(reading: Reading, surest: Reading) -> Reading:
    opposed = any(item.name.startswith("private person") for item in reading.best.evidence)
    if opposed or surest.best.probability <= reading.best.probability:
        return reading
    own = {linked.entity.id for linked in reading.linked}
    if surest.best.entity.id not in own:
        return reading
    return reading._replace(linked=surest.linked, settled_by=surest.start)
