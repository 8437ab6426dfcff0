"""Building, opening and searching an index, as ratios within one run: `pytest benchmarks/bench_gazetteer.py`.

`ZHENGMING_BENCH_NAMES` says how many synthetic names are imported (default 100,000; a million takes about ten minutes
to build).
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path
from timeit import repeat
from typing import Any

import pytest

from gazetteer import Gazetteer, builtin, layers
from gazetteer.compile import compile_index
from gazetteer.entity import Entity
from gazetteer.index import Index
from gazetteer.sources import curated, interchange

NAMES = int(os.environ.get("ZHENGMING_BENCH_NAMES", "100000"))
MOST_TIMES_LONGER = 1.3
"""How much longer a look-up may take with all imported names than without."""
HAN = "阿巴克达伊法加哈卡拉马纳奥帕拉萨塔瓦亚泽"
SYLLABLES = "a ba ke da yi fa jia ha ka la ma na ao pa ra sa ta wa ya ze".split()
SURFACES = [
    f"{first}{second} {third}".title() for first in SYLLABLES for second in SYLLABLES[:8] for third in SYLLABLES[:8]
]


def _synthetic(count: int) -> Iterator[Entity]:
    chance = random.Random(20)
    for number in range(count):
        picks = [chance.randrange(len(HAN)) for _ in range(6)]
        name = "".join(SYLLABLES[pick] for pick in picks).capitalize()
        written = {"zh": ("".join(HAN[pick] for pick in picks),)}
        yield Entity(f"place/synthetic-{number}", "place", f"{name} {number}", written=written, weak=True)


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path = tmp_path_factory.mktemp("names") / "names.gazetteer"
    interchange.write(_synthetic(NAMES), path)
    return layers.read(path)


@pytest.mark.benchmark(group="build")
def test_build_of_one_source(benchmark: Any, tmp_path: Path) -> None:
    entities = sorted(curated.read(builtin.DATA / "mongolia.yaml"), key=lambda entity: entity.id)
    tools = builtin.tools()
    count = iter(range(1_000_000))
    benchmark.pedantic(lambda: compile_index(entities, tmp_path / str(next(count)), tools), rounds=3)


@pytest.mark.benchmark(group="open")
def test_opening(benchmark: Any) -> None:
    folder = builtin.index_folder()
    benchmark(lambda: Index(folder).get("pingchang"))


@pytest.mark.benchmark(group="look-up")
def test_lookup_with_imported_names(benchmark: Any, imported: Gazetteer) -> None:
    alone = Index(builtin.index_folder())
    many = imported._indexes[0]

    def search(index: Index) -> int:
        return sum(len(index.prefixes(surface.lower().replace(" ", ""))) for surface in SURFACES)

    benchmark(search, many)
    took = [min(repeat(lambda index=index: search(index), number=3, repeat=5)) for index in (alone, many)]
    benchmark.extra_info["names"] = NAMES
    benchmark.extra_info["times longer than the built-in index alone"] = took[1] / took[0]
    assert took[1] / took[0] <= MOST_TIMES_LONGER
