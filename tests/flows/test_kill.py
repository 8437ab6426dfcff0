"""A run that is killed at any moment, and started again until it ends."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

Corpus = Callable[[int], Path]

RUN = """
import sys
from flows.job import Done, Job, run
from flows.shards import correct_batch
run(Job((sys.argv[1],), sys.argv[2], batch_size=50), lambda order: Done(correct_batch(order)))
"""
KILLS = 10


def _files(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file() and ".zhengming" not in path.parts)
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


def test_a_killed_run_ends_with_the_same_bytes(corpus: Corpus, tmp_path: Path) -> None:
    path, whole, killed = corpus(5000), tmp_path / "whole", tmp_path / "killed"
    command = [sys.executable, "-c", RUN, str(path)]
    subprocess.run([*command, str(whole)], check=True)
    moments = random.Random(7)
    for _ in range(KILLS):
        process = subprocess.Popen([*command, str(killed)])
        # A moment is a number of finished batches, so that a slow machine is killed as far on as a fast one.
        _wait_for(process, killed / ".zhengming/shards", moments.randint(1, 8))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    subprocess.run([*command, str(killed)], check=True)
    assert _files(killed) == _files(whole)


def _wait_for(process: subprocess.Popen[bytes], shards: Path, more: int) -> None:
    """Wait until so many shards came about, or the process ended."""
    before = len(_names(shards))
    while process.poll() is None and len(_names(shards)) < before + more:
        try:
            process.wait(timeout=0.02)
        except subprocess.TimeoutExpired:
            continue


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if not path.name.startswith(".")] if folder.exists() else []


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting needs the rights of root")
@pytest.mark.parametrize("state", ["full", "read-only"])
def test_a_place_that_cannot_be_written_ends_in_one_line(corpus: Corpus, tmp_path: Path, state: str) -> None:
    place = tmp_path / "place"
    place.mkdir()
    options = "size=96k" if state == "full" else "size=96k,ro"
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip(f"cannot mount: {mounted.stderr.decode().strip()}")
    try:
        arguments = ["correct", str(corpus(400)), "--out", str(place / "out")]
        code = f"import sys; from flows.cli import main; sys.exit(main({arguments!r}))"
        ended = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
        assert ended.returncode == 2
        assert [line for line in ended.stderr.splitlines() if line.startswith("zhengming: ")] == [
            ended.stderr.splitlines()[-1]
        ]
        assert "cannot be written" in ended.stderr
        assert list(place.rglob("*")) == []
    finally:
        subprocess.run(["umount", str(place)], check=True)
