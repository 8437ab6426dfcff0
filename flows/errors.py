"""What can be wrong with what a caller gave."""

from __future__ import annotations

from pathlib import Path


class UsageError(ValueError):
    """Input or options that cannot be used: what, where and what to do, in one line. The command line ends with 2."""


def one_line(error: BaseException) -> str:
    r"""The message of an error on one line, without control characters.

    >>> one_line(ValueError("first\n  second"))
    'first second'
    """
    message = " ".join(str(error).split()) or type(error).__name__
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in message)


def cannot_write(place: Path | str, error: OSError) -> UsageError:
    """The error of an output that cannot be written."""
    reason = error.strerror or error
    return UsageError(f"{place}: cannot be written: {reason}; free the place, or choose another with --out")
