"""The meaning of a name's parts, in whatever order and with whichever of their glosses.

百年孤独 becomes "One Hundred Years of Loneliness", 盗梦空间 "Dream Theft Space", 国家发展和改革委员会 "National
Reform and Development Commission". Nobody can list all that such names become: what is indexed are the stems that each
part of the name may give; a phrase that is written like a name is one of its renderings where each part of the name is
said by a word of the phrase, and each word of the phrase says a part of the name.

Parts may also be read aloud, alone or several together (半泽直树 "Half Zezhi Shu"), a word of two characters may be
said by one of them (群体免疫 "Group Immunity"), and a foreign word in the name may be spelt by ear (雷曼兄弟 "Leeman
Brothers").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from gazetteer.entity import Entity
from gazetteer.keys import FUNCTION_WORDS, fold, words
from gazetteer.pinyin_names import syllables_in
from gazetteer.renderings.channel import Rendering, Tools
from gazetteer.renderings.gloss import LATIN, PARTS, divisions, said, title
from gazetteer.renderings.sound import SHORTEST, reading_skeletons, skeleton

NAME = "meaning"

KINDS = frozenset({"organization", "work", "term", "event", "product"})
"""Kinds of entities whose names mean something."""
LONGEST = 24
"""Characters of the longest name that is divided by its meaning."""
BY_CHARACTERS = 5
"""Characters of the longest name that is divided into its characters, too."""
MOST_PARTS = 12
"""Parts of the longest name that is indexed."""
TWO = 2
"""Characters of the words that one of their characters may say."""
MOST_BY_CHARACTER = 3
"""Parts of the longest name of which one may be said by one of its characters."""
CHARACTER_RANK, MOST_OF_A_CHARACTER = 4, 3
"""The rank of the first gloss of such a character, and how many of its glosses are heard."""
ALOUD, GOING_ON = 13, 14
"""In place of a rank: that a part is read aloud, and that it goes on with what the part before it began."""
SHORTEST_FOREIGN = 4
"""Letters of the shortest word of a right name that may be spelt by ear."""
EAR = "~"
"""Before the consonant skeleton of such a word (`gazetteer.renderings.sound`), in place of a stem."""
LONGEST_ALOUD = 4
"""Syllables of the longest word of pinyin that stands for several parts."""
SAYING_NOTHING = FUNCTION_WORDS | frozenset("is are am be was were been do does 's it one's oneself".split())
"""Words that a part of a name may give, and that a phrase may have, without saying anything."""


StemsOf = Callable[[str, bool], dict[str, int] | None]
"""What `part_stems` gives for a part, of one set of tools."""


class Part(NamedTuple):
    """That a stem may say one of the `parts` of the Chinese form `written`: the part `number`, by the gloss `rank`."""

    stem: str
    written: int
    by_characters: bool
    number: int
    parts: int
    rank: int


def claim(written: str, surface: str) -> str:
    """How `written` became `surface`, in words."""
    return f"“{surface}” says, in other words or in another order, what {written} says"


def render(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield nothing: what this channel renders is found by `stated`."""
    return iter(())


def stated(entity: Entity, tools: Tools, stems_of: StemsOf | None = None) -> Iterator[Part]:
    """Yield what each stem may say of the Chinese forms of the entity; `stems_of` is `part_stems` with a memory."""
    stems_of = stems_of or partial(part_stems, tools)
    if entity.kind not in KINDS or entity.weak:
        return
    names = _names(entity, tools)
    for written, form in enumerate(entity.zh):
        han = title(form.replace("·", ""))
        if not 2 <= len(LATIN.sub("0", han)) <= LONGEST:
            continue
        found = divisions(han, tools)
        plain = [found[0]] if found else []
        characters = tuple(map(str, PARTS.findall(han)))
        if len(characters) <= BY_CHARACTERS and characters not in plain:
            plain.append(characters)
        for by_characters, division in enumerate(plain):
            yield from _parts(division, written, bool(by_characters), names, tools, stems_of)


class _Names(NamedTuple):
    """Of an entity's right names the stems that say nothing as pinyin, and the consonant skeletons of their words."""

    known: frozenset[str]
    skeletons: frozenset[str]


def _names(entity: Entity, tools: Tools) -> _Names:
    """Of two wordings of an organisation both may be right: what they share is no sign of a wrong one."""
    written = {fold(word.text) for form in entity.right for word in words(form) if word.text[:1].isupper()}
    known = frozenset(map(tools.lexicon.stem, written)) if entity.kind == "organization" else frozenset()
    foreign = (word for word in written if len(word) >= SHORTEST_FOREIGN and not syllables_in(word))
    return _Names(known, frozenset(found for word in foreign if len(found := skeleton(word)) >= SHORTEST))


def _parts(
    division: tuple[str, ...], written: int, by_characters: bool, names: _Names, tools: Tools, stems_of: StemsOf
) -> Iterator[Part]:
    is_short = len(division) <= MOST_BY_CHARACTER
    saying = [(part, stems) for part in division if (stems := stems_of(part, is_short)) is not None]
    if not 2 <= len(saying) <= MOST_PARTS or not all(stems for _, stems in saying):
        return
    found = [dict(stems) for _, stems in saying]
    for heard, numbers in _read_aloud([part for part, _ in saying], names, tools):
        for number in numbers:
            found[number].setdefault(heard, ALOUD if number == numbers[0] else GOING_ON)
    for number, stems in enumerate(found):
        for stem, rank in stems.items():
            yield Part(stem, written, by_characters, number, len(saying), rank)


def part_stems(tools: Tools, part: str, by_character: bool) -> dict[str, int] | None:
    """The stems that may say a part, with the rank of the gloss; None for a part that says nothing (的, 和).

    `by_character`: a word of two characters may be said by one of them.
    """
    glosses = said(part, tools)
    if glosses and not _content(glosses[0]):
        return None
    found = _ranked(glosses, 0, tools)
    if by_character and len(part) == TWO and not (glosses and glosses[0][0].isupper()):
        for character in part:
            for stem, rank in _ranked(tools.glosses.of(character)[:MOST_OF_A_CHARACTER], CHARACTER_RANK, tools).items():
                found.setdefault(stem, rank)
    return found


def _ranked(glosses: Sequence[str], first: int, tools: Tools) -> dict[str, int]:
    found: dict[str, int] = {}
    for rank, gloss in enumerate(glosses, first):
        for word in _content(gloss):
            found.setdefault(tools.lexicon.stem(fold(word)), rank)
    return found


def _read_aloud(parts: list[str], names: _Names, tools: Tools) -> Iterator[tuple[str, range]]:
    """Parts that stand side by side as one word of pinyin, with their numbers, and as one spelt by ear. Syllables that
    are English words say nothing by themselves.
    """
    readings = tools.syllables("".join(parts), False)
    if len(readings) != sum(map(len, parts)):
        return
    ends = list(accumulate(map(len, parts), initial=0))
    for first in range(len(parts)):
        for after in range(first + 1, len(parts) + 1):
            size = ends[after] - ends[first]
            if size > LONGEST_ALOUD:
                break
            reading = tuple(options[0] for options in readings[ends[first] : ends[after]])
            spelt = "".join(reading)
            stem = tools.lexicon.stem(spelt)
            if stem not in names.known and (size > 1 or not tools.lexicon.is_ordinary(spelt)):
                yield stem, range(first, after)
            if size > 1 and names.skeletons:
                for found in reading_skeletons(reading) & names.skeletons:
                    yield EAR + found, range(first, after)


def _content(gloss: str) -> list[str]:
    return [word.text for word in words(gloss) if word.text.lower() not in SAYING_NOTHING]
