"""The whole pipeline against spaCy's tokenizer, and where its time goes: `pytest benchmarks/test_pipeline.py`.

Documents are some 3 kB each, put together from lines of the machine translations in `../shared/eval/wmt21`. The
pipeline has read other documents before. No time is asserted: the machine may be busy. Ratios are of processor time,
taken in turns.
"""

from __future__ import annotations

import gc
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import spacy
from pytest_benchmark.fixture import BenchmarkFixture
from spacy.language import Language

from benchmarks.conftest import Tell
from normalizers import Zhengming, load
from normalizers.context import context_of
from normalizers.detectors import DETECTORS
from normalizers.naming import is_faint
from normalizers.page import Page
from normalizers.reader import Reader
from normalizers.settling import settle
from normalizers.surfaces import surfaces as surfaces_of
from normalizers.wording import fit
from normalizers.zhengming import day_of

LINES = Path(__file__).parents[2] / "shared/eval/wmt21"
SIZE = 3000
WARM, MEASURED = 200, 60
FEW, TURNS = 5, 8
"""Documents to a turn, and turns of which the shortest counts."""

Texts = list[dict[str, str]]


@pytest.fixture(scope="module")
def documents() -> Texts:
    paths = sorted(LINES.glob("hyp.*.en"))
    if not paths:
        pytest.skip("../shared/eval/wmt21: the machine translations are not beside this checkout")
    date = (LINES / "date.txt").read_text(encoding="utf-8").strip()
    by_system = [list(_put_together(path.read_text(encoding="utf-8").splitlines())) for path in paths]
    return [{"text": text, "date": date} for texts in zip(*by_system, strict=False) for text in texts]


def _put_together(lines: list[str]) -> Iterator[str]:
    part: list[str] = []
    for line in lines:
        part.append(line)
        if sum(map(len, part)) >= SIZE:
            yield "\n".join(part)
            part = []


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("en")


@pytest.fixture(scope="module")
def pipeline(documents: Texts, blank: Language) -> Zhengming:
    """The pipeline, and spaCy's, when both have read other documents."""
    corrector = load()
    for _ in corrector.pipe(documents[:WARM]):
        pass
    tokenize(blank, documents[:WARM])
    return corrector


def tokenize(nlp: Language, documents: Texts) -> int:
    return sum(1 for _ in nlp.pipe(document["text"] for document in documents))


def correct(pipeline: Zhengming, documents: Texts) -> int:
    return sum(1 for _ in pipeline.pipe(documents))


def seconds(work: Callable[[], object]) -> float:
    """The processor's time for it."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


@pytest.mark.benchmark(group="pipeline", min_rounds=3)
def test_spacy_alone(benchmark: BenchmarkFixture, blank: Language, pipeline: Zhengming, documents: Texts) -> None:
    assert benchmark(tokenize, blank, documents[WARM : WARM + MEASURED]) == MEASURED


@pytest.mark.benchmark(group="pipeline", min_rounds=3)
def test_the_whole_pipeline(benchmark: BenchmarkFixture, pipeline: Zhengming, documents: Texts) -> None:
    assert benchmark(correct, pipeline, documents[WARM : WARM + MEASURED]) == MEASURED


@pytest.mark.benchmark(group="pipeline", min_rounds=3)
def test_in_a_spacy_pipeline(benchmark: BenchmarkFixture, pipeline: Zhengming, documents: Texts) -> None:
    """The component behind spaCy's own tokenizer, writing spans into a `Doc`."""
    nlp = spacy.blank("en")
    nlp.add_pipe("zhengming", config={"date": documents[0]["date"]})
    tokenize(nlp, documents[:WARM])
    assert benchmark(tokenize, nlp, documents[WARM : WARM + MEASURED]) == MEASURED


def test_the_ratio(pipeline: Zhengming, blank: Language, documents: Texts, tell: Tell) -> None:
    """Target: at most 3.0, on documents read for the first time and again."""
    first, again = [0.0, 0.0], [0.0, 0.0]
    gc.collect()
    gc.disable()
    try:
        for at in range(WARM + MEASURED, WARM + 2 * MEASURED, FEW):
            few = documents[at : at + FEW]
            work = (partial(tokenize, blank, few), partial(correct, pipeline, few))
            turns = [tuple(map(seconds, work)) for _ in range(TURNS)]
            for side in (0, 1):
                first[side] += turns[0][side]
                again[side] += min(turn[side] for turn in turns)
            gc.collect()
    finally:
        gc.enable()
    for name, (alone, whole) in (("read for the first time", first), ("read again", again)):
        tell(f"whole pipeline / spacy.blank('en').pipe, {name}: {whole / alone:.2f} ({1000 * whole / MEASURED:.2f} ms)")
    assert again[0] > 0


def test_where_the_time_goes(pipeline: Zhengming, documents: Texts, tell: Tell) -> None:
    """The parts of the first reading, and what reading corrected lines again adds. Target: 25 % for the decision."""
    spent: dict[str, float] = defaultdict(float)
    for document in documents[WARM : WARM + MEASURED]:
        rounds = [_parts(pipeline, document) for _ in range(TURNS)]
        for part in rounds[0]:
            spent[part] += min(took[part] for took in rounds)
    whole = spent.pop("whole")
    spent["reading corrected lines again"] = max(0.0, whole - sum(spent.values()))
    for part, took in spent.items():
        tell(f"| {part} | {1000 * took / MEASURED:.2f} ms | {took / whole:.0%} |")
    assert whole > 0


def _parts(pipeline: Zhengming, document: dict[str, str]) -> dict[str, float]:
    took: dict[str, float] = {}

    def timed(part: str, work: Callable[[], Any]) -> Any:
        begun = time.process_time()
        found = work()
        took[part] = took.get(part, 0.0) + time.process_time() - begun
        return found

    text, date = document["text"], day_of(document["date"])
    starts = pipeline._sentences.starts(text)
    timed("tokenise: sentences", lambda: pipeline._sentences.starts(text))
    page = Page(text, pipeline.gazetteer, starts)
    timed("tokenise: words", lambda: Page(text, pipeline.gazetteer, starts))
    timed("tokenise: words", lambda: (page.stems, page.zipfs, page.is_capitalised, page.sentence_of, page._sentences))
    timed("detect: mentions of what the gazetteer knows", lambda: (page.mentions, page.right_mentions, page.countries))
    surfaces = timed("detect: surfaces that may be names", lambda: surfaces_of(page))
    least, dated = pipeline.policy.report_above, (date, True)
    faint = timed(
        "decide: surfaces that come to nothing", lambda: [is_faint(page, one, dated, least) for one in surfaces]
    )
    left = [one for one, is_faint in zip(surfaces, faint, strict=True) if not is_faint]
    timed("decide: context", lambda: [context_of(page, one.first, one.last, date) for one in left])
    contexts = [(one.candidates, context_of(page, one.first, one.last, date)) for one in left]
    timed("decide: evidence", lambda: [pipeline.gazetteer.link(*pair) for pair in contexts])
    reader = Reader(page, date, least=least)
    assert reader.names is not None
    proposals = [p for detector in DETECTORS for p in timed("detect: rules", lambda d=detector: list(d.detect(reader)))]
    kept = [fit(text, p) for p in proposals if pipeline.policy.action(p)]
    timed("apply", lambda: settle(text, kept, lambda _: [], pipeline.policy, lambda *_: False))
    timed("whole", lambda: correct(pipeline, [document]))
    return took
