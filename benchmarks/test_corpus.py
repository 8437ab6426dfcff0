"""What orchestration, a second process and the pipeline itself cost: each prints the ratio of two times of one run.

`pytest benchmarks/test_corpus.py --documents 20000` takes about a quarter of an hour on two idle cores; with the 400 of
the default the start of Prefect is most of what is measured. No ratio is asserted: the machine may be busy.
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import spacy

from benchmarks.conftest import Tell
from flows.settings import Settings
from flows.shards import pipeline_of

PARAGRAPH = (
    "Xu Xun, head of the South Korean national security office, left for Washington on Tuesday to discuss the "
    "apportionment of defense costs. The ferries ran on time, and the harbour was quiet. A spokesman said that the "
    "talks would go on next week, that nothing had been agreed, and that the ministers of both countries would meet "
    "again before the end of the year. "
)
REAL = Path(__file__).parents[2] / "shared/eval/wmt21"
"""News as several systems translated it, a sentence a line; where it is not beside the checkout, `PARAGRAPH` serves."""
LENGTH = 3000
"""Characters of a document, about."""
STARTS = 3
BARE = """
import json, sys
from flows.settings import Settings, load_pipeline
pipeline = load_pipeline(Settings())
with open(sys.argv[1], encoding="utf-8") as documents, open(sys.argv[2], "w", encoding="utf-8") as results:
    for correction in pipeline.pipe(map(json.loads, documents)):
        results.write(json.dumps(correction.record(), ensure_ascii=False) + "\\n")
"""
"""The bare loop: what anybody would write who has no flow."""
COMMAND = "import sys; from flows.cli import main; sys.exit(main(sys.argv[1:]))"
SAMPLED = 0.2
"""Seconds between two looks at the memory of a run. A look reads the peak so far, so that none is missed."""


@dataclass(frozen=True)
class Took:
    """What a command took: seconds, and, by role, of its processes the seconds of processor time and the peaks of
    resident memory in MB."""

    seconds: float
    work: dict[str, float]
    peaks: dict[str, tuple[float, ...]]

    @property
    def memory(self) -> float:
        """The sum over the process that drives the run and its workers, without Prefect's temporary server."""
        return sum(peak for role, peaks in self.peaks.items() if role != "server" for peak in peaks)

    def __str__(self) -> str:
        return "; ".join((f"{self.seconds:.1f} s", *map(self._of, self.peaks)))

    def _of(self, role: str) -> str:
        peaks = ", ".join(f"{peak:.0f}" for peak in self.peaks[role])
        return f"{role} {self.work[role]:.1f} s of processor, {peaks} MB"


Measured = Callable[[int, int], Took]


@pytest.fixture(scope="module")
def number(request: pytest.FixtureRequest) -> int:
    """Documents of the corpus."""
    found: int = request.config.getoption("--documents")
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("corpus")


@pytest.fixture(scope="module")
def corpus(folder: Path) -> Callable[[int], Path]:
    """Writes a corpus of so many documents, once."""

    @cache
    def write(documents: int) -> Path:
        path = folder / f"{documents}.jsonl"
        texts = itertools.islice(itertools.cycle(list(_texts())), documents)
        with path.open("w", encoding="utf-8") as file:
            for at, text in enumerate(texts):
                file.write(json.dumps({"id": f"d{at}", "text": text, "date": "2020-10-20"}) + "\n")
        return path

    return write


@pytest.fixture(scope="module")
def measured(corpus: Callable[[int], Path], folder: Path) -> Measured:
    """Runs `zhengming run` over so many documents with so many workers, once; with 0 workers, the bare loop."""

    @cache
    def measure(documents: int, workers: int) -> Took:
        path, out = str(corpus(documents)), str(folder / f"out-{documents}-{workers}")
        if not workers:
            return _watched([sys.executable, "-c", BARE, path, out])
        arguments = ["run", path, "--out", out, "--workers", str(workers), "--quiet"]
        return _watched([sys.executable, "-c", COMMAND, *arguments], PREFECT_HOME=str(folder / "prefect"))

    return measure


def _texts() -> Iterator[str]:
    """Different texts of about the length of a news item."""
    if not REAL.is_dir():
        yield from (f"{at}. {PARAGRAPH * (LENGTH // len(PARAGRAPH))}" for at in range(750))
        return
    held: list[str] = []
    for path in sorted(REAL.glob("hyp.*.en")):
        for line in path.read_text(encoding="utf-8").splitlines():
            held.append(line)
            if sum(map(len, held)) >= LENGTH:
                yield "\n".join(held)
                held = []


def _watched(command: list[str], **environment: str) -> Took:
    """Run a command, and watch what its processes work, and their memory."""
    begun, peaks, work = time.perf_counter(), dict[tuple[str, int], float](), dict[tuple[str, int], float]()
    with subprocess.Popen(command, env={**os.environ, **environment}, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            for pid in _tree(process.pid):
                if found := _peak(pid):
                    role = "parent" if pid == process.pid else _role(pid)
                    peaks[role, pid] = found
                    work[role, pid] = max(_work(pid), work.get((role, pid), 0.0))
            time.sleep(SAMPLED)
    assert process.returncode == 0, command
    seconds = time.perf_counter() - begun
    roles = sorted({role for role, _ in peaks})
    return Took(
        seconds,
        {each: sum(spent for (role, _), spent in work.items() if role == each) for each in roles},
        {each: tuple(peak for (role, _), peak in peaks.items() if role == each) for each in roles},
    )


def _tree(pid: int) -> Iterator[int]:
    """A process, and those that it started."""
    yield pid
    try:
        children = [
            int(each) for task in Path(f"/proc/{pid}/task").iterdir() for each in _read(task / "children").split()
        ]
    except OSError:
        return
    for child in children:
        yield from _tree(child)


def _peak(pid: int) -> float:
    """The peak of the resident memory in MB; 0 where the process is gone."""
    for line in _read(Path(f"/proc/{pid}/status")).splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def _work(pid: int) -> float:
    """The processor time that a process took, in seconds; 0 where it is gone."""
    fields = _read(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else 0.0


def _role(pid: int) -> str:
    command = _read(Path(f"/proc/{pid}/cmdline"))
    if "resource_tracker" in command:
        return "tracker"
    return "worker" if "spawn_main" in command else "server"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def test_the_pipeline_against_the_tokenizer(corpus: Callable[[int], Path], tell: Tell) -> None:
    """Target: at most 3.0 times `spacy.blank("en").pipe` on the same text."""
    documents = [json.loads(line) for line in corpus(400).read_text(encoding="utf-8").splitlines()]
    blank, pipeline = spacy.blank("en"), pipeline_of(Settings())
    pipeline.correct(documents[0]["text"])
    alone = seconds(lambda: [None for _ in blank.pipe(document["text"] for document in documents)])
    whole = seconds(lambda: [None for _ in pipeline.pipe(documents)])
    tell(f"{whole / alone:.2f}")
    assert whole > 0


def test_the_run_against_the_bare_loop(measured: Measured, number: int, tell: Tell) -> None:
    """Target: at most 1.1 times the loop over the same documents, all of Prefect and the output folder included."""
    bare, run = measured(number, 0), measured(number, 1)
    tell(f"{run.seconds / bare.seconds:.2f} ({run} / {bare})")
    assert run.peaks["worker"]


def test_two_processes_against_one(measured: Measured, number: int, folder: Path, tell: Tell) -> None:
    """Target: at least 1.7 times the throughput."""
    one, two = measured(number, 1), measured(number, 2)
    tell(f"{one.seconds / two.seconds:.2f} ({one} / {two})")
    results = [folder / f"out-{number}-{workers}" / "results.jsonl" for workers in (1, 2)]
    assert results[0].read_bytes() == results[1].read_bytes()


def test_memory_of_ten_times_the_documents(measured: Measured, number: int, tell: Tell) -> None:
    """Target: at most 1.2 times."""
    few, many = measured(number // 10, 2), measured(number, 2)
    tell(f"{many.memory / few.memory:.2f} ({many} / {few})")
    assert len(many.peaks["worker"]) == 2


def test_a_first_answer_against_importing_spacy(tmp_path: Path, tell: Tell) -> None:
    """Target: at most 2.5 times `import spacy; spacy.blank("en")`, side by side, with the index in the cache."""
    text = tmp_path / "article.txt"
    text.write_text(PARAGRAPH, encoding="utf-8")
    arguments = ["correct", str(text), "--out", str(tmp_path / "out"), "--quiet"]
    blank = [sys.executable, "-c", "import spacy; spacy.blank('en')"]
    correct = [sys.executable, "-c", COMMAND, *arguments]
    times = [
        (seconds(lambda: subprocess.run(blank, check=True)), seconds(lambda: subprocess.run(correct, check=True)))
        for _ in range(STARTS)
    ]
    tell(f"{min(whole for _, whole in times) / min(alone for alone, _ in times):.2f}")
    assert (tmp_path / "out/report.html").exists()
