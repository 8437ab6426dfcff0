"""Writes `tests/cases/known_failures.txt` anew: the cases that come out otherwise than they say, and how.

How to run it, after a fit or new data, and only once the list was looked at:

    python -m scripts.known_failures
"""

from __future__ import annotations

from pathlib import Path

from normalizers import load
from scripts.gold import failure, read

FOLDER = Path(__file__).parent.parent / "tests" / "cases"
SPLITS = ("fit", "once_blind", "held_out", "unseen")
"""The folders that the tests run: `blind` only measures."""
HEAD = "# Cases the tool fails: an id, a tab, the reason. Strict: an id that passes has to be taken off the list.\n"


def main() -> None:
    """Write the list."""
    paths = [path for split in SPLITS for path in sorted((FOLDER / split).glob("*.gold.txt"))]
    cases = [case for path in paths for case in read(path)]
    zm = load()
    corrected = zm.pipe({"id": case.id, "text": case.text, "date": case.date} for case in cases)
    reasons = {case.id: failure(case, correction) for case, correction in zip(cases, corrected, strict=True)}
    lines = [f"{case_id}\t{reason}\n" for case_id, reason in reasons.items() if reason]
    (FOLDER / "known_failures.txt").write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} of {len(cases)} cases fail")


if __name__ == "__main__":
    main()
