"""Lists of words that were read by hand, in text files: words between spaces, lines of comment with `#`."""

from __future__ import annotations

from pathlib import Path


def words_in(path: Path) -> frozenset[str]:
    """The words of a list."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
