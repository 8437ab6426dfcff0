"""Phrases that speak of bodies, places and laws without naming one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from gazetteer.endings import body_words
from gazetteer.entity import Entity
from gazetteer.manner import is_media
from normalizers.page import Page, is_right, kinds_named


def bodies_of(page: Page, first: int, last: int) -> Iterator[str]:
    """The right names of organisations "of" which a surface would be a part: "School of Law of Peking University"."""
    for at in range(first + 1, last - 1):
        if page.texts[at] in ("of", "at", "under"):
            for mention in page.mentions_at(at + 1):
                if mention.last == last and "organization" in kinds_named(mention.facts) and is_right(mention):
                    yield mention.surface


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


def speaks_of_many(page: Page, first: int, last: int, forms: Collection[str]) -> bool:
    """Whether a surface ends in "authorities" or another plural of what offices are, and no right name in a plural; has
    one inside that no right name has ("Commissions of China"); or begins with one of what bodies are ("Banks in Hong
    Kong").
    """
    begun, inside = page.folded[first], OFFICES.intersection(page.folded[first:last])
    begun_with = {begun} if begun.endswith("s") and begun[:-1] in body_words() else set()
    if any(not any(word in form.casefold() for form in forms) for word in begun_with | inside):
        return True
    return page.folded[last] in OFFICES and not any(form.endswith("s") for form in forms)


OFFICES = frozenset(
    """administrations agencies authorities boards bureaus bureaux commissions committees councils courts departments
    divisions governments ministries offices organs""".split()
)
"""Plurals of what public bodies are called: more than one of them is no body of that name."""


def describes(page: Page, first: int, last: int, entity: Entity) -> bool:
    """Whether a surface says in lower case what something of a country, or of a place, is: "the Russian news agency";
    a central bank in capitals as well, which is so called whatever its name.

    Media of a place are called by its name and a noun ("Provence newspaper").
    """
    rest = [at for at in range(first + 1, last + 1) if not page.is_of_country(at)]
    if page.is_of_country(first) and [page.folded[at] for at in rest] == ["central", "bank"]:
        return True
    is_of_somewhere = page.is_of_country(first) or (page.is_of_place(first) and not is_media(entity))
    return bool(rest) and is_of_somewhere and not any(page.is_capitalised[at] for at in rest)


def is_of_another_country(page: Page, first: int, last: int, entity: Entity) -> bool:
    """Whether a surface has a country in it that neither is the entity's nor stands in one of its right names: a "China
    Fisheries Office" is none of Japan.
    """
    inside = (codes for at, codes in page.sentence_countries(first) if first <= at <= last and page.is_of_country(at))
    named = frozenset[str]().union(*inside)
    if not named or not entity.country or not named.isdisjoint(entity.country):
        return False
    return all(named.isdisjoint(form.plain) for form in page.gazetteer.forms.of(entity.right))


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
