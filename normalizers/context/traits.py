"""Traits of a surface (`gazetteer.evidence.TRAITS`): by its letters, its place, its phrase, and right names."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.claims.kinds import KIND_NOUNS
from gazetteer.endings import body_words, place_words
from gazetteer.keys import FUNCTION_WORDS
from gazetteer.pinyin_names import is_chinese_name, syllables_in
from normalizers.context.neighbours import LEGAL_FORMS, goes_on, goes_on_behind, joins
from normalizers.context.pinyin import UNKNOWN, is_right_name, is_unknown_pinyin
from normalizers.context.private import is_private, is_told_of
from normalizers.context.reporting import is_reporting
from normalizers.context.surroundings import Surroundings
from normalizers.page import Page, is_right
from normalizers.page.slots import is_quoted, is_source


def own_traits(page: Page, first: int, last: int) -> frozenset[str]:
    """What a surface is by itself (`gazetteer.bounds.SEEN_ALONE`), worked out once."""
    found: frozenset[str] | None = page.remembered.get((own_traits, first, last))
    if found is None:
        start, end = page.span(first, last)
        content = [at for at in range(first, last + 1) if page.texts[at] not in FUNCTION_WORDS]
        inside = [at for at in content if at == first or not is_next_initial(page, at)]
        traits = ["lower case" if page.text[start:end].islower() else "capitalised"]
        traits.append(("one word", "two words", "three words")[min(len(inside), 3) - 1])
        if traits == ["lower case", "three words"]:
            traits.append("three words in lower case")
        if len(inside) == 2 and any(map(page.is_of_country, inside)):
            traits.append("country and a word")
        if all(page.is_capitalised[at] for at in inside):
            traits.append("all capitals")
        elif len(inside) > 1 and all(page.is_capitalised[at] for at in inside[:-1]):
            traits += ["sort in lower case"] * _ends_in_its_sort(page, inside[-1])
        if is_quoted(page.text, start, end):
            traits.append("quoted")
        found = page.remembered[own_traits, first, last] = frozenset(traits)
    return found


def _ends_in_its_sort(page: Page, last: int) -> bool:
    """Whether the last word of a surface says of what sort a thing is, and not the next one with it ("news agency")."""
    goes_on = last + 1 < len(page.texts) and page.gaps[last + 1] == " " and is_sort(page.folded[last + 1])
    return is_sort(page.folded[last]) and not goes_on


def is_sort(word: str) -> bool:
    """Whether a word, folded, says of what sort a thing is."""
    return word in SORTS or word in body_words() or word in place_words()


SORTS = frozenset(word for nouns in KIND_NOUNS.values() for word in nouns.split())
"""Words of what sort a thing is, behind its name: "Team newspaper"."""


def is_next_initial(page: Page, at: int) -> bool:
    """Whether a word is a further letter of an abbreviation with stops: "U.S." is one word, not two."""
    return page.gaps[at] == "." and len(page.texts[at]) == len(page.texts[at - 1]) == 1


def traits_of_letters(page: Page, first: int, last: int) -> Iterator[str]:
    """What a surface is by its letters."""
    start, end = page.span(first, last)
    surface = page.text[start:end]
    yield "Chinese name" if is_chinese_name(surface) else "no Chinese name"
    if all(map(syllables_in, page.folded[first : last + 1])):
        yield "spelt like pinyin"
    if first == last and page.zipfs[first] >= UNKNOWN:
        yield "known word"
    if first < last and any(is_unknown_pinyin(page, at) and is_right_name(page, at) for at in range(first, last + 1)):
        yield "right name in it"


WHERE = frozenset(
    {"in", "near", "at", "from", "to", "outside", "toward", "towards", "across", "around", "into", "via", "off"}
)
"""Words before the place where something is, or to which it goes."""

LOCAL_BEFORE = 2
"""Words before the name of a body that may make it a local one."""

LOCAL = frozenset(
    """provincial municipal county city district prefecture prefectural township town village regional local state
    autonomous region province""".split()
)
"""Words before the name of a body that make it one of a part of the country."""


def traits_of_place(
    page: Page, first: int, last: int, around: Surroundings, countries: frozenset[str]
) -> Iterator[str]:
    """What the place of a surface says of it; `countries` are named in its sentence."""
    if is_source(page.text, *page.span(first, last)):
        yield "source slot"
    if is_reporting(page, first, last):
        yield "reporting"
    if "CN" in countries:
        yield "China named"
    if first and page.gaps[first] == " " and page.texts[first - 1] in WHERE:
        yield "where it is"
    if is_private(page, around.before, around.after):
        yield "private person"
    elif is_told_of(page, around.before, around.after):
        yield "told of"
    if _is_local(page, first, last):
        yield "local body"
    if _has_legal_form(page, last):
        yield "legal form"


def _has_legal_form(page: Page, last: int) -> bool:
    """Whether a surface ends in "Inc" or the like, or has it behind it. "Co., Ltd." is how firms of China are put."""
    behind = last + 1 < len(page.texts) and page.gaps[last + 1] in (" ", ", ") and page.folded[last + 1] in LEGAL_FORMS
    if page.folded[last] not in LEGAL_FORMS and not behind:
        return False
    follows = last + 1 + behind
    return follows == len(page.texts) or page.folded[follows] not in ("ltd", "limited")


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


def traits_of_right_names(page: Page, first: int, last: int, around: Surroundings) -> Iterator[str]:
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


def _named_beside(page: Page, first: int) -> set[str]:
    """The countries that the text names by other words than the one that a surface begins with."""
    return {code for at, codes in page.countries if page.folded[at] != page.folded[first] for code in codes}


def traits_of_phrase(page: Page, first: int, last: int, is_common: bool) -> Iterator[str]:
    """How the surface stands among English phrases; `is_common` is whether all of its pairs of words are."""
    if is_common:
        yield "common phrase"
    if joins(page, first - 1) or joins(page, last):
        yield "common with its neighbours"
    if goes_on(page, first, last):
        yield "in a longer name"
        if goes_on_behind(page, last):
            yield "begins a longer name"
