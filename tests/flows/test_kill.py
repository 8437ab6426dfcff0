"""A run that is killed at any moment, and started again until it ends."""

from __future__ import annotations

import os
import random
import signal
import subprocess
from pathlib import Path

import pytest

from flows.job import Done, Job, run
from flows.shards import correct_batch
from tests.flows.processes import COMMAND, Corpus, Server, Starter

pytestmark = pytest.mark.slow

KILLS = 10


def _files(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file() and ".zhengming" not in path.parts)
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


def test_a_killed_flow_ends_with_the_same_bytes(
    corpus: Corpus, tmp_path: Path, server: Server, started: Starter
) -> None:
    path, whole, killed = corpus(5000), tmp_path / "whole", tmp_path / "killed"
    run(Job((str(path),), str(whole)), lambda order: Done(correct_batch(order)))
    arguments = ["run", str(path), "--out", str(killed), "--workers", "2", "--batch-size", "50", "--quiet"]
    shards = killed / ".zhengming/shards"
    moments = random.Random(7)
    for at in range(KILLS):
        flow = started(*COMMAND, *arguments, **server.environment)
        # A moment is a number of finished batches, so that a slow machine is killed as far on as a fast one.
        goal = len(_names(shards)) + moments.randint(1, 8)
        flow.wait_for(lambda goal=goal: len(_names(shards)) >= goal)
        if at % 2:
            flow.kill()
        else:  # its workers live on for a while, as they do when a system is short of memory
            os.kill(flow.process.pid, signal.SIGKILL)
            flow.process.wait()
        assert not (killed / "results.jsonl").exists()
    last = started(*COMMAND, *arguments, **server.environment)
    assert last.process.wait() == 0, last.log.read_text()[-4000:]
    assert _files(killed) == _files(whole)


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if not path.name.startswith(".")] if folder.exists() else []


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting needs the rights of root")
@pytest.mark.parametrize("command", ["correct", "run"])
@pytest.mark.parametrize("state", ["full", "read-only"])
def test_a_place_that_cannot_be_written_ends_in_one_line(
    corpus: Corpus, tmp_path: Path, server: Server, state: str, command: str
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    options = "size=96k" if state == "full" else "size=96k,ro"
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip(f"cannot mount: {mounted.stderr.decode().strip()}")
    try:
        arguments = [command, str(corpus(400)), "--out", str(place / "out")]
        environment = {**os.environ, **server.environment, "PREFECT_LOGGING_LEVEL": "CRITICAL"}
        ended = subprocess.run([*COMMAND, *arguments], check=False, capture_output=True, text=True, env=environment)
        assert ended.returncode == 2
        assert [line for line in ended.stderr.splitlines() if line.startswith("zhengming: ")] == [
            ended.stderr.splitlines()[-1]
        ]
        assert "cannot be written" in ended.stderr
        # A run keeps the batches that it finished and those that wait, each whole; nothing is half written.
        left = [each for each in place.rglob("*") if each.is_file() and each.name != "lock"]
        batches = [each for each in left if each.parent.name in ("shards", "waiting")]
        assert left == [each for each in batches if not each.name.startswith(".")]
        assert command == "run" or list(place.rglob("*")) == []
    finally:
        subprocess.run(["umount", str(place)], check=True)
