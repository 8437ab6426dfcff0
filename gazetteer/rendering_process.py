"""A process that renders sources for `gazetteer.building`: `python -m gazetteer.rendering_process FOLDER`.

It reads names of sources from standard input, a line each, and writes a line for each step of progress (`done all`) and
one (`.`) for each finished shard.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from gazetteer import builtin
from gazetteer.building import FINISHED, Source, render_one
from gazetteer.renderings import Tools


def serve(sources: Mapping[str, Source], folder: Path, tools: Tools) -> None:
    """Render the sources named on standard input; the counterpart of `_feed`."""
    for line in sys.stdin:
        source = sources.get(line.strip())
        if source is not None:
            render_one(source, folder, tools, lambda done, everything: print(done, everything, flush=True))
        print(FINISHED, flush=True)


if __name__ == "__main__":
    serve({source.name: source for source in builtin.sources()}, Path(sys.argv[1]), builtin.tools())
