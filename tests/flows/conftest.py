"""What the tests of the flows share: small corpora, and a home for Prefect that is nobody's."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SENTENCES = (
    "Xu Xun, head of the South Korean national security office, left for Washington on Tuesday.",
    "The two sides discussed the apportionment of defense costs, and agreed on nothing.",
    "Prime Minister Sean Lien spoke of prices and of rain.",
    "A quiet afternoon in the harbour; the ferries ran on time.",
)

Corpus = Callable[[int], Path]


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


@pytest.fixture(scope="session")
def prefect_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home for Prefect of this session's own; nothing is sent anywhere."""
    home = tmp_path_factory.mktemp("prefect")
    settings = {
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "300",
        "DO_NOT_TRACK": "1",
    }
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    yield home
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value
