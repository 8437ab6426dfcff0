"""What stands around a surface that may be a garbled name, as it is weighed: titles, countries, traits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as Date
from typing import NamedTuple

import regex

from gazetteer.evidence import Context
from gazetteer.keys import FUNCTION_WORDS
from gazetteer.pinyin_names import is_chinese_name, syllables_in
from gazetteer.renderings.halves import BODY_WORDS, PLACE_WORDS
from normalizers.page import Page, is_right

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

TURNING = frozenset({"of", "on", "for", "in"})
"""Words between the parts of a name whose last part comes first."""

NEWS_ROLES = frozenset(
    {"reporter", "report", "editor", "photo", "correspond", "journalist", "photograph", "author", "edit"}
)
"""Stems beside the names of those who wrote or pictured the news."""

Dated = tuple[Date | None, bool]
"""The date of a text, and whether it is given and no estimate."""


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
        )
    behind = last + 1
    return page.gaps[behind].strip() in (",", "(") or (page.texts[behind] in TURNING and at <= behind + LONGEST_OWNER)


def _is_place_of(page: Page, at: int, first: int) -> bool:
    """Whether nothing stands between a country's name at word `at` and a surface, or what sort of place that is: "the
    Thai island of".
    """
    if page.texts[first - 1] != "of":
        return True
    return page.folded[first - 2] in SORTS_OF_PLACES and not any(page.is_capitalised[at + 1 : first])


LONGEST_PLACE_OF = 5
"""Words from a country's name to the place that is in it: "the Mongolian border town of"."""

SORTS_OF_PLACES = PLACE_WORDS | {"capital", "resort", "suburb", "region", "seaport", "megacity"}
"""Words before "of" and a place's name."""

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


def glimpse(page: Page, first: int, last: int, dated: Dated) -> Context:
    """Of the context of a run of words what asks for no look at the words beside it (`gazetteer.bounds`)."""
    found: Context | None = page.remembered.get((glimpse, first, last, dated))
    if found is None:
        inside, texts, folded = slice(first, last + 1), page.texts[first : last + 1], page.folded[first : last + 1]
        pairs = _known_pairs(page, first, last)
        found = page.remembered[glimpse, first, last, dated] = Context(
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
    around = surroundings(page, first, last)
    seen = glimpse(page, first, last, dated)
    return seen._replace(
        before=around.titles(page.stems),
        after=around.description(page.stems),
        countries_near=around.countries,
        countries_owning=around.owners,
        next_kind=_next_kind(page, first, last),
        traits=seen.traits.union(
            _traits_of_letters(page, first, last),
            _traits_of_place(page, first, last, around, seen.countries_sentence),
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
    if first and page.gaps[first] == " " and page.texts[first - 1] in WHERE:
        yield "where it is"
    if _is_private(page, around.before, around.after):
        yield "private person"
    if _is_local(page, first, last):
        yield "local body"


WHERE = frozenset(
    {"in", "near", "at", "from", "to", "outside", "toward", "towards", "across", "around", "into", "via", "off"}
)
"""Words before the place where something is, or to which it goes."""


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
    """What one or two words behind a surface say it is, where they are written like the end of the same name: "Xiongben
    Prefecture" and "Kaicheng Industrial Complex" are places.
    """
    behind = last + 1
    if behind >= len(page.texts) or page.gaps[behind] != " " or not page.is_capitalised[behind]:
        return ""
    if not page.is_capitalised[first] or _stands_capitalised(page, first, first - 1):
        return ""
    size = 2 if _stands_capitalised(page, behind + 1, behind + 1) else 1
    ends = (" ".join(page.folded[behind : behind + number]) for number in range(size, 0, -1))
    kinds = ("place" if end in PLACE_WORDS else "organization" if end in BODY_WORDS else "" for end in ends)
    return next(filter(None, kinds), "")


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
    if any(page.stems[at] in NEWS_ROLES for at in before[-2:]) or _is_in_list_of_writers(page, before, after):
        return True
    if any(page.folded[at] in OF_STATE for at in before):
        return False
    if after and (page.stems[after[0]] in NEWS_ROLES or page.folded[after[0]] in ("a", "an")):
        return True
    if len(after) > 2 and page.folded[after[0]] == "who":
        known = page.folded[after[1]] in ("is", "was", "became", "had", "has")
        if not known:
            return True
    return any(page.folded[at] in ("named", "surnamed", "called", "nicknamed") for at in before[-2:])


OF_STATE = frozenset(
    """minister president premier chancellor ambassador governor senator general king queen prince princess spokesman
    spokeswoman envoy magnate tycoon billionaire superstar champion laureate dissident commander""".split()
)
"""What people are who are known: what is told of them besides does not introduce them."""


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
