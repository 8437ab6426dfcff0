"""The flows called from Python, with a real Prefect server."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.cli import main
from flows.job import Done, Job, run
from flows.shards import correct_batch
from tests.flows.failing import failing
from tests.flows.processes import Corpus

pytestmark = pytest.mark.slow


def _expected(corpus: Path, out: Path) -> bytes:
    run(Job((str(corpus),), str(out), batch_size=10), lambda order: Done(correct_batch(order)))
    return (out / "results.jsonl").read_bytes()


@pytest.mark.parametrize("runner", ["process", "dask"])
@pytest.mark.usefixtures("server")
def test_a_flow_gives_what_the_functions_give(corpus: Corpus, tmp_path: Path, runner: str) -> None:
    from flows.corpus import correct_corpus
    from flows.runners import Work

    if runner == "dask":
        pytest.importorskip("prefect_dask")
    path = corpus(60)
    count = correct_corpus([str(path)], str(tmp_path / "flow"), work=Work(runner, 2, batch_size=10))
    assert (count["documents"], count["failed"], count["reused"]) == (60, 0, 0)
    assert (tmp_path / "flow/results.jsonl").read_bytes() == _expected(path, tmp_path / "plain")
    again = correct_corpus([str(path)], str(tmp_path / "flow"), work=Work("thread", 1, batch_size=10))
    assert again["reused"] == 60


@pytest.mark.usefixtures("server")
def test_a_flow_leaves_its_artifacts_on_the_server(corpus: Corpus, tmp_path: Path) -> None:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey

    from flows import artifacts
    from flows.corpus import correct_document
    from flows.reading import Reading

    path = tmp_path / "article.txt"
    path.write_text("Xu Xun, head of the South Korean national security office, left for Washington.")
    report = correct_document(str(path), str(tmp_path / "out"), Reading("2020-10-20"))
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
    from flows.runners import Work

    path = tmp_path / "in.jsonl"
    path.write_text("nonsense\n")
    with pytest.raises(UsageError, match="line 1: not JSON"):
        correct_corpus([str(path)], str(tmp_path / "out"), work=Work("thread", 1))
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("server")
def test_a_run_fails_only_beyond_its_failures(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from flows.corpus import TooManyFailuresError, correct_corpus
    from flows.runners import Work

    monkeypatch.setattr("flows.shards.pipeline_of", failing({"doc-3", "doc-5"}))
    path, out = corpus(8), tmp_path / "out"
    count = correct_corpus([str(path)], str(out), work=Work("thread", 1, max_failures=2))
    assert (count["documents"], count["failed"]) == (8, 2)
    with pytest.raises(TooManyFailuresError, match="2 of 8 documents failed, more than 1"):
        correct_corpus([str(path)], str(out), work=Work("thread", 1, max_failures=1))
    assert len((out / "results.jsonl").read_text().splitlines()) == 6
    arguments = ["run", str(path), "--out", str(out), "--runner", "thread", "--max-failures"]
    for limit in ("1", "2"):
        assert main([*arguments, limit]) == 1
        assert f"{out}/failures.jsonl names them" in capsys.readouterr().err.splitlines()[-1]
