"""A Chinese idiom or set phrase put into English word by word.

What it does
    Finds the literal wording of idioms by the stems of its words, in any order and with a few words between them,
    and names what English says.

Why it matters
    The picture means nothing to the reader, or something else.

Example
    the company changed its mouth -> the company changed its tune

When it is wrong
    A text may explain an idiom, or tell of a real horse on a real bridge.

Fix
    likely, and never applied: an idiom has several renderings, and the sentence may have to change round it.
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
from normalizers.tables import Row, table

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
CURATED, LONG, SHORT = 0.8, 0.55, 0.4
LONG_ENOUGH = 4
UNUSUAL = 4.2
"""The Zipf frequency below which a word makes a short wording of the dictionary unusual."""
PAST = {
    "be": "was", "become": "became", "break": "broke", "bring": "brought", "cast": "cast", "fall": "fell",
    "feed": "fed", "feel": "felt", "fight": "fought", "get": "got", "give": "gave", "go": "went", "hold": "held",
    "keep": "kept",
    "let": "let", "lose": "lost", "make": "made", "shoot": "shot", "shut": "shut", "stand": "stood", "take": "took",
    "strike": "struck",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """A literal wording as stems, and what English says. `confidence` is that of the suggestion."""

    chinese: str
    literal: str
    english: str
    stems: tuple[str, ...]
    confidence: float


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a suggestion for each wording."""
    page = reader.page
    stems = page.document_stems
    known = phrases(page.gazetteer.lexicon)
    for trigger in known.keys() & stems:
        for phrase in known[trigger]:
            if stems.issuperset(phrase.stems):
                yield from _found(page, trigger, phrase)


@lru_cache(maxsize=2)
def phrases(lexicon: Lexicon) -> dict[str, tuple[Phrase, ...]]:
    """The wordings of both tables by the stem of their rarest word."""
    found: dict[str, list[Phrase]] = {}
    rows = [(row, CURATED) for row in table("idioms")] + [(row, 0.0) for row in table("idioms_dictionary")]
    for row, confidence in rows:
        words = [word.lower() for word in WORD.findall(row[1]) if word[0] != "{" and word.lower() not in EMPTY]
        if len(words) < 2 or not (sure := confidence or _sureness(words, lexicon)):
            continue
        rarest = min(words, key=lambda word: (lexicon.zipf(word), word))
        phrase = _phrase(row, words, lexicon, sure)
        found.setdefault(lexicon.stem(rarest), []).append(phrase)
    return {trigger: tuple(items) for trigger, items in found.items()}


def _phrase(row: Row, words: list[str], lexicon: Lexicon, confidence: float) -> Phrase:
    return Phrase(row[0], row[1], row[2], tuple(dict.fromkeys(map(lexicon.stem, words))), confidence)


def _sureness(words: list[str], lexicon: Lexicon) -> float:
    """How sure a wording of the dictionary is; 0 where ordinary English may have it by chance."""
    if len(words) >= LONG_ENOUGH:
        return LONG
    return SHORT if sum(lexicon.zipf(word) < UNUSUAL for word in words) > 1 else 0.0


def _found(page: Page, trigger: str, phrase: Phrase) -> Iterator[Proposal]:
    """The places where all words of the wording stand together."""
    until = -1
    for at, stem in enumerate(page.stems):
        if stem != trigger or at <= until or not (span := _together(page, at, phrase.stems)):
            continue
        until = span[1]
        start, end = page.span(*span)
        claim = f"{phrase.chinese} is literally “{WORD.sub(_unslotted, phrase.literal)}”"
        replacement = _worded(page, span[0], span[1], phrase)
        yield Proposal(RULE, start, end, replacement, phrase.confidence, (Evidence(claim, 0.0),))


def _unslotted(match: re.Match[str]) -> str:
    return match.group().strip("{}")


def _together(page: Page, at: int, wanted: tuple[str, ...]) -> tuple[int, int] | None:
    """The first and last word number of the words round `at` that have all the stems; two stems keep their order."""
    reach = len(wanted) + SPARE
    sentence, of = page.sentence_of[at], page.sentence_of
    places: dict[str, int] = {}
    for near in sorted(range(max(0, at - reach), min(len(of), at + reach + 1)), key=lambda other: abs(other - at)):
        if of[near] == sentence and page.stems[near] in wanted:
            places.setdefault(page.stems[near], near)
    if len(places) < len(wanted):
        return None
    first, last = min(places.values()), max(places.values())
    is_ordered = len(wanted) > 2 or places[wanted[0]] < places[wanted[1]]
    spare = SPARE + 2 if len(wanted) > 2 else 2
    return (first, last) if is_ordered and last - first + 1 <= len(wanted) + spare else None


def _worded(page: Page, first: int, last: int, phrase: Phrase) -> str:
    """What English says, with the possessive of the surface and the tense of its verb."""
    possessive = next((page.folded[at] for at in range(first, last + 1) if page.folded[at] in POSSESSIVES), "their")
    wording = phrase.english.replace("{his}", possessive).replace("{himself}", POSSESSIVES[possessive])
    verb, gap, rest = wording.partition(" ")
    surface, stem = page.folded[first], page.gazetteer.lexicon.stem
    if stem(verb) == stem(surface):
        return surface + gap + rest
    if surface.endswith("ed") and WORD.match(phrase.literal) and not phrase.literal.split()[0].endswith("ed"):
        return past(verb) + gap + rest
    return wording


def past(verb: str) -> str:
    """The past tense of a verb that a wording begins with.

    >>> past("shift"), past("make"), past("deny")
    ('shifted', 'made', 'denied')
    """
    if verb in PAST:
        return PAST[verb]
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else verb + "ed"
