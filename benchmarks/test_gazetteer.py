"""Building, opening and searching an index, and what imported names cost: `pytest -s benchmarks/test_gazetteer.py`.

`--names 1000000` says how many names are imported for the correction of text (100,000; compiling a million takes some
three minutes), `--largest 10000000` how many the largest index of the look-up has (1,000,000; ten million take some ten
minutes to write), and `--curve docs/names.svg` where the curve of the look-up is drawn. No ratio is asserted: the
machine may be busy.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from itertools import takewhile
from pathlib import Path
from time import perf_counter, process_time
from timeit import timeit
from typing import Any

import pytest

from benchmarks import synthetic
from benchmarks.conftest import Tell
from benchmarks.plot import curve
from gazetteer import builtin, importing
from gazetteer.compile import compile_index
from gazetteer.entity import Entity
from gazetteer.index import Index
from gazetteer.sources import curated, interchange

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
SURFACES = [word for at in range(1000) for word in (synthetic.right(at) + "seaside", f"quiet{at}seaside")]
"""What is looked up: every second begins with a name that all the indexes have, the others with one that none has."""
TURNS = 15
TEXTS = Path(__file__).parents[2] / "shared/eval/wmt21/hyp.Online-B.en"
CORRECT = """
import json, sys, time
from gazetteer import Gazetteer
from normalizers import load
layers = Gazetteer.default()
for path in sys.argv[2:]:
    layers |= Gazetteer.read(path)
zm = load(layers)
lines = open(sys.argv[1], encoding="utf-8").read().split("\\n")[:1600]
texts = ["\\n".join(lines[at : at + 8]) for at in range(0, len(lines), 8)]
shortest = float("inf")
for _ in range(5):
    begin = time.process_time()
    for _ in zm.pipe(texts):
        pass
    shortest = min(shortest, time.process_time() - begin)
resident = next(line for line in open("/proc/self/status") if line.startswith("VmRSS"))
print(json.dumps([shortest, int(resident.split()[1]) // 1024]))
"""
"""Corrects the texts at its first argument with the layers at the others; says seconds of processor time and MB."""
PAIRS = 3


@pytest.mark.benchmark(group="build")
def test_build_of_one_source(benchmark: Any, tmp_path: Path) -> None:
    entities = sorted(curated.read(builtin.DATA / "mongolia.yaml"), key=lambda entity: entity.id)
    tools = builtin.tools()
    count = iter(range(1_000_000))
    benchmark.pedantic(lambda: compile_index(entities, tmp_path / str(next(count)), tools), rounds=3)


def test_the_whole_build(tmp_path: Path, tell: Tell) -> None:
    """Builds all of it in two empty caches. Targets: 120 s on two cores, and the same bytes."""
    built = [_built_whole(tmp_path / name) for name in ("one", "other")]
    tell(f"building the whole index: {built[0][0]:.0f} s and {built[1][0]:.0f} s, {len(built[0][1])} files")
    assert built[0][1] == built[1][1]


def _built_whole(cache: Path) -> tuple[float, dict[str, str]]:
    """The seconds that an empty cache took to fill, and the digests of the files of the index in it."""
    begun = perf_counter()
    command = [Path(sys.executable).with_name("zhengming"), "gazetteer", "build", "--quiet"]
    subprocess.run(command, check=True, env={**os.environ, "ZHENGMING_CACHE": str(cache)})
    took = perf_counter() - begun
    files = sorted(path for path in cache.glob("index-*/*") if path.is_file())
    return took, {str(path.relative_to(cache)): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.benchmark(group="open")
def test_opening(benchmark: Any) -> None:
    folder = builtin.index_folder()
    benchmark(lambda: Index(folder).get("pingchang"))


def test_lookup(tmp_path: Path, request: pytest.FixtureRequest, tell: Tell) -> None:
    largest = request.config.getoption("--largest")
    indexes = {}
    for size in takewhile(lambda size: size <= largest, SIZES):
        synthetic.write(tmp_path / str(size), size, names_only=True)
        indexes[size] = Index(tmp_path / str(size))
        assert _search(indexes[size]) >= len(SURFACES) / 2
    took = dict.fromkeys(indexes, float("inf"))
    for _ in range(TURNS):  # in turns, so that what else the machine does falls on all of them
        for size, index in indexes.items():
            took[size] = min(took[size], timeit(lambda index=index: _search(index), number=10, timer=process_time))
    ratios = {size: seconds / took[SIZES[0]] for size, seconds in took.items()}
    tell(", ".join(f"{size:,} names {ratio:.2f}" for size, ratio in ratios.items()))
    if path := request.config.getoption("--curve"):
        Path(path).write_text(curve(ratios, "names in the index", "time of a look-up, against the least"), "utf-8")


def _search(index: Index) -> int:
    return sum(len(index.prefixes(surface)) for surface in SURFACES)


def test_correction_with_imported_names(tmp_path: Path, request: pytest.FixtureRequest, tell: Tell) -> None:
    if not TEXTS.is_file():
        pytest.skip("../shared/eval/wmt21: the evaluation set is not beside this checkout")
    number = request.config.getoption("--names")
    path = tmp_path / "names.gazetteer"
    interchange.write(_entities(number), path)
    importing.index_folder(path)
    pairs = [(_correct(), _correct(path)) for _ in range(PAIRS)]
    times = sorted(with_names[0] / alone[0] for alone, with_names in pairs)
    more = sorted(with_names[1] - alone[1] for alone, with_names in pairs)
    tell(f"{number:,} names: {times[0]:.2f} to {times[-1]:.2f} times the time, {more[-1]} MB more at most")


def _correct(*paths: Path) -> tuple[float, int]:
    command = [sys.executable, "-c", CORRECT, str(TEXTS), *map(str, paths)]
    seconds, megabytes = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return seconds, megabytes


def _entities(count: int) -> Iterator[Entity]:
    for number in range(count):
        written = "".join(synthetic.HAN[pick] for pick in synthetic.picks(number))
        name = synthetic.right(number).capitalize()
        yield Entity(f"place/synthetic-{number}", "place", name, written={"zh": (written,)}, weak=True)
