"""The pages of the rules in the documentation.

How to run it:

    python -m scripts.rule_pages docs/rules            # write them
    python -m scripts.rule_pages --check docs/rules    # only compare them; exit 1: they differ
"""

from __future__ import annotations

import sys
from pathlib import Path

from normalizers.rules import pages


def outdated(folder: Path) -> list[str]:
    """The names of the pages that are missing from the folder, differ from what they should be, or belong to no
    rule.
    """
    wanted = pages()
    stale = [path.name for path in folder.glob("*.md") if path.name not in wanted]
    return sorted(stale + [name for name, text in wanted.items() if not _holds(folder / name, text)])


def _holds(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


def main(arguments: list[str]) -> int:
    """Write or check the pages in a folder; the exit code."""
    folders = [argument for argument in arguments if argument != "--check"]
    if len(folders) != 1:
        sys.stderr.write("usage: python -m scripts.rule_pages [--check] FOLDER\n")
        return 2
    folder = Path(folders[0])
    names = outdated(folder)
    if "--check" in arguments:
        for name in names:
            sys.stderr.write(f"{folder / name}: out of date; run `python -m scripts.rule_pages {folder}`\n")
        return 1 if names else 0
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for name in names:
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
