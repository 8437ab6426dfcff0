"""Whether a name is introduced as that of somebody not known."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from gazetteer.keys import FUNCTION_WORDS
from normalizers.page import Page

NEWS_ROLES = frozenset(
    """reporter reporters report correspondent correspondents editor editors photo photos photograph photographer
    photographers journalist journalists author authors edit""".split()
)
"""Words beside the names of those who wrote or pictured the news."""

WRITING_BEHIND = NEWS_ROLES | {"reported", "reports", "edited", "photographed"}
"""The same behind such a name: "reported that" stands before the names of those whom the news is about."""

OF_STATE = frozenset(
    """minister president premier chancellor ambassador governor senator general king queen prince princess spokesman
    spokeswoman envoy magnate tycoon billionaire superstar champion laureate medalist medallist winner dissident
    commander""".split()
)
"""What people are who are known: what is told of them besides does not introduce them."""

DESCRIBED = 6
"""Words behind a name in which it may be said: "a Nobel laureate"."""

LONGEST_LIST = 300
"""Code points before a name in which a list of writers may begin."""

WRITING = ("reporter", "journalist", "editor", "correspondent", "photo", "text", "written")
"""What one of the words has in it with which a list of those who wrote or pictured the news begins."""

WRITERS = regex.compile(
    r"\W{0,3}(?:\w+\s){0,3}?(?:reporters?|journalists?|editors?|correspondents?|photos?|texts?|written)\b",
    regex.IGNORECASE,
)
"""How a list of those who wrote or pictured the news begins."""


def is_private(page: Page, before: range, after: range) -> bool:
    """Whether the words beside a name introduce somebody not known: "a nurse from", "named"."""
    if any(page.folded[at] in NEWS_ROLES for at in before[-2:]) or _is_in_list_of_writers(page, before, after):
        return True
    if _is_of_state(page, before, after):
        return False
    if after and (page.folded[after[0]] in WRITING_BEHIND or page.folded[after[0]] in ("a", "an")):
        return True
    return any(page.folded[at] in ("named", "surnamed", "called", "nicknamed") for at in before[-2:])


def is_told_of(page: Page, before: range, after: range) -> bool:
    """Whether something is told of the bearer of a name that readers would know of somebody known: "who keeps a
    bookshop".
    """
    if len(after) <= 2 or page.folded[after[0]] != "who" or page.folded[after[1]] in BEING:
        return False
    return not _is_of_state(page, before, after)


BEING = ("is", "was", "became", "had", "has")
"""Verbs behind "who" that say what somebody known is as well."""


def _is_of_state(page: Page, before: range, after: range) -> bool:
    """Whether the words beside a name say that its bearer is what people are who are known (`OF_STATE`)."""
    return any(page.folded[at] in OF_STATE for at in (*before, *_called(page, after)))


def _called(page: Page, after: range) -> Iterator[int]:
    """The words behind a name that say what its bearer is, and not whom he or she knows: of "a Nobel laureate" all, of
    "a nurse who met the king" the nurse.
    """
    for at in after[:DESCRIBED]:
        if page.texts[at] in RELATING:
            return
        yield at


RELATING = (FUNCTION_WORDS - {"a", "an", "the"}) | {"who", "whose", "whom", "that", "which"}
"""Words behind which something else is spoken of."""


def _is_in_list_of_writers(page: Page, before: range, after: range) -> bool:
    """Whether a name stands in a list of names that begins with what they did: "(Reporters: A, B and C)"."""
    at = before[0] if before else after[0] - 2 if after else -1
    if at < 0 or not _has_writers(page):
        return False
    line = page.text[max(0, page.starts[at] - LONGEST_LIST) : page.starts[at]]
    opened = line.rpartition("(")[2].rpartition("\n")[2]
    return "," in opened and "." not in opened and bool(WRITERS.match(opened))


def _has_writers(page: Page) -> bool:
    """Whether the text has a word for those who wrote or pictured the news, or for what they made; asked once."""
    found: bool | None = page.remembered.get(_has_writers)
    if found is None:
        found = page.remembered[_has_writers] = any(word in page.lowered for word in WRITING)
    return found
