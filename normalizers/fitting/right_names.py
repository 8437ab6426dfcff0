"""Whether a phrase says a right name: in other words, in part, in another style."""

from __future__ import annotations

from gazetteer.entity import Entity
from gazetteer.forms import SHORT_FOR, Form
from gazetteer.manner import NAMED
from normalizers.fitting.wording import Wording
from normalizers.page import Page


def says_the_name(page: Page, first: int, last: int, wording: Wording, entity: Entity) -> bool:
    """Whether a run of words says a right name of an entity in other words, in part, or with more words."""
    stems, run, said, is_quoted = wording.stems, wording.run, wording.said, "quoted" in wording.traits
    if not wording.letters.isdisjoint(page.gazetteer.forms.letters(entity.right)):
        return True
    is_named = entity.kind in NAMED and "all capitals" in wording.traits
    for form in page.gazetteer.forms.of(entity.right):
        if stems == form.stems and (run == form.key or wording.may_be_turned or entity.kind == "office"):
            return True
        if said != stems and said == form.said:
            return True
        if entity.kind == "organization" and wording.plain == form.plain and _is_another_style(page, first, last, form):
            return True
        if entity.kind == "place" and wording.plain == form.plain:
            return True  # "West German"
        if stems < form.stems and run in form.key:
            return True
        if form.stems and form.stems <= stems and not is_quoted and _has_form(wording, form, is_named):
            return True
        if entity.kind == "organization" and form.is_turned and stems < form.stems <= stems | LEFT_OUT:
            return True
        if entity.kind == "event" and stems < form.stems <= stems | LEFT_OUT_OF_EVENTS:
            return True
        if entity.kind in ("term", "event") and not is_quoted and _is_loosely_right(stems, run, form):
            return True
    return False


def _is_another_style(page: Page, first: int, last: int, form: Form) -> bool:
    """Whether a surface that says what the name of a body does only shortens its last word ("Deposit Insurance Corp"),
    or has first what the name of such a body has behind "of" ("Melbourne University", "Belgian National Bank").
    """
    if page.stems[last] in SHORT_FOR:
        return True
    return form.is_turned and page.folded[last] in OF_PLACES and not form.key.startswith(page.stems[first])


OF_PLACES = frozenset(
    "bank university college institute exchange academy museum library hospital ministry department office".split()
)
"""Last words of names that English turns at will: "University of Melbourne", "Ministry of Defence"."""


LEFT_OUT = frozenset({"bank", "compani", "corpor", "group"})
"""Stems of words that names go without: "New York Federal Reserve"."""

LEFT_OUT_OF_EVENTS = frozenset({"internat", "annual"})
"""Stems of words that the names of festivals and fairs go without: "Shanghai film festival"."""


def _is_loosely_right(stems: frozenset[str], run: str, form: Form) -> bool:
    """Whether words say what a right name does with other endings and more words ("democratical orders" for democracy),
    or two of its three words in their order.
    """
    if len(stems) == len(form.stems) - 1 == SHORTENED and stems < form.stems:
        return _are_in_order(stems, run, form.key)
    roots = {stem[:ROOT] for stem in stems}
    return len(form.stems) < len(stems) and all(len(stem) >= ROOT and stem[:ROOT] in roots for stem in form.stems)


def _has_form(wording: Wording, form: Form, is_named: bool) -> bool:
    """Whether a run that has all words of a right name has the name itself, or those of a term in their order or turned
    as English turns them: the "wash car action" has not the Car Wash.
    """
    if is_named:
        return form.key in wording.run
    return wording.may_be_turned or _are_in_order(form.stems, wording.run, form.key)


def _are_in_order(stems: frozenset[str], run: str, key: str) -> bool:
    """Whether some stems stand in the same order in two runs."""
    return sorted(stems, key=run.find) == sorted(stems, key=key.find)


SHORTENED = 2
"""Words that are left of a name of one word more, which still is that name."""

ROOT = 7
"""Letters in which the stems of two words of one family agree."""
