"""The user's cache: what is compiled once and found again by the hash of all that went into it."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import platformdirs
from filelock import BaseFileLock, FileLock

CACHE_VARIABLE = "ZHENGMING_CACHE"
"""The environment variable that moves the cache."""
KEPT = 3
"""What stays of each sort however old it is: two versions side by side, and one more."""
FORGOTTEN = 30 * 24 * 3600.0
"""Seconds for which something was not used before it may go."""


def folder() -> Path:
    """Where compiled indexes are kept: `$ZHENGMING_CACHE`, else the user's cache directory."""
    return Path(os.environ.get(CACHE_VARIABLE) or platformdirs.user_cache_dir("zhengming"))


def alone(what: str) -> BaseFileLock:
    """A lock between processes: of several that need what is not built yet, one builds it and the others wait."""
    folder().mkdir(parents=True, exist_ok=True)
    return FileLock(folder() / f"{what}.lock")


def built(path: Path, build: Callable[[Path], None]) -> Path:
    """A file of the cache, built under another name and renamed where it is not there yet."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        work = path.with_suffix(f".{os.getpid()}")
        build(work)
        os.replace(work, path)
    return used(path)


def used(path: Path) -> Path:
    """Write down that something of the cache is used now, where the cache can be written."""
    with suppress(OSError):
        os.utime(path)
    return path


def forget(sorts: Iterable[str], now: float | None = None) -> list[Path]:
    """Remove what earlier versions compiled and nobody used for long, of each sort (`index`: all `index-*`) all but the
    `KEPT` that were used last. `now` is a time in seconds since the epoch, today where None. Returns what is gone.
    """
    before = (time.time() if now is None else now) - FORGOTTEN
    gone = []
    for sort in sorts:
        aged = sorted(((_age_of(path), path) for path in folder().glob(f"{sort}-*")), reverse=True)
        for last_used, path in aged[KEPT:]:
            if last_used < before:
                shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
                gone.append(path)
    return gone


def _age_of(path: Path) -> float:
    """When something was used last; now where another process removes it just then."""
    try:
        return path.stat().st_mtime
    except OSError:
        return time.time()
