"""Glosses out of definitions: names, accents, remarks."""

from __future__ import annotations

import pytest

from gazetteer.glosses import clean


@pytest.mark.parametrize(
    ("definition", "glosses"),
    [
        ("Ningbo subprovincial city in Zhejiang province", ["Ningbo"]),
        ("Daegu Metropolitan City, capital of North Gyeongsang province", ["Daegu"]),
        ("Köln or Cologne, Germany", ["Cologne", "Koln"]),
        ("Ōtsu, a city in Japan", ["Otsu", "city in Japan"]),
        ("to push, to pull", ["push", "pull"]),
        ("Peru, Chile and Bolivia (countries)", []),
        ("salt, pepper and vinegar", ["salt", "pepper and vinegar"]),
        ("Red or blue", ["Red or blue"]),
        ("variant of another word", []),
        ("β decay", []),
    ],
)
def test_glosses_of_a_definition(definition: str, glosses: list[str]) -> None:
    assert clean([definition]) == glosses
