"""Rendering the shards of many sources: those that changed, in a few processes of our own.

The processes run a program of ours (`gazetteer.rendering_process`), so that building asks nothing of the script that
imports us, least of all a `__main__` guard.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from gazetteer.entity import Entity
from gazetteer.renderings import Tools
from gazetteer.shards import Progress, render, save

PROCESSES = min(4, os.cpu_count() or 1)
WORTH_A_PROCESS = 200_000
"""Bytes of sources from which starting processes (four seconds of reading dictionaries each) pays."""
PROGRAM = "gazetteer.rendering_process"
"""The module that the processes run."""
FINISHED = "."
"""The line that says that a shard is there."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where some entities of the built-in gazetteer come from.

    `weight` says how long they take, in bytes of YAML; `digest` changes whenever the entities or their rendering
    change.
    """

    name: str
    weight: int
    digest: str
    entities: Callable[[], Iterable[Entity]]
    derived: bool = False
    """Whether its entities stand back behind those of the curated sources."""

    def path(self, folder: Path) -> Path:
        """The file in `folder` that keeps the shard."""
        return folder / f"{self.name}-{self.digest}.npz"


def render_all(
    sources: Sequence[Source], folder: Path, tools: Callable[[], Tools], progress: Progress | None = None
) -> None:
    """Render into `folder` the sources whose shard is not there yet.

    Raises:
        GazetteerError: a source breaks its format.
    """
    stale = [source for source in sources if not source.path(folder).exists()]
    bar = _Bar(stale, progress)
    if PROCESSES > 1 and sum(source.weight for source in stale) > WORTH_A_PROCESS:
        _in_processes(stale, folder, bar)
    rest = [source for source in stale if not source.path(folder).exists()]
    if rest:
        found = tools()
        for source in rest:
            render_one(source, folder, found, bar.of(source))
    bar.finish()


def render_one(source: Source, folder: Path, tools: Tools, progress: Progress | None = None) -> None:
    """Render one source into `folder`."""
    with without_collector():
        entities = sorted(source.entities(), key=lambda entity: entity.id)
        save(render(entities, tools, progress), source.path(folder))


@contextmanager
def without_collector() -> Iterator[None]:
    """Not to look for garbage: building makes millions of objects that stay, and to look through them again and again
    takes a sixth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Bar:
    """One measure of progress for shards that are rendered side by side."""

    def __init__(self, sources: Iterable[Source], progress: Progress | None) -> None:
        self._progress = progress
        self._lock = Lock()
        self._done = {source.name: 0 for source in sources}
        self._all = sum(source.weight for source in sources)

    def of(self, source: Source) -> Progress:
        """The progress of one source."""

        def step(done: int, everything: int) -> None:
            with self._lock:
                self._done[source.name] = source.weight * done // max(1, everything)
                if self._progress:
                    self._progress(sum(self._done.values()), self._all)

        return step

    def finish(self) -> None:
        """Say that all is done."""
        if self._progress and self._all:
            self._progress(self._all, self._all)


def _in_processes(sources: Iterable[Source], folder: Path, bar: _Bar) -> None:
    """Render the sources in processes, the longest first. What a process cannot do stays undone."""
    waiting = deque(sorted(sources, key=lambda source: -source.weight))
    with ThreadPoolExecutor(PROCESSES) as pool:
        for _ in range(PROCESSES):
            pool.submit(_feed, waiting, folder, bar)


def _feed(waiting: deque[Source], folder: Path, bar: _Bar) -> None:
    """Start one process and hand it sources until none waits, or it ends."""
    package = Path(__file__).parent.parent
    path = os.pathsep.join(filter(None, (str(package), os.environ.get("PYTHONPATH", ""))))
    command = [sys.executable, "-P", "-m", PROGRAM, str(folder)]
    with (
        suppress(OSError),
        subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "PYTHONPATH": path},
        ) as process,
    ):
        assert process.stdin and process.stdout
        while waiting and process.poll() is None:
            with suppress(IndexError):
                source = waiting.popleft()
                print(source.name, file=process.stdin, flush=True)
                _follow(process.stdout, bar.of(source))
        process.stdin.close()


def _follow(lines: Iterable[str], progress: Progress) -> None:
    for line in lines:
        if line.strip() == FINISHED:
            return
        done, _, everything = line.partition(" ")
        progress(int(done), int(everything))
