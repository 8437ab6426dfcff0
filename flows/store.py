"""A folder on a disk or an object store, in which every file appears whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, Any

import fsspec
from fsspec.implementations.local import LocalFileSystem

from flows.errors import UsageError, cannot_write
from flows.files import is_address


@dataclass(frozen=True)
class Store:
    """The folder at a path or an fsspec address (`s3://bucket/folder`); names within it have slashes."""

    url: str

    @cached_property
    def _place(self) -> tuple[Any, str]:
        if not is_address(self.url):  # fsspec would take "a::b" for a chain of file systems
            return LocalFileSystem(), str(Path(self.url).expanduser().absolute())
        try:
            fs, root = fsspec.url_to_fs(self.url)
        except (ValueError, ImportError, OSError) as error:
            raise UsageError(f"{self.url}: cannot be opened: {error}") from error
        return fs, root.rstrip("/")

    @property
    def is_local(self) -> bool:
        """Whether the folder is on a disk of this machine."""
        return isinstance(self._place[0], LocalFileSystem)

    def path(self, name: str) -> str:
        """The path of a file, as its file system writes it."""
        return f"{self._place[1]}/{name}"

    def make(self, *folders: str) -> None:
        """Create folders.

        Raises:
            UsageError: they cannot be written.
        """
        try:
            for folder in folders:
                self._place[0].makedirs(self.path(folder), exist_ok=True)
        except OSError as error:
            raise self.cannot_write(error) from error

    def cannot_write(self, error: OSError) -> UsageError:
        """The error of a folder that cannot be written."""
        return cannot_write(self.url, error)

    def exists(self, name: str) -> bool:
        """Whether there is a file of this name."""
        return bool(self._place[0].exists(self.path(name)))

    def names(self, folder: str, beginning: str = "") -> list[str]:
        """The names of the files in a folder that begin so, sorted."""
        fs, root = self._place
        if not fs.isdir(f"{root}/{folder}"):
            return []
        found = (str(path).rstrip("/").rsplit("/", 1)[-1] for path in fs.ls(f"{root}/{folder}", detail=False))
        return sorted(name for name in found if name.startswith(beginning))

    def open(self, name: str) -> IO[bytes]:
        """A file, to be read."""
        file: IO[bytes] = self._place[0].open(self.path(name), "rb")
        return file

    def delete(self, name: str) -> None:
        """Remove a file, if it is there."""
        if self.exists(name):
            self._place[0].rm_file(self.path(name))

    def move(self, name: str, to: str) -> None:
        """Rename a file; on a disk this replaces what is there in one step."""
        fs = self._place[0]
        if self.is_local:
            os.replace(self.path(name), self.path(to))
        else:
            fs.mv(self.path(name), self.path(to))

    def remove_if_empty(self) -> None:
        """Remove the folder itself where nothing is in it and it is on a disk; object stores have no empty folders."""
        root = Path(self.path(""))
        if self.is_local and root.is_dir() and not any(root.iterdir()):
            root.rmdir()

    def merge_folder(self, folder: str, place: str) -> None:
        """Move the files of a folder into another, over those that have their names; the others stay."""
        names = self.names(folder)
        if names:
            self.make(place)
        for name in names:
            self.move(f"{folder}/{name}", f"{place}/{name}")

    def clear(self, folder: str) -> None:
        """Remove a folder with all that is in it, if it is there."""
        if self.exists(folder):
            self._place[0].rm(self.path(folder), recursive=True)

    def replace_folder(self, folder: str, place: str) -> None:
        """Put a folder in the place of another; on a disk this takes two renames."""
        old = f"{folder}-old"
        self.clear(old)
        if self.is_local:
            if self.exists(place):
                os.replace(self.path(place), self.path(old))
            if self.names(folder):
                os.replace(self.path(folder), self.path(place))
            self.clear(old)
            return
        self.clear(place)
        if self.exists(folder):
            self._place[0].mv(self.path(folder), self.path(place), recursive=True)

    @contextmanager
    def writing(self, name: str, sync: bool = True) -> Iterator[IO[bytes]]:
        """A new file, which takes its name when it is complete; after an error nothing is left of it.

        On a disk it is written under a temporary name, and with `sync` is on the disk before it takes its name. For an
        object store, which keeps what was written before an error, it is written aside and then uploaded.
        """
        if not self.is_local:
            with tempfile.TemporaryFile() as aside:
                yield aside
                aside.seek(0)
                with self._place[0].open(self.path(name), "wb") as file:
                    shutil.copyfileobj(aside, file)
            return
        folder, _, base = name.rpartition("/")
        work = Path(self.path(f"{folder}/.{base}.{secrets.token_hex(4)}"))
        try:
            with work.open("wb") as file:
                yield file
                if sync:
                    file.flush()
                    os.fsync(file.fileno())
            os.replace(work, self.path(name))
        except BaseException:
            work.unlink(missing_ok=True)
            raise
