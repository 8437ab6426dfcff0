"""The flows on a real Prefect server, in processes of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flows.job import Done, Job, run
from flows.shards import correct_batch

pytestmark = pytest.mark.slow

Corpus = Callable[[int], Path]


@pytest.fixture(scope="module")
def server(prefect_home: Path) -> Iterator[None]:
    """A server with an empty database of its own."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=300):
        yield


def _expected(corpus: Path, out: Path) -> bytes:
    run(Job((str(corpus),), str(out), batch_size=10), lambda order: Done(correct_batch(order)))
    return (out / "results.jsonl").read_bytes()


@pytest.mark.parametrize("runner", ["process", "dask"])
@pytest.mark.usefixtures("server")
def test_a_flow_gives_what_the_functions_give(corpus: Corpus, tmp_path: Path, runner: str) -> None:
    from flows.corpus import correct_corpus

    if runner == "dask":
        pytest.importorskip("prefect_dask")
    path = corpus(60)
    count = correct_corpus([str(path)], str(tmp_path / "flow"), work=Work(runner, 2, batch_size=10))
    assert (count["documents"], count["failed"], count["reused"]) == (60, 0, 0)
    assert (tmp_path / "flow/results.jsonl").read_bytes() == _expected(path, tmp_path / "plain")
    again = correct_corpus([str(path)], str(tmp_path / "flow"), runner="thread", workers=1, batch_size=10)
    assert again["reused"] == 60


@pytest.mark.usefixtures("server")
def test_a_flow_leaves_its_artifacts_on_the_server(corpus: Corpus, tmp_path: Path) -> None:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey

    from flows import artifacts
    from flows.corpus import correct_document

    path = tmp_path / "article.txt"
    path.write_text("Xu Xun, head of the South Korean national security office, left for Washington.")
    report = correct_document(str(path), str(tmp_path / "out"), date="2020-10-20")
    assert Path(report).exists()
    with get_client(sync_client=True) as client:
        keys = [artifacts.SUMMARY, artifacts.REPORT]
        found = client.read_artifacts(artifact_filter=ArtifactFilter(key=ArtifactFilterKey(any_=keys)))
    texts = [(artifact.key, str(artifact.data)) for artifact in found]
    assert any(key == artifacts.SUMMARY and "Suh Hoon" in text for key, text in texts)
    assert any(key == artifacts.REPORT and Path(report).resolve().as_uri() in text for key, text in texts)


@pytest.mark.usefixtures("server")
def test_bad_input_fails_the_flow_with_its_line(tmp_path: Path) -> None:
    from flows.corpus import correct_corpus
    from flows.errors import UsageError

    path = tmp_path / "in.jsonl"
    path.write_text("nonsense\n")
    with pytest.raises(UsageError, match="line 1: not JSON"):
        correct_corpus([str(path)], str(tmp_path / "out"), runner="thread", workers=1)
    assert not (tmp_path / "out").exists()
