"""How a run of words stands in its sentence: what it governs or qualifies, and what explains it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

import regex

from gazetteer.endings import body_words
from gazetteer.entity import Entity
from gazetteer.keys import FUNCTION_WORDS
from gazetteer.listed import ORGANIZATION, WORK
from gazetteer.manner import is_media
from gazetteer.pinyin_names import is_chinese_name
from gazetteer.similarity import squash
from normalizers.dating import MONTHS
from normalizers.page import HYPHENS, Page, is_right, kinds_named
from normalizers.page.slots import is_quoted

JOINING = frozenset(
    """after before since until till while when where because although though if unless than whether about over under
    between among through during against without within across behind beside above below toward towards upon
    per""".split()
)
"""Words in lower case that govern what follows them, or open a clause (the shortest are in `FUNCTION_WORDS`)."""
DETERMINING = frozenset("all any both each every its most no other same several some such their these those".split())
"""Words that belong to the noun behind them, where one stands there."""
AUXILIARY = frozenset(
    "is are was were has have had will would can could must may might shall should do does did".split()
)
"""Verbs that go on with the sentence behind a phrase."""
EXPLAINED = regex.compile(r"[\"”’»」』》]?\s?\(\s?[\"“‘]?\p{Latin}+[ ,]\p{Latin}")
"""An explanation in brackets, of two words of Latin letters or more, directly behind a name."""


def governs_what_follows(page: Page, last: int) -> bool:
    """Whether a surface ends in a word that governs what stands behind it, or determines it: "the film after the
    reform", "clean water for every village".
    """
    behind = last + 1
    if behind >= len(page.texts) or page.gaps[behind] != " ":
        return False
    follows = page.texts[behind]
    is_noun = follows.islower() and follows not in FUNCTION_WORDS | JOINING | AUXILIARY
    determines = page.texts[last] in DETERMINING and is_noun
    return determines or page.texts[last] in JOINING


def is_verb(page: Page, first: int) -> bool:
    """Whether a phrase begins with the verb of an auxiliary before it: "does not reflect banking liquidity"."""
    if not first or page.gaps[first] != " " or not page.texts[first].islower():
        return False
    before = page.texts[first - 1]
    return before in MODAL or (before == "not" and first > 1 and page.texts[first - 2] in AUXILIARY - BEING)


def goes_on_with_its_subject(page: Page, last: int, forms: Iterable[str]) -> bool:
    """Whether a surface ends in "Conference" or the like, what it is on follows with a capital, and no right name says
    so: "United Nations Conference on Trade and Development".
    """
    at = last + 2
    if page.folded[last] not in DELIBERATING or at >= len(page.texts) or page.texts[last + 1] != "on":
        return False
    return page.is_capitalised[at] and not any(" on " in form for form in forms)


DELIBERATING = frozenset("conference committee commission council convention".split())
"""Bodies that are named by what they are on."""

MODAL = frozenset("will would can cannot could must may might shall should".split())
"""Auxiliaries behind which a verb stands."""
BEING = frozenset("is are was were".split())
"""Auxiliaries behind which, and "not", a noun may stand."""


def is_second_half(page: Page, first: int) -> bool:
    """Whether a phrase in lower case begins with the second half of a compound: "demand-oriented policy", and not
    "post-war order".
    """
    is_tied = first > 0 and page.gaps[first] in HYPHENS and page.texts[first].islower()
    return is_tied and page.folded[first - 1] not in PREFIXES


PREFIXES = frozenset(
    "anti co cross ex inter mid mini multi neo non post pre pro pseudo re semi sub super trans ultra vice".split()
)
"""Words before a hyphen that leave the phrase behind it as it is."""


def is_day_of_month(page: Page, first: int) -> bool:
    """Whether a phrase begins with the day of the month before it: "the April 2 meeting"."""
    return first > 0 and page.texts[first].isdecimal() and page.folded[first - 1] in MONTHS


def qualifies_what_follows(page: Page, last: int, forms: Iterable[str]) -> bool:
    """Whether the last word of a phrase is an adjective of the next word, and the right name ends with none:
    "fan circle cultural" events are no fan circle culture.
    """
    behind = last + 1
    if not page.folded[last].endswith(ADJECTIVAL) or behind >= len(page.texts) or page.gaps[behind] != " ":
        return False
    goes_on = page.texts[behind].islower() and page.texts[behind] not in FUNCTION_WORDS | JOINING
    return goes_on and not any(form.lower().endswith(ADJECTIVAL) for form in forms)


ADJECTIVAL = ("al", "ic", "ive", "ous", "ary", "ory", "ful", "ible", "able", "ish", "less")
"""Endings of adjectives (and of a few nouns)."""


def bodies_of(page: Page, first: int, last: int) -> Iterator[str]:
    """The right names of organisations "of" which a surface would be a part: "School of Law of Peking University"."""
    for at in range(first + 1, last - 1):
        if page.texts[at] in ("of", "at", "under"):
            for mention in page.mentions_at(at + 1):
                if mention.last == last and "organization" in kinds_named(mention.facts) and is_right(mention):
                    yield mention.surface


def speaks_of_many(page: Page, first: int, last: int, forms: Iterable[str]) -> bool:
    """Whether a surface ends in "authorities" or another plural of what offices are, and no right name in a plural; or
    begins with one of what bodies are ("Banks in Hong Kong").
    """
    begun = page.folded[first]
    if begun.endswith("s") and begun[:-1] in body_words() and not any(begun in form.casefold() for form in forms):
        return True
    return page.folded[last] in OFFICES and not any(form.endswith("s") for form in forms)


def is_listed(page: Page, first: int, last: int) -> bool:
    """Whether a surface is a right name that is only listed (`gazetteer.listed`): of a body or firm where it is written
    like one, of a film or book where it stands in quotation marks.
    """
    start, end = page.span(first, last)
    listed, letters = page.gazetteer.listed, squash(page.text[start:end])
    if letters in listed[ORGANIZATION]:
        return page.is_capitalised[first] and page.is_capitalised[last]
    begin = page.starts[first - 1] if first and page.texts[first - 1] == "The" else start
    return squash(page.text[begin:end]) in listed[WORK] and is_quoted(page.text, begin, end)


def is_part_of_title(page: Page, first: int, last: int) -> bool:
    """Whether a surface is a part of what stands between quotation marks and is written like a title: "Miracles" in
    "Pocketful of Miracles".
    """
    begin = first - 1 if first and page.texts[first - 1] in ARTICLES else first
    return any(start <= begin and last <= stop and (start, stop) != (begin, last) for start, stop in _titles(page))


ARTICLES = frozenset({"A", "An", "The"})


def _titles(page: Page) -> tuple[tuple[int, int], ...]:
    """The first and last words of what stands between quotation marks and is written like a title."""
    found: tuple[tuple[int, int], ...] | None = page.remembered.get(_titles)
    if found is None:
        quoted = (match.span(1) for match in QUOTED.finditer(page.text))
        titles = [span for span in quoted if TITLE.fullmatch(page.text, *span)]
        words = ((bisect_left(page.starts, start), bisect_left(page.starts, end) - 1) for start, end in titles)
        found = page.remembered[_titles] = tuple(words)
    return found


QUOTED = regex.compile(r"[\"“‘«「『《]([^\"“”‘«»「」『』《》\n]{3,80})[\"”’»」』》]")
"""What stands between quotation marks, on one line."""
TITLE = regex.compile(r"(?:\p{Lu}[\w'’.-]*+|an?|and|at|by|for|from|in|into|of|on|or|the|to|with|&|[\s,:!?-]++)+\p{Po}?")
"""Words with capitals, and the small words of a title between them."""


def is_one_of_many(page: Page, first: int, last: int) -> bool:
    """Whether an indefinite article stands before a surface, and no noun behind it that the article belongs to: "a
    House committee in Tokyo" is any one.
    """
    if not first or page.texts[first - 1] not in ("a", "an") or page.gaps[first] != " ":
        return False
    behind = last + 1
    if behind >= len(page.texts) or page.gaps[behind] not in (" ", "-"):
        return True
    return page.texts[behind] in FUNCTION_WORDS | JOINING | AUXILIARY


OFFICES = frozenset(
    """administrations agencies authorities boards bureaus bureaux commissions committees councils courts departments
    divisions governments ministries offices organs""".split()
)
"""Plurals of what public bodies are called: more than one of them is no body of that name."""


def is_adjective_of(word: str, names: Iterable[str]) -> bool:
    """Whether a casefolded word is what people or things of a place are called: it begins alike, and ends so.

    >>> is_adjective_of("chechen", ["Chechnya"]), is_adjective_of("henei", ["Hanoi"])
    (True, False)
    """
    if not word.endswith(DEMONYMS):
        return False
    return any(name.casefold().startswith(word[:SHORTEST_BEGINNING]) for name in names)


DEMONYMS = ("an", "en", "ese", "i", "ish", "er", "ar", "eno", "ino")
"""How words for people of a place end."""
SHORTEST_BEGINNING = 4


def is_brand(word: str) -> bool:
    """Whether a word has capitals inside as brands have and people's names have not.

    >>> is_brand("BankSA"), is_brand("McCain"), is_brand("DeSantis"), is_brand("NATO")
    (True, False, False, False)
    """
    if word.isupper() or word[1:].islower():
        return False
    return PARTICLE.match(word) is None and any(letter.isupper() for letter in word[1:])


PARTICLE = regex.compile(r"(?:Ma?c|De[lr]?|Di|Du|La|Le|Van|Fitz|Al|El|O['’]?)\p{Lu}\p{Ll}+\Z")
"""A name with a particle before it, written together."""


def describes(page: Page, first: int, last: int, entity: Entity) -> bool:
    """Whether a surface says in lower case what something of a country, or of a place, is: "the Russian news agency".

    Media of a place are called by its name and a noun ("Provence newspaper").
    """
    rest = [at for at in range(first + 1, last + 1) if not page.is_of_country(at)]
    is_of_somewhere = page.is_of_country(first) or (page.is_of_place(first) and not is_media(entity))
    return bool(rest) and is_of_somewhere and not any(page.is_capitalised[at] for at in rest)


def is_place_of_its_sort(page: Page, first: int, last: int) -> bool:
    """Whether a surface is the right name of a place with the word for what it is: "Shanghai City"."""
    if page.folded[last] not in UNITS:
        return False
    named = (mention for mention in page.mentions_at(first) if mention.last == last - 1 and is_right(mention))
    return any(known.kind == "place" for mention in named for known in mention.facts.right)


UNITS = frozenset("city province county prefecture district town township village state region municipality".split())
"""What parts of a country are."""


def is_bill_of(page: Page, first: int, last: int, forms: Iterable[str]) -> bool:
    """Whether a surface is a right name with "bill" for "act": what a law is before it is passed."""
    if page.folded[last] != "bill":
        return False
    before = page.text[page.starts[first] : page.starts[last]].lower()
    return any(form.lower() == f"{before}act" for form in forms)


def takes_a_family_name(page: Page, first: int, last: int) -> bool:
    """Whether the last word of a surface is the family name of the word behind it, and what stands before it a right
    name by itself: "Xinhua Wang Kun".
    """
    behind = last + 1
    if last == first or behind >= len(page.texts) or page.gaps[behind] != " " or not page.is_capitalised[behind]:
        return False
    if not any(mention.last == last - 1 and is_right(mention) for mention in page.mentions_at(first)):
        return False
    return is_chinese_name(page.text[page.starts[last] : page.ends[behind]])


def is_explained(page: Page, last: int) -> bool:
    """Whether brackets behind a surface say it in other words: whoever wrote them left the name in its own language."""
    return EXPLAINED.match(page.text, page.ends[last], page.ends[last] + LONGEST_OPENING) is not None


def is_explanation(page: Page, first: int, entity: Entity) -> bool:
    """Whether a surface says what a right name means, or what it is in Chinese: in brackets directly behind the right
    name of the entity ("Xinhua (New China)"), there between quotation marks behind any name, or behind words that say
    so ("which means", "the Chinese title").
    """
    if not first:
        return False
    if page.starts[first] in _meanings(page):
        return True
    opened = OPENED.fullmatch(page.gaps[first])
    if opened is None and page.texts[first - 1] not in ALSO_LAST:
        return False
    beside = [m for at in range(max(0, first - LONGEST_NAMED), first) for m in page.mentions_at(at)]
    if opened is None:
        named = (m for m in beside if m.last < first and entity in m.facts.right and is_right(m))
        return any(ALSO.fullmatch(page.text, m.end, page.starts[first]) for m in named)
    return any(m.last == first - 1 and m.facts.right and (opened[1] or entity in m.facts.right) for m in beside)


def _meanings(page: Page) -> frozenset[int]:
    """Where in the text the meaning of a name begins, or its Chinese form, by the words before it; worked out once."""
    found: frozenset[int] | None = page.remembered.get(_meanings)
    if found is None:
        found = page.remembered[_meanings] = frozenset(match.end() for match in EXPLAINING.finditer(page.text))
    return found


OPENED = regex.compile(r"[\"”’»」』》]?\s?\(\s?([\"“‘«「『《]?)")
"""What stands between a name and its explanation."""
EXPLAINING = regex.compile(
    r"\b(?:means|meaning|literally|translates? (?:as|to)|in Chinese(?: as)?"
    r"|(?:reads?|pronounced|spel(?:t|led)|written)(?: as)?"
    r"|(?:[Cc]hinese|older|old|former|local) (?:title|name)\b[^.\n\"“]{0,40})"
    r"[,:]?\s{1,2}[\"“‘«「『《](?=\w)"
)
"""What stands before the meaning of a name, or before its Chinese form. Without the quotation mark anything may follow:
"which means Mr Bolsonaro will not come".
"""
ALSO = regex.compile(
    r",?\s(?:or|(?:who is )?also (?:known|called|spel(?:t|led)|written)(?: as)?|(?:better )?known as"
    r"|whose \p{L}+ name is|alias)\s"
)
"""What stands between a right name and another one of the same."""
ALSO_LAST = frozenset({"or", "as", "called", "spelt", "spelled", "written", "is", "alias"})
"""The last words of that."""
LONGEST_NAMED = 10
"""Words of the longest name that an explanation is looked for behind, and of what stands between them."""

LONGEST_OPENING = 60
"""Code points behind a surface in which an explanation begins."""
