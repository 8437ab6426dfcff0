"""Names of one word that are written in pieces."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from normalizers.page import Page
from normalizers.surfaces import by_spacing


def _found(text: str, gazetteer: Gazetteer) -> dict[str, set[str]]:
    page = Page(text, gazetteer)
    return {
        page.text[slice(*page.span(surface.first, surface.last))]: {c.entity.id for c in surface.candidates}
        for surface in by_spacing.find(page)
    }


@pytest.mark.parametrize(
    ("text", "surface", "person"),
    [
        ("The court freed Zu Ma on Tuesday.", "Zu Ma", "person/jacob-zuma"),
        ("The polls closed in Brazil, and Lu La danced.", "Lu La", "person/luiz-inacio-lula-da-silva"),
        ("Lawmakers named Gua Ido to lead them.", "Gua Ido", "person/juan-guaido"),
    ],
)
def test_a_foreign_name_in_syllables(text: str, surface: str, person: str, gazetteer: Gazetteer) -> None:
    assert person in _found(text, gazetteer)[surface]


@pytest.mark.parametrize(
    "text",
    [
        "The court freed Zuma on Tuesday.",
        "They read zu ma on the wall.",
        "They met in Bei Jing.",
        "Moon Jae In spoke in Se Oul.",
        "The ferry left New Castle for Port Land.",
        "He wrote ZU MA in red.",
        "Lu, La and Zu. Ma laughed.",
        "They live in La Paz and in San Jose.",
    ],
)
def test_names_that_are_written_so_or_so_stay(text: str, gazetteer: Gazetteer) -> None:
    assert not _found(text, gazetteer)
