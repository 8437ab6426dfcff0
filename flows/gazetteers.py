"""Gazetteers as a run names them: the built-in one, and a user's layers above it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from flows.errors import UsageError
from flows.progress import counting
from flows.sources import readable
from gazetteer import Gazetteer, builtin, cache, importing


def prepare_index() -> None:
    """Build the built-in index where the cache has none yet, with a progress bar on standard error.

    Raises:
        UsageError: the cache cannot be written.
    """
    try:
        folder = cache.folder() / f"index-{builtin.data_hash()}"
        if not (folder / "meta.json").exists():
            with counting("Building the gazetteer index (once)", "entities") as advance:
                builtin.index_folder(progress=advance)
    except OSError as error:
        raise UsageError(
            f"{cache.folder()}: the gazetteer index cannot be written: {error.strerror};"
            f" set {cache.CACHE_VARIABLE} to a folder that can"
        ) from error


def layered(paths: Sequence[str]) -> Gazetteer:
    """The built-in gazetteer under the layers in `paths`; the later wins.

    Raises:
        UsageError: a layer cannot be read.
    """
    for path in paths:
        readable(importing.reader_of, Path(path))  # before minutes go into an index
    prepare_index()
    gazetteer = Gazetteer.default()
    for path in paths:
        gazetteer |= readable(Gazetteer.read, path)
    return gazetteer
