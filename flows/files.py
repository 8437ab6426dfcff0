"""Files to read, by path or by an address that fsspec knows (`s3://bucket/folder`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any


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
