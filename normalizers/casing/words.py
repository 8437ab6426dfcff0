"""Words beside which a name in lower case is told from a word, and the word at a place."""

from __future__ import annotations

from normalizers.page import Page

TITLES = frozenset(
    "president premier chancellor secretary minister senator congressman mr mrs ms dr chairman king queen".split()
)
"""Words before the name of a person."""
BEFORE_SUBJECTS = frozenset(
    "that and but when as because if while where which why how what whether since after before later then".split()
)
"""Words after which a subject stands."""
PREPOSITIONS = frozenset("in to from with between against inside across outside".split())
"""Words before the name of a place."""
COMPOUNDS = {
    *(("china", after) for after in "cup cups plate plates shop clay cabinet doll dolls bowl".split()),
    *(("brazil", after) for after in ("nut", "nuts")),
    *(("manila", after) for after in ("folder", "folders", "envelope", "envelopes", "paper", "rope", "hemp")),
    *(("morocco", after) for after in ("leather", "bound", "binding", "bindings")),
}
"""Words of countries and cities that are words for things, with what stands behind them."""


def word_at(page: Page, at: int) -> str:
    """The word at a place, case-folded; nothing outside the text."""
    return page.folded[at] if 0 <= at < len(page.folded) else ""
