"""A Chinese idiom or set phrase put into English word by word.

What it does
    Finds the literal wording of idioms by the stems of its words, in any order and with a few words between them,
    and names what English says, in the tense of the surface.

Why it matters
    The picture means nothing to the reader, or something else.

Example
    the company changed its mouth -> the company changed its tune

When it is wrong
    A text may explain an idiom, or tell of a real horse on a real bridge.

Fix
    certain where no English sentence has the wording, its words stand together in their order outside quotation marks,
    and what English says fits in their place; likely where few have it; none for what may meet by chance, which has to
    stand word for word to be reported at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gazetteer.lexicon import Lexicon
from normalizers.finding import Evidence, Rule
from normalizers.page import Page
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import opened_at
from normalizers.tables import Row, table
from normalizers.verbs import bases, form_of, inflected, pasts

RULE = Rule("ZM601", "literal-idiom", "accuracy/mistranslation/overly-literal", "major")

WORD = re.compile(r"\{\w+\}|[A-Za-z]+")
EMPTY = frozenset(
    """a an the of and or in on at to for with by from into as its his her their our one your this that these
    those be is are was oneself not no can it he they you who what which when while if so but than then up out
    off there have has had do does will would just like also all somebody something others s""".split()
)
"""Words of a literal wording that say nothing by themselves."""
POSSESSIVES = {
    "his": "himself",
    "her": "herself",
    "its": "itself",
    "their": "themselves",
    "my": "myself",
    "our": "ourselves",
}
SPARE = 3
"""Words that may stand between those of the wording."""
LONG_ENOUGH = 4
UNUSUAL = 4.2
"""The Zipf frequency below which a word makes a short wording of the dictionary unusual."""
EXPLAINING = frozenset("literally called idiom saying proverb meaning means phrase".split())


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure a suggestion is: `whole` where the words stand together in their order, `loose` where they do not. A
    loose wording with 0 is not reported.
    """

    whole: float
    loose: float


BY_KIND = {"nonsense": Sureness(0.93, 0.75), "odd": Sureness(0.75, 0.6), "plain": Sureness(0.4, 0.0)}
"""By what `idioms.tsv` says of the wording. Whole nonsense is certain: of the rows marked so, none can be English."""
QUOTED = 0.8
"""The most that a wording may have within quotation marks, or where an idiom is explained."""
LONG, SHORT = Sureness(0.55, 0.55), Sureness(0.4, 0.4)
"""Of the dictionary's readings, which were written to explain."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A literal wording as stems, in order and each once, and what English says."""

    chinese: str
    literal: str
    english: str
    order: tuple[str, ...]
    stems: tuple[str, ...]
    sureness: Sureness
    verb: str
    """The verb that the wording begins with, where both wordings are verbs; else empty."""


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each wording. The stem of an irregular verb is that of its base: ate is eat."""
    page = reader.page
    known, stem, verbs = phrases(page.gazetteer.lexicon), page.gazetteer.lexicon.stem, bases()
    irregular = {word: stem(verbs[word]) for word in verbs.keys() & set(page.folded)}
    written = {*page.stems, *irregular.values()}
    triggers = {
        trigger
        for trigger in known.keys() & written
        if any(written.issuperset(phrase.stems) for phrase in known[trigger])
    }
    if not triggers:
        return
    stems = [irregular.get(word, own) for word, own in zip(page.folded, page.stems, strict=True)]
    places: dict[str, list[int]] = {}
    for at, found in enumerate(stems):
        if found in triggers:
            places.setdefault(found, []).append(at)
    written = set(stems)
    for trigger, numbers in places.items():
        for phrase in known[trigger]:
            if written.issuperset(phrase.stems):
                yield from _found(page, stems, numbers, phrase)


@lru_cache(maxsize=2)
def phrases(lexicon: Lexicon) -> dict[str, tuple[Phrase, ...]]:
    """The wordings of both tables by the stem of their rarest word."""
    found: dict[str, list[Phrase]] = {}
    rows = [(row, BY_KIND[row[3]]) for row in table("idioms")] + [(row, None) for row in table("idioms_dictionary")]
    for row, curated in rows:
        words = [word.lower() for word in WORD.findall(row[1]) if word[0] != "{" and word.lower() not in EMPTY]
        sureness = curated or _sureness(words, lexicon)
        if len(words) > 1 and sureness:
            rarest = min(words, key=lambda word: (lexicon.zipf(word), word))
            found.setdefault(lexicon.stem(rarest), []).append(_phrase(row, words, lexicon, sureness))
    return {trigger: tuple(items) for trigger, items in found.items()}


def _phrase(row: Row, words: list[str], lexicon: Lexicon, sureness: Sureness) -> Phrase:
    verbs = bases()
    order = tuple(lexicon.stem(verbs.get(word, word)) for word in words)
    first = row[1].removeprefix("to ").split()[0].lower()
    is_verb = row[2].startswith("to ") and first == words[0]
    english = row[2].removeprefix("to ")
    return Phrase(row[0], row[1], english, order, tuple(dict.fromkeys(order)), sureness, first if is_verb else "")


def _sureness(words: list[str], lexicon: Lexicon) -> Sureness | None:
    """How sure a wording of the dictionary is; None where ordinary English may have it by chance."""
    if len(words) >= LONG_ENOUGH:
        return LONG
    return SHORT if sum(lexicon.zipf(word) < UNUSUAL for word in words) > 1 else None


def _found(page: Page, stems: list[str], places: list[int], phrase: Phrase) -> Iterator[Proposal]:
    """The places where all words of the wording stand together."""
    until = -1
    for at in places:
        if at <= until or not (span := _together(page, stems, at, phrase.stems)):
            continue
        until = span[1]
        if proposal := _proposal(page, stems, span, phrase):
            yield proposal


def _proposal(page: Page, stems: list[str], span: tuple[int, int], phrase: Phrase) -> Proposal | None:
    first, last = span
    own = frozenset(page.folded[first : last + 1])
    in_order = tuple(stems[at] for at in range(first, last + 1) if page.folded[at] not in EMPTY)
    whole = in_order == phrase.order and ("{his}" not in phrase.literal or not own.isdisjoint(POSSESSIVES))
    if not _is_like(in_order, phrase.stems) and not own.isdisjoint(pasts() - EMPTY):
        return None
    confidence = phrase.sureness.whole if whole else phrase.sureness.loose
    if not confidence:
        return None
    start, end = page.span(first, last)
    wording, fits = _worded(page, first, last, phrase)
    if not fits or opened_at(page.text, start) is not None or _is_explained(page, first, last):
        confidence = min(confidence, QUOTED)
    claim = f"{phrase.chinese} is literally “{WORD.sub(_unslotted, phrase.literal)}”"
    return Proposal(RULE, start, end, wording, confidence, (Evidence(claim, 0.0),))


def _is_like(found: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether the wanted stems come in their order. In another order the tense of an irregular verb makes a sentence
    of its own: a crowd ate melons, where the idiom is a melon-eating crowd.
    """
    rest = iter(found)
    return all(stem in rest for stem in wanted)


def _is_explained(page: Page, first: int, last: int) -> bool:
    around = (*page.folded[max(0, first - 3) : first], *page.folded[last + 1 : last + 4])
    return not EXPLAINING.isdisjoint(around)


def _unslotted(match: re.Match[str]) -> str:
    return match.group().strip("{}")


def _together(page: Page, stems: list[str], at: int, wanted: tuple[str, ...]) -> tuple[int, int] | None:
    """The first and last word number of the words round `at` that have all the stems; two stems keep their order."""
    reach = len(wanted) + SPARE
    sentence, of = page.sentence_of[at], page.sentence_of
    places: dict[str, int] = {}
    for near in sorted(range(max(0, at - reach), min(len(of), at + reach + 1)), key=lambda other: abs(other - at)):
        if of[near] == sentence and stems[near] in wanted:
            places.setdefault(stems[near], near)
    if len(places) < len(wanted):
        return None
    first, last = min(places.values()), max(places.values())
    is_ordered = len(wanted) > 2 or places[wanted[0]] < places[wanted[1]]
    spare = SPARE + 2 if len(wanted) > 2 else 2
    return (first, last) if is_ordered and last - first + 1 <= len(wanted) + spare else None


def _worded(page: Page, first: int, last: int, phrase: Phrase) -> tuple[str, bool]:
    """What English says, with the possessive of the surface and in the form of its verb, and whether it fits there."""
    found = next((page.folded[at] for at in range(first, last + 1) if page.folded[at] in POSSESSIVES), None)
    possessive = found or "their"
    wording = phrase.english.replace("{himself}", POSSESSIVES[possessive]).replace("{his}", possessive)
    if not phrase.verb or (wording != phrase.english and not found):
        return wording, wording == phrase.english or bool(found)
    form = form_of(page.folded[first], phrase.verb, page.folded[first - 1] if first else "")
    verb, gap, rest = wording.partition(" ")
    return (inflected(verb, form) + gap + rest, True) if form else (wording, False)
