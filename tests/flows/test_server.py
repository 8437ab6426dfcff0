"""The flows as deployments on a real Prefect server, run through its API."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from flows.job import Done, Job, run
from flows.shards import correct_batch
from tests.flows.processes import COMMAND, Corpus, Server, Started, Starter

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that fills."""
    return tmp_path_factory.mktemp("watched")


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the results of its files go."""
    return tmp_path_factory.mktemp("taken")


@pytest.fixture(scope="module")
def serving(server: Server, watched: Path, taken: Path) -> Iterator[Started]:
    """`zhengming serve`."""
    command = [*COMMAND, "serve", "--watch", str(watched), "--out", str(taken), "--every", "5", "--limit", "2"]
    process = Started(command, server.home / "serve.log", server.environment)
    yield process
    process.kill()


def _expected(corpus: Path, out: Path, size: int = 200) -> bytes:
    run(Job((str(corpus),), str(out), batch_size=size), lambda order: Done(correct_batch(order)))
    return (out / "results.jsonl").read_bytes()


def test_a_served_corpus_is_run_through_the_api(
    corpus: Corpus, tmp_path: Path, server: Server, serving: Started
) -> None:
    deployment = serving.wait_for(lambda: server.deployment("correct-corpus/corpus"))
    path, out = corpus(60), tmp_path / "out"
    work = {"workers": 2, "batch_size": 20}
    flow_run = server.run(deployment, inputs=[str(path)], out=str(out), work=work)
    assert serving.wait_for(lambda: server.ended(flow_run)).startswith("COMPLETED")
    assert (out / "results.jsonl").read_bytes() == _expected(path, tmp_path / "plain")
    left = server.artifacts(flow_run)
    assert set(left) == {"zhengming-summary", "zhengming-counts", "zhengming-report", "zhengming-progress"}
    assert "Suh Hoon" in left["zhengming-summary"]["data"]
    assert json.loads(left["zhengming-counts"]["data"])[0]["documents"] == 60
    assert (out / "index.html").resolve().as_uri() in left["zhengming-report"]["data"]
    assert left["zhengming-progress"]["data"] == 100.0


def test_a_served_document_is_run_through_the_api(tmp_path: Path, server: Server, serving: Started) -> None:
    deployment = serving.wait_for(lambda: server.deployment("correct-document/document"))
    article, out = tmp_path / "article.txt", tmp_path / "out"
    article.write_text("Xu Xun, head of the South Korean national security office, left for Washington.")
    reading = {"date": "2020-10-20"}
    flow_run = server.run(deployment, path=str(article), out=str(out), reading=reading)
    assert serving.wait_for(lambda: server.ended(flow_run)).startswith("COMPLETED")
    assert "Suh Hoon" in (out / "corrected/article.txt").read_text()
    assert (out / "report.html").resolve().as_uri() in server.artifacts(flow_run)["zhengming-report"]["data"]


def test_what_a_run_is_told_is_typed_and_documented(server: Server, serving: Started) -> None:
    deployment = serving.wait_for(lambda: server.deployment("correct-corpus/corpus"))
    schema = server.get(f"deployments/{deployment}")["parameter_openapi_schema"]
    fields = [*schema["properties"].values()]
    for definition in schema["definitions"].values():
        fields.extend(definition["properties"].values())
    assert len(fields) > 15
    assert [each["title"] for each in fields if not each.get("description")] == []
    parameters = {"inputs": ["nowhere"], "out": "nowhere", "work": {"wrokers": 2}}
    refused = httpx.post(f"{server.url}/deployments/{deployment}/create_flow_run", json={"parameters": parameters})
    assert refused.is_client_error
    assert "wrokers" in refused.text


def test_new_files_of_a_folder_are_taken_in_once(watched: Path, taken: Path, server: Server, serving: Started) -> None:
    serving.wait_for(lambda: server.deployment("correct-new-files/new-files"))
    _come(watched / "bad.jsonl", "nonsense\n")
    _come(watched / "one.jsonl", json.dumps({"id": "one", "text": "Quiet."}))
    serving.wait_for(lambda: _results(taken) == ["one"])
    _come(watched / "two.jsonl", json.dumps({"id": "two", "text": "Quiet as well."}))
    serving.wait_for(lambda: _results(taken) == ["one", "two"])
    [failure] = map(json.loads, (taken / "failures.jsonl").read_text().splitlines())
    assert failure["id"] == str(watched / "bad.jsonl")
    assert "not JSON" in failure["reason"]


def _come(path: Path, content: str) -> None:
    """Let a file come that has not changed for an hour."""
    work = path.with_name(f".{path.name}")
    work.write_text(content)
    hour_ago = work.stat().st_mtime - 3600
    os.utime(work, (hour_ago, hour_ago))
    work.rename(path)


def _results(out: Path) -> list[str]:
    """The ids of all results, by the time of their pass."""
    lines = [line for path in sorted(out.glob("*/results.jsonl")) for line in path.read_text().splitlines()]
    return [json.loads(line)["document"]["id"] for line in lines]


def test_a_run_outlives_its_server(corpus: Corpus, tmp_path: Path, server: Server, serving: Started) -> None:
    deployment = serving.wait_for(lambda: server.deployment("correct-corpus/corpus"))
    path, out = corpus(1500), tmp_path / "out"
    flow_run = server.run(deployment, inputs=[str(path)], out=str(out), work={"workers": 1, "batch_size": 20})
    shards = out / ".zhengming/shards"
    serving.wait_for(lambda: shards.exists() and len(list(shards.glob("[!.]*"))) >= 5)
    server.kill()
    assert not (out / "results.jsonl").exists()
    server.start()
    state = serving.wait_for(lambda: server.ended(flow_run))
    if not state.startswith("COMPLETED"):
        pytest.fail(f"the flow run ended as {state}")
    assert (out / "results.jsonl").read_bytes() == _expected(path, tmp_path / "plain")


def test_the_committed_deployments_run_in_a_work_pool(
    corpus: Corpus, tmp_path: Path, server: Server, started: Starter
) -> None:
    prefect = [sys.executable, "-m", "prefect", "--no-prompt"]
    environment = {**os.environ, **server.environment, "PWD": str(tmp_path)}
    for arguments in (["work-pool", "create", "--type", "process", "zhengming"], ["deploy", "--all"]):
        done = subprocess.run([*prefect, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    worker = started(*prefect, "worker", "start", "--pool", "zhengming", **server.environment)
    deployment = worker.wait_for(lambda: server.deployment("correct-corpus/corpus"))
    path = corpus(20)
    flow_run = server.run(deployment, inputs=[str(path)], out=str(tmp_path / "out"), work={"workers": 1})
    assert worker.wait_for(lambda: server.ended(flow_run)).startswith("COMPLETED")
    assert (tmp_path / "out/results.jsonl").read_bytes() == _expected(path, tmp_path / "plain")
