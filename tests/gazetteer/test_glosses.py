"""Glosses out of definitions: names, accents, remarks."""

from __future__ import annotations

import pytest

from gazetteer.glosses import clean, family_names


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


@pytest.mark.parametrize(
    ("pinyin", "definition", "names"),
    [
        ("Qiu1 ji2 er3", "Winston Churchill (1874-1965), UK politician", ["Churchill"]),
        ("Gao1 er3 ji1", "Maxim Gorkij (1868-1936), Russian writer", ["Gorkij"]),
        ("De2 fu2 xia4 ke4", "Antonín Dvořák (1841-1904), Bohemian composer", ["Dvorak"]),
        ("Jin1 Jiu3", "Kim Gu (1876-1949), Korean politician", []),
        ("Ba1 jin1", "Ba Jin (1904-2005), novelist", []),
        ("Ba1 li2", "Paris, capital of France", []),
        ("Bo2 la1 tu2", "Plato (c. 427-c. 347 BC), Greek philosopher", []),
    ],
)
def test_a_transliterated_person_is_called_by_the_family_name(pinyin: str, definition: str, names: list[str]) -> None:
    assert family_names(pinyin, [definition]) == names
