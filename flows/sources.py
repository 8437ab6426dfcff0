"""Sources of a gazetteer, read for a command: what cannot be read ends it with one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flows.errors import UsageError

Found = TypeVar("Found")


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
