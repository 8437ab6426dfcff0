"""Surfaces that may be garbled names, each with the entities it may stand for. One way to find them a file."""

from __future__ import annotations

from collections.abc import Iterable

from gazetteer.evidence import Candidate
from normalizers.page import Page
from normalizers.phrasing import is_explanation
from normalizers.surfaces import by_inflection, by_key, by_letters, by_meaning, by_sound, by_spacing, by_title, by_word
from normalizers.surfaces.surface import Surface

__all__ = ["WAYS", "Surface", "surfaces"]

WAYS = (by_key, by_letters, by_meaning, by_word, by_inflection, by_spacing, by_sound, by_title)
"""The ways in which surfaces are found; the candidate of an earlier one goes before that of a later."""


def surfaces(page: Page) -> list[Surface]:
    """The runs of words of a page that may be garbled names, each once with all it may stand for; worked out once."""
    found: list[Surface] | None = page.remembered.get(surfaces)
    if found is None:
        found = page.remembered[surfaces] = _gathered(page, (surface for way in WAYS for surface in way.find(page)))
    return found


def _gathered(page: Page, found: Iterable[Surface]) -> list[Surface]:
    """Each run of words once, with the candidates of all the ways in which it was found: it stands for one of them.

    What explains a right name before it is left out, whatever else it may stand for.
    """
    gathered: dict[tuple[int, int], dict[str, Candidate]] = {}
    for first, last, candidates in found:
        known = gathered.setdefault((first, last), {})
        for candidate in candidates:
            known.setdefault(candidate.entity.id, candidate)
    return [
        Surface(first, last, list(known.values()))
        for (first, last), known in gathered.items()
        if not any(is_explanation(page, first, candidate.entity) for candidate in known.values())
    ]
