"""Prefect's temporary server, for a run that is told of no other.

Prefect starts one by itself, but only after the process has imported all of the server too, and it then waits for it.
This one begins as soon as the settings are read, and comes up while the flows are imported and workers load.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flows.errors import UsageError

if TYPE_CHECKING:
    import httpx

ADDRESS = "PREFECT_API_URL"
"""The variable that names the server of a process, and of those that it starts."""
OF_A_SERVER = {"PREFECT_UI_ENABLED": "0", "PREFECT__SERVER_EPHEMERAL": "1", "PREFECT__SERVER_FINAL": "1"}
"""What Prefect tells a temporary server: nobody looks at it, and it runs only the services that a run needs."""
GLANCE = 0.05
"""Seconds between two looks at whether it answers."""
GRACE = 10.0
"""Seconds that it has to end in."""

Wait = Callable[[], None]
"""Waits until the server answers.

Raises:
    UsageError: it ended, or took too long.
"""


@contextmanager
def temporary_server(wanted: bool = True) -> Iterator[Wait]:
    """Begin a server for this process and all that it starts, where the settings name none; ends it at the end."""
    from prefect.settings import PREFECT_API_URL, PREFECT_SERVER_ALLOW_EPHEMERAL_MODE

    if not wanted or PREFECT_API_URL.value() or not PREFECT_SERVER_ALLOW_EPHEMERAL_MODE.value():
        yield lambda: None
        return
    port = _free_port()
    process = _begin(port)
    try:
        with _named(f"http://127.0.0.1:{port}/api"):
            yield lambda: _wait_for(process, port)
    finally:
        _end(process)


def _begin(port: int) -> subprocess.Popen[bytes]:
    from prefect.settings import get_current_settings

    settings = get_current_settings().to_environment_variables(exclude_unset=True)
    options = ["--host", "127.0.0.1", "--port", str(port), "--log-level", "error", "--lifespan", "on"]
    command = [sys.executable, "-m", "uvicorn", "--factory", "prefect.server.api.server:create_app", *options]
    return subprocess.Popen(command, env={**os.environ, **OF_A_SERVER, **settings})  # noqa: S603 - our own interpreter


@contextmanager
def _named(address: str) -> Iterator[None]:
    """Let Prefect use the server at an address, in every thread of this process."""
    from prefect.context import refresh_global_settings_context

    os.environ[ADDRESS] = address
    refresh_global_settings_context()
    try:
        yield
    finally:
        del os.environ[ADDRESS]
        refresh_global_settings_context()


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    import httpx
    from prefect.settings import PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS

    patience = PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS.value()
    end = time.monotonic() + patience
    with httpx.Client(trust_env=False) as client:
        while not _answers(client, port):
            if process.poll() is not None:
                raise UsageError(
                    f"the Prefect server ended with {process.returncode} as it began; run the command again"
                )
            if time.monotonic() > end:
                raise UsageError(f"the Prefect server does not answer after {patience} s; run the command again")
            time.sleep(GLANCE)


def _answers(client: httpx.Client, port: int) -> bool:
    import httpx

    try:
        return client.get(f"http://127.0.0.1:{port}/api/health").is_success
    except httpx.TransportError:
        return False


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
