"""Files to read, by path or by an address that fsspec knows (`s3://bucket/folder`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any


@dataclass(frozen=True, slots=True)
class FileState:
    """What tells whether a file changed, and when it last did (seconds since 1970; 0 where nobody knows)."""

    mark: str
    changed: float = 0.0


def state_of(path: str) -> FileState:
    """The state of a file. An object in a store is complete when it is there, so its time is not asked for."""
    if not is_address(path):
        found = Path(path).stat()
        return FileState(f"{found.st_size} {found.st_mtime_ns}", found.st_mtime)
    fs, place = _remote(path)
    return FileState(str(fs.ukey(place)))


def is_address(given: str) -> bool:
    """Whether a path is an address of fsspec."""
    return "://" in given


def open_binary(path: str) -> IO[bytes]:
    """A file, to be read. Raises OSError where it cannot be."""
    if not is_address(path):
        return Path(path).open("rb")
    import fsspec

    file: IO[bytes] = fsspec.open(path, "rb").open()
    return file


def is_folder(path: str) -> bool:
    """Whether there is a folder here."""
    if not is_address(path):
        return Path(path).is_dir()
    fs, place = _remote(path)
    return bool(fs.isdir(place))


def exists(path: str) -> bool:
    """Whether there is anything here."""
    if not is_address(path):
        return Path(path).exists()
    fs, place = _remote(path)
    return bool(fs.exists(place))


def below(folder: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The files below a folder, by path, each with the parts of its path within the folder."""
    if not is_address(folder):
        for file in sorted(Path(folder).rglob("*")):
            if file.is_file():
                yield str(file), file.relative_to(folder).parts
        return
    fs, place = _remote(folder)
    for found in sorted(fs.find(place)):
        yield fs.unstrip_protocol(found), tuple(found.removeprefix(place).strip("/").split("/"))


def _remote(path: str) -> tuple[Any, str]:
    import fsspec

    fs, place = fsspec.url_to_fs(path)
    return fs, place
