"""The flow on a Dask cluster whose scheduler and workers are processes of their own."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from flows.job import Done, Job, run
from flows.shards import correct_batch
from tests.flows.processes import COMMAND, Corpus, Server, Started, Starter

pytestmark = pytest.mark.slow

DASK = (sys.executable, "-m", "dask")


def test_a_worker_that_is_killed_costs_nothing(
    corpus: Corpus, tmp_path: Path, server: Server, started: Starter
) -> None:
    pytest.importorskip("prefect_dask")
    where = tmp_path / "scheduler.json"
    place = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(where)]
    scheduler = started(*DASK, "scheduler", *place)
    address = scheduler.wait_for(lambda: _address(where))
    workers = [_worker(started, address, server) for _ in range(2)]
    path, out = corpus(1200), tmp_path / "out"
    arguments = ["run", str(path), "--out", str(out), "--runner", "dask", "--dask-address", address, "--workers", "2"]
    flow = started(*COMMAND, *arguments, "--batch-size", "20", **server.environment)
    shards = out / ".zhengming/shards"
    flow.wait_for(lambda: shards.exists() and len(list(shards.glob("[!.]*"))) >= 4)
    workers[0].kill()
    assert not (out / "results.jsonl").exists()
    assert flow.process.wait() == 0, flow.log.read_text()[-4000:]
    run(Job((str(path),), str(tmp_path / "plain")), lambda order: Done(correct_batch(order)))
    assert (out / "results.jsonl").read_bytes() == (tmp_path / "plain/results.jsonl").read_bytes()


def _address(where: Path) -> str:
    try:
        return str(json.loads(where.read_text())["address"])
    except (OSError, ValueError):
        return ""


def _worker(started: Starter, address: str, server: Server) -> Started:
    """A worker that has found its scheduler. Its killing leaves no nanny to start another."""
    options = ["--nthreads", "1", "--no-nanny", "--no-dashboard"]
    worker = started(*DASK, "worker", address, *options, **server.environment)
    worker.wait_for(lambda: "Registered to" in worker.log.read_text())
    return worker
