"""Worker processes, and the temporary server of a run that is told of no other."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from pathlib import Path

import pytest

from flows.settings import Settings
from tests.flows.processes import COMMAND, Corpus, Server

pytestmark = pytest.mark.slow


def _seen() -> tuple[int, str, bool, bool]:
    """What a task finds: its process, the server, and whether client and settings are those of the task before."""
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL, get_current_settings

    client, settings = vars(get_client(sync_client=True)), get_current_settings()
    found = os.getpid(), PREFECT_API_URL.value(), "seen" in client, client.get("seen") is settings
    client["seen"] = settings
    return found


def test_workers_start_at_once_and_keep_client_and_settings(server: Server) -> None:
    from prefect import flow, task

    from flows.processes import processes

    seen = task(_seen)

    @flow
    def three_times() -> list[tuple[int, str, bool, bool]]:
        with processes(1, Settings()) as runner:
            assert runner._executor is not None and len(runner._executor._processes) == 1
            pending = [runner.submit(seen, parameters={}) for _ in range(3)]
            return [each.result() for each in pending]

    found = three_times()
    [(process, address)] = {each[:2] for each in found}
    assert process != os.getpid()
    assert address == server.url
    assert [each[2:] for each in found] == [(False, False), (True, True), (True, True)]


@pytest.mark.usefixtures("server")
def test_a_flow_uses_the_runner_that_was_started_ahead_of_it() -> None:
    from flows.runners import Work, runner_of, started_ahead

    work = Work("process", 1)
    with started_ahead(work, Settings()):
        with runner_of(work, Settings()) as first, runner_of(work, Settings()) as second:
            assert first is second
        with runner_of(work, Settings()) as third:
            assert third is first
    with runner_of(Work("thread", 1), Settings()) as other:
        assert other is not first


def test_a_run_that_is_told_of_no_server_has_one_for_its_time(corpus: Corpus, tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    ended = subprocess.run(
        [*COMMAND, "run", str(corpus(12)), "--out", str(out), "--workers", "1", "--batch-size", "4"],
        env={**environment, "PREFECT_HOME": str(home), "DO_NOT_TRACK": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert "12 documents (0 done before)" in ended.stdout
    assert len((out / "results.jsonl").read_text().splitlines()) == 12
    with sqlite3.connect(home / "prefect.db") as database:
        states = database.execute("SELECT state_type FROM flow_run").fetchall()
        tasks = database.execute("SELECT state_type FROM task_run").fetchall()
    assert states == [("COMPLETED",)]
    assert len(tasks) > 1 and set(tasks) == {("COMPLETED",)}


def test_a_server_that_does_not_come_up_ends_in_one_line(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("no folder")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    database = f"sqlite+aiosqlite:///{tmp_path}/home/prefect.db"
    ended = subprocess.run(
        [*COMMAND, "run", str(corpus(3)), "--out", str(tmp_path / "out"), "--workers", "1"],
        env={**environment, "PREFECT_HOME": str(tmp_path), "PREFECT_SERVER_DATABASE_CONNECTION_URL": database},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[-1].startswith("zhengming: the Prefect server ended with ")
