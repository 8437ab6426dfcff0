"""Parts of the gazetteer that are read only when a command needs them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeVar

from flows.errors import UsageError

Found = TypeVar("Found")


def module(name: str) -> Any:
    """The module of that name.

    Raises:
        UsageError: this installation has none.
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise UsageError(f"this installation has no {name}; install a newer zhengming") from error


def readable(read: Callable[..., Found], *paths: Any) -> Found:
    """What `read` makes of files.

    Raises:
        UsageError: one of them cannot be used.
    """
    from gazetteer import GazetteerError

    try:
        return read(*paths)
    except GazetteerError as error:
        raise UsageError(str(error)) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{paths[0]}: not UTF-8 at byte {error.start}; convert the file to UTF-8") from error
    except OSError as error:
        raise UsageError(f"{error.filename or paths[0]}: {error.strerror or error}; check the path") from error
