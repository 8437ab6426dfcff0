"""What explains a name, and what is explained: meanings in brackets, other names of the same."""

from __future__ import annotations

import regex

from gazetteer.entity import Entity
from normalizers.page import Page, is_right

EXPLAINED = regex.compile(r"[\"”’»」』》]?\s?\(\s?[\"“‘]?\p{Latin}+[ ,]\p{Latin}")
"""An explanation in brackets, of two words of Latin letters or more, directly behind a name."""


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
