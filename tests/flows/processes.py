"""Processes that tests start, wait for and kill; a Prefect server among them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

COMMAND = (sys.executable, "-c", "import sys; from flows.cli import main; sys.exit(main(sys.argv[1:]))")
"""The command `zhengming`, wherever it is installed."""
PATIENCE = 300
"""Seconds after which a test gives up waiting for another process."""

Corpus = Callable[[int], Path]


Starter = Callable[..., "Started"]


class Started:
    """A process of its own group, so that it can be killed with all that it started. What it prints is in `log`."""

    def __init__(self, command: Sequence[str], log: Path, environment: dict[str, str]) -> None:
        self.log = log
        with log.open("ab") as file:
            self.process = subprocess.Popen(
                command,
                stdout=file,
                stderr=subprocess.STDOUT,
                env={**os.environ, **environment},
                start_new_session=True,
            )

    def wait_for(self, is_so: Callable[[], Any]) -> Any:
        """Wait until something is so; fail where the process ended before."""
        end = time.monotonic() + PATIENCE
        while not (found := is_so()):
            if self.process.poll() is not None or time.monotonic() > end:
                pytest.fail(f"{self.process.args!r} ended, or nothing came of it:\n{self.log.read_text()[-4000:]}")
            time.sleep(0.1)
        return found

    def kill(self) -> None:
        """Kill -9, the process and what it started."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        self.process.wait()


@dataclass
class Server:
    """A Prefect server on a free port of the loopback, with an empty database of its own."""

    home: Path
    port: int
    running: Started | None = field(default=None, init=False)

    @property
    def url(self) -> str:
        """The address of its API."""
        return f"http://127.0.0.1:{self.port}/api"

    @property
    def environment(self) -> dict[str, str]:
        """What makes a process use it, and nothing of the user's."""
        return {
            "PREFECT_HOME": str(self.home),
            "PREFECT_API_URL": self.url,
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "2",
            "PREFECT_RUNNER_POLL_FREQUENCY": "1",
            "PREFECT_WORKER_QUERY_SECONDS": "1",
            "PREFECT_LOGGING_LEVEL": "INFO",
            "DO_NOT_TRACK": "1",
        }

    def start(self) -> None:
        """Start it, or start it again, and wait until it answers."""
        command = (sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(self.port))
        self.running = Started(command, self.home / "server.log", self.environment)
        self.running.wait_for(self._answers)

    def kill(self) -> None:
        """Kill -9."""
        if self.running:
            self.running.kill()

    def get(self, path: str) -> Any:
        """What is at a path of the API; None where there is nothing."""
        answer = httpx.get(f"{self.url}/{path}", timeout=60)
        return answer.json() if answer.is_success else None

    def post(self, path: str, **body: Any) -> Any:
        """What the API answers; while its database is busy (503) it is asked again, as Prefect's own client does."""
        end = time.monotonic() + PATIENCE
        while True:
            answer = httpx.post(f"{self.url}/{path}", json=body, timeout=60)
            if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE or time.monotonic() > end:
                answer.raise_for_status()
                return answer.json()
            time.sleep(0.5)

    def deployment(self, name: str) -> str | None:
        """The id of the deployment `FLOW/NAME`, when somebody works for it."""
        found = self.get(f"deployments/name/{name}")
        return found["id"] if found and found["status"] == "READY" else None

    def run(self, deployment: str, **parameters: Any) -> str:
        """Have a deployment run; returns the id of the flow run."""
        made = self.post(f"deployments/{deployment}/create_flow_run", parameters=parameters)
        return str(made["id"])

    def ended(self, flow_run: str) -> str | None:
        """The state of a flow run, as soon as that is its last."""
        try:
            state = self.get(f"flow_runs/{flow_run}")["state"]
        except (httpx.HTTPError, TypeError):
            return None
        final = ("COMPLETED", "FAILED", "CRASHED", "CANCELLED")
        return f"{state['type']}: {state['message'] or ''}" if state["type"] in final else None

    def artifacts(self, flow_run: str) -> dict[str, dict[str, Any]]:
        """What a flow run left, by key."""
        found = self.post("artifacts/filter", artifacts={"flow_run_id": {"any_": [flow_run]}})
        return {artifact["key"]: artifact for artifact in found}

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/health", timeout=5).is_success
        except httpx.HTTPError:
            return False
