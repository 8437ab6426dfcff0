"""The page and the curve of reliability in the documentation, from what the last fit measured.

How to run it:

    python -m scripts.reliability_page docs
"""

from __future__ import annotations

import sys
from pathlib import Path

from gazetteer.builtin import DATA
from gazetteer.calibration import read_reliability
from reports.reliability import markdown, svg

HEAD = """# Reliability

How often the likeliest reading of a surface was right, by its calibrated probability. Made by `scripts/generate` from
what `python -m scripts.fit_judgement` measured last; `zhengming reliability` prints the same.
The tables count every surface as one. In the calibration all draws of simulated cases count as one draw; they are
easier than what was made by hand, so that the first table has more right than predicted.

![Predicted probability and share that was right](reliability.svg)

"""


def main(folder: Path) -> None:
    """Write the page and the curve."""
    tables = read_reliability(DATA / "judgement.json")
    (folder / "reliability.md").write_text(HEAD + markdown(tables).rstrip() + "\n", encoding="utf-8")
    (folder / "reliability.svg").write_text(svg(tables), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
