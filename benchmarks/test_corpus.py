"""What orchestration, a second process and the pipeline itself cost: each prints the ratio of two times of one run.

`pytest benchmarks/test_corpus.py`. No ratio is asserted: the machine may be busy.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest
import spacy

from flows.job import Done, Job, run
from flows.settings import Settings
from flows.shards import correct_batch, pipeline_of

PARAGRAPH = (
    "Xu Xun, head of the South Korean national security office, left for Washington on Tuesday to discuss the "
    "apportionment of defense costs. The ferries ran on time, and the harbour was quiet. A spokesman said that the "
    "talks would go on next week, that nothing had been agreed, and that the ministers of both countries would meet "
    "again before the end of the year. "
)
Tell = Callable[[float], None]

DOCUMENTS = 400
STARTS = 3


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "in.jsonl"
    lines = (
        json.dumps({"id": f"d{at}", "text": f"{at}. {PARAGRAPH * 7}", "date": "2020-10-20"}) for at in range(DOCUMENTS)
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest) -> Tell:
    """Prints a ratio, whatever pytest captures."""

    def write(ratio: float) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{request.node.name}: {ratio:.2f}\n")

    return write


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def test_the_pipeline_against_the_tokenizer(corpus: Path, tell: Tell) -> None:
    """Target: at most 3.0 times `spacy.blank("en").pipe` on the same text."""
    documents = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    blank, pipeline = spacy.blank("en"), pipeline_of(Settings())
    pipeline.correct(documents[0]["text"])
    alone = seconds(lambda: [None for _ in blank.pipe(document["text"] for document in documents)])
    whole = seconds(lambda: [None for _ in pipeline.pipe(documents)])
    tell(whole / alone)
    assert whole > 0


def test_the_run_against_the_bare_loop(corpus: Path, tmp_path: Path, tell: Tell) -> None:
    """Target: at most 1.1 times the loop over the same documents, without Prefect's start."""
    documents = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    pipeline = pipeline_of(Settings())
    bare = seconds(lambda: [None for _ in pipeline.pipe(documents)])
    job = Job((str(corpus),), str(tmp_path / "out"))
    whole = seconds(lambda: run(job, lambda order: Done(correct_batch(order))))
    tell(whole / bare)
    assert (tmp_path / "out/results.jsonl").exists()


def test_two_processes_against_one(corpus: Path, tmp_path: Path, tell: Tell) -> None:
    """Target: at least 1.7 times the throughput."""
    took = {}
    for workers in (1, 2):
        job = Job((str(corpus),), str(tmp_path / str(workers)), batch_size=25)
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            list(pool.map(_warm, range(workers)))
            took[workers] = seconds(partial(run, job, partial(pool.submit, correct_batch), 3 * workers))
    tell(took[1] / took[2])
    assert (tmp_path / "1/results.jsonl").read_bytes() == (tmp_path / "2/results.jsonl").read_bytes()


def _warm(_: int) -> str:
    return pipeline_of(Settings()).signature


def test_a_first_answer_against_importing_spacy(tmp_path: Path, tell: Tell) -> None:
    """Target: at most 2.5 times `import spacy; spacy.blank("en")`, side by side, with the index in the cache."""
    text = tmp_path / "article.txt"
    text.write_text(PARAGRAPH, encoding="utf-8")
    arguments = ["correct", str(text), "--out", str(tmp_path / "out"), "--quiet"]
    blank = [sys.executable, "-c", "import spacy; spacy.blank('en')"]
    correct = [sys.executable, "-c", f"import sys; from flows.cli import main; sys.exit(main({arguments!r}))"]
    times = [
        (seconds(lambda: subprocess.run(blank, check=True)), seconds(lambda: subprocess.run(correct, check=True)))
        for _ in range(STARTS)
    ]
    tell(min(whole for _, whole in times) / min(alone for alone, _ in times))
    assert (tmp_path / "out/report.html").exists()
