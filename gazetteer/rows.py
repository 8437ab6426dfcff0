"""One entity -> the keys under which an index finds it, each with its packed posting."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial

from gazetteer.entity import Entity
from gazetteer.keys import LONGEST_KEY, key, words
from gazetteer.lexicon import Lexicon
from gazetteer.posting import HOLDER, ID, MEANING, OFFICE, Posting, Said
from gazetteer.renderings import CHANNELS, RIGHT, Tools
from gazetteer.renderings.meaning import part_stems, stated

MOST_FORMS = 16
"""Chinese forms of one entity that a posting can tell apart."""
MOST_ODD = 15.0
"""The oddness that a posting can hold."""


_Garbled = tuple[float, int, int, tuple[str, ...], bool]


class Pieces:
    """What is kept of pieces of names, which come back thousands of times: keys of renderings, how odd they are in
    English, and what may say a part of a name.
    """

    def __init__(self, tools: Tools) -> None:
        lexicon = tools.lexicon
        self.stems = lru_cache(maxsize=1 << 16)(partial(part_stems, tools))
        self.key = lru_cache(maxsize=1 << 18)(lambda piece: key(piece, lexicon))
        self.oddness = lru_cache(maxsize=1 << 18)(lambda piece: oddness(piece, lexicon))


def rows(entity: Entity, ordinal: int, tools: Tools, pieces: Pieces) -> Iterator[tuple[str, int]]:
    """Yield the keys of one entity with their packed postings, one posting for a key."""
    right = Posting(ordinal, RIGHT).pack()
    yield ID + entity.id, right
    if entity.kind == "office":
        for country in entity.country or ("",):
            yield OFFICE + country, right
    for office in sorted({tenure.office for tenure in entity.held}):
        yield HOLDER + office, right
    names = {found for form in entity.right if (found := key(form, tools.lexicon))}
    named = Posting(ordinal, RIGHT, weak=entity.weak).pack()
    for found in sorted(names):
        yield found, named
    for found, (cost, channel, written, parts, turned) in _garbled(entity, tools, pieces).items():
        if found not in names:
            odd = min(MOST_ODD, sum(map(pieces.oddness, parts)))
            yield found, Posting(ordinal, channel, cost, min(written, 15), odd, entity.weak, turned).pack()
    for part in stated(entity, tools, pieces.stems):
        if part.written < MOST_FORMS:
            yield MEANING + part.stem, Said(ordinal, *part[1:]).pack()


def _garbled(entity: Entity, tools: Tools, pieces: Pieces) -> dict[str, _Garbled]:
    """By key, the cheapest rendering of the entity: cost, channel, Chinese form, pieces, whether turned."""
    best: dict[str, _Garbled] = {}
    key_of = pieces.key
    for number, channel in enumerate(CHANNELS, 1):
        if entity.weak and not getattr(channel, "FOR_WEAK", False):
            continue
        prefix = getattr(channel, "PREFIX", "")
        for parts, cost, written, turned in channel.render(entity, tools):
            found = prefix + parts[0] if prefix else "".join(map(key_of, parts))
            if found and len(found) <= LONGEST_KEY and (found not in best or cost < best[found][0]):
                best[found] = (cost, number, written, parts, turned)
    return best


def oddness(form: str, lexicon: Lexicon) -> float:
    """How unlikely `form` is to be met by chance in English (0 ordinary to 15), by the frequencies of its words.

    The sum over its words of how far each lies below the commonest words of English, in powers of ten (Zipf frequency
    7).
    """
    return min(MOST_ODD, sum(7.0 - lexicon.zipf(word.text.lower()) for word in words(form)))
