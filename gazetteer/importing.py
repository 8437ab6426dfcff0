"""Files of a user's own: many formats -> entities -> an index in the cache.

    .csv .tsv                     a glossary            gazetteer.sources.table
    .yaml .yml                    curated entities      gazetteer.sources.curated
    .tbx                          a termbase            gazetteer.sources.tbx
    .txt                          a GeoNames dump       gazetteer.sources.geonames
    .json .jsonl .ftm             FollowTheMoney        gazetteer.sources.followthemoney
    .json                         a Wikidata dump       gazetteer.sources.wikidata (its first line is `[`)
    .gazetteer                    what import writes    gazetteer.sources.interchange

Each may be compressed (`.gz`, `.bz2`) where it is read line by line.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gazetteer import builtin, cache
from gazetteer.compile import compile_index
from gazetteer.entity import Entity
from gazetteer.errors import GazetteerError
from gazetteer.shards import Progress
from gazetteer.sources import curated, followthemoney, geonames, interchange, table, tbx, wikidata
from gazetteer.sources.rows import Problem, Report, open_text

Reader = Callable[[Path, Report], Iterator[Entity]]

READERS: dict[str, Reader] = {
    ".csv": table.read,
    ".tsv": table.read,
    ".yaml": curated.read_leniently,
    ".yml": curated.read_leniently,
    ".tbx": tbx.read,
    ".txt": geonames.read_dump,
    ".ftm": followthemoney.read,
    ".jsonl": followthemoney.read,
    ".json": followthemoney.read,
    ".gazetteer": interchange.read,
}
"""Reader by the end of a file's name."""
COMPRESSED = (".gz", ".bz2")
ALONE = frozenset({".yaml", ".yml", ".tbx"})
"""Formats that are read whole, so not from an archive."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of reading a source: the entities, how many of each kind, and the rows that did not go in."""

    entities: tuple[Entity, ...]
    problems: tuple[Problem, ...] = ()
    kinds: dict[str, int] = field(default_factory=dict)


def reader_of(path: Path) -> Reader:
    """The reader of a file, by its name and, for JSON, by how it begins.

    Raises:
        GazetteerError: there is no such file, or no reader for it.
    """
    if not path.is_file():
        raise GazetteerError(f"{path}: there is no such file; check its spelling and where it begins")
    suffixes = [suffix.lower() for suffix in path.suffixes]
    packed = bool(suffixes) and suffixes[-1] in COMPRESSED
    suffix = suffixes[-2] if packed and len(suffixes) > 1 else suffixes[-1] if suffixes else ""
    if suffix not in READERS or (packed and suffix in ALONE):
        raise GazetteerError(f"{path}: no reader for this kind of file; the kinds are {', '.join(sorted(READERS))}")
    if suffix == ".json" and _begins_as_list(path):
        return wikidata.read
    return READERS[suffix]


def _begins_as_list(path: Path) -> bool:
    try:
        with open_text(path) as stream:
            return stream.read(64).lstrip().startswith("[")
    except (OSError, EOFError) as error:
        raise GazetteerError(f"{path}: cannot be read: {error}") from error


def read_entities(path: Path) -> Imported:
    """Read a source of any known format. A row that is broken is named among the problems; the others go in.

    Where two rows have one id, the later one stays, as with layers.

    Raises:
        GazetteerError: the file is of no known format, or cannot be read at all.
    """
    problems: list[Problem] = []
    found = {entity.id: entity for entity in reader_of(path)(path, problems.append)}
    return Imported(tuple(found.values()), tuple(problems), dict(Counter(entity.kind for entity in found.values())))


def import_source(source: Path, out: Path) -> Imported:
    """Read `source` and write it as an interchange file to `out` (`*.gazetteer`), whole.

    Raises:
        GazetteerError: `out` has another ending, or the source cannot be read.
    """
    if out.suffix not in interchange.SUFFIXES:
        raise GazetteerError(f"{out}: must end in {interchange.SUFFIXES[0]}; rename it")
    imported = read_entities(source)
    interchange.write(imported.entities, out)
    return imported


def index_folder(path: Path, progress: Progress | None = None) -> tuple[Path, str]:
    """The folder with the index of a file, compiled into the cache under the hash of its content, and its signature.

    Broken rows are left out.

    Raises:
        GazetteerError: the file is of no known format, or cannot be read.
    """
    reader_of(path)
    digest = _digest(path)
    folder = cache.folder() / f"layer-{digest}"
    if not (folder / "meta.json").exists():
        entities = sorted(read_entities(path).entities, key=lambda entity: entity.id)
        compile_index(entities, folder, builtin.tools(), progress)
    return cache.used(folder), f"{path.name}+{digest}"


def _digest(path: Path) -> str:
    """The hash of a file's content, of the ending that says how it is read, and of the code that compiles it."""
    digest = hashlib.blake2b(f"{builtin.code_hash()}{''.join(path.suffixes)}".encode(), digest_size=8)
    try:
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be read: {error}") from error
    return digest.hexdigest()
