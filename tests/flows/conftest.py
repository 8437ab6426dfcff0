"""What the tests of the flows share: small corpora, and a Prefect server with a home that is nobody's."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.processes import Corpus, Server, Started, Starter

SENTENCES = (
    "Xu Xun, head of the South Korean national security office, left for Washington on Tuesday.",
    "The two sides discussed the apportionment of defense costs, and agreed on nothing.",
    "Prime Minister Sean Lien spoke of prices and of rain.",
    "A quiet afternoon in the harbour; the ferries ran on time.",
)


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """Writes a .jsonl file with so many documents."""

    def write(number: int) -> Path:
        path = tmp_path / f"corpus-{number}.jsonl"
        lines = (
            json.dumps({"id": f"doc-{at}", "text": f"{SENTENCES[at % len(SENTENCES)]} ({at})", "date": "2020-10-20"})
            for at in range(number)
        )
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Starter]:
    """Starts processes, and kills what is left of them at the end."""
    processes: list[Started] = []

    def start(*command: str, **environment: str) -> Started:
        processes.append(Started(command, tmp_path / f"process-{len(processes)}.log", environment))
        return processes[-1]

    yield start
    for process in reversed(processes):
        process.kill()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server that the tests of this session share, and that flows called in this process use.

    Prefect reads its settings when it is imported, so no test imports it without this.
    """
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    prefect = Server(tmp_path_factory.mktemp("prefect"), port)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in prefect.environment.items():
            patch.setenv(name, value)
        prefect.start()
        yield prefect
        prefect.kill()
