"""Gazetteers as a run names them: the built-in one, and a user's layers above it."""

from __future__ import annotations

from collections.abc import Sequence

from flows.errors import UsageError
from flows.progress import counting
from gazetteer import Gazetteer, GazetteerError, builtin, cache


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
    prepare_index()
    gazetteer = Gazetteer.default()
    for path in paths:
        gazetteer = gazetteer | _layer(path)
    return gazetteer


def _layer(path: str) -> Gazetteer:
    try:
        return Gazetteer.read(path)
    except GazetteerError as error:
        raise UsageError(str(error)) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 at byte {error.start}; convert the file to UTF-8") from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
