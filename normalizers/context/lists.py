"""What a surface is listed with: "Facebook, YouTube and Weibo"."""

from __future__ import annotations

from gazetteer.entity import Entity
from normalizers.page import FEW, Mention, Page, named_by

JOINING = frozenset({"and", "or"})
"""Words between the last two of a list."""


def listed_with(page: Page, first: int, last: int) -> tuple[Entity, ...]:
    """The entities whose right names stand directly before or behind a run of words, as in a list of such."""
    beside = (_ending(page).get(_before(page, first)), _beginning(page).get(_behind(page, last)))
    return tuple(entity for mention in beside if mention for entity in named_by(mention.surface, mention.facts))


def _before(page: Page, first: int) -> int:
    """The word that ends what stands before a surface in a list; -1 where it stands in none."""
    if first and page.gaps[first] == ", ":
        return first - 1
    is_joined = first > 1 and page.texts[first - 1] in JOINING and page.gaps[first] == " "
    return first - 2 if is_joined and page.gaps[first - 1] in (" ", ", ") else -1


def _behind(page: Page, last: int) -> int:
    """The word that begins what stands behind a surface in a list; -1 where it stands in none."""
    after, size = last + 1, len(page.texts)
    if after >= size or page.gaps[after] not in (" ", ", "):
        return -1
    is_joined = page.texts[after] in JOINING and after + 1 < size and page.gaps[after + 1] == " "
    return after + 1 if is_joined else after if page.gaps[after] == ", " else -1


def _ending(page: Page) -> dict[int, Mention]:
    """The longest right name that ends with a word, by that word; found once."""
    found: dict[int, Mention] | None = page.remembered.get(_ending)
    if found is None:
        found = page.remembered[_ending] = {m.last: m for m in sorted(_telling(page), key=lambda m: -m.first)}
    return found


def _beginning(page: Page) -> dict[int, Mention]:
    """The longest right name that begins with a word, by that word; found once."""
    found: dict[int, Mention] | None = page.remembered.get(_beginning)
    if found is None:
        found = page.remembered[_beginning] = {m.first: m for m in sorted(_telling(page), key=lambda m: m.last)}
    return found


def _telling(page: Page) -> list[Mention]:
    """The right names of which not many share one."""
    return [m for m in page.right_mentions if len(m.facts.right) <= FEW and not m.surface.islower()]
