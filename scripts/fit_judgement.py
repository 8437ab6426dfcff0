"""Fit the weights of the judgement to the marked cases, and show how well its probabilities hold.

    python scripts/fit_judgement.py [--check]

Reads `tests/cases/fit` and `tests/cases/once_blind`, the made-up private persons of `scripts.private_names` and the
cases of `scripts.simulated`, writes `gazetteer/data/judgement.json` and prints the reliability of ten-fold
cross-validated probabilities; then measures `tests/cases/held_out`, which the fit never sees. `--check` writes nothing.

The model is the one of `gazetteer.linking`: a multinomial choice between the candidates of a surface and the surface
itself. Fitted is the penalised likelihood, with the penalty drawing each weight to its prior (the weights that stand in
`priors`, set by hand).
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from gazetteer.builtin import DATA
from gazetteer.calibration import Calibration
from gazetteer.evidence import Evidence
from normalizers.detectors.names import wording
from normalizers.naming import Reading, weigh_names
from normalizers.page import Page
from normalizers.reader import Reader
from normalizers.zhengming import day_of, load
from scripts import private_names, simulated
from scripts.gold import Case, Span, read

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases"
FOLDERS = {"fit": ("fit", "once_blind"), "held_out": ("held_out",)}
"""The folders of cases that are fitted, and those that only measure."""
WEIGHTS = DATA / "judgement.json"
PENALTY = 0.1
"""How strongly a weight is drawn to its prior."""
RARE_PENALTY = 2.0
FORMER_PENALTY = 15.0
"""The same for a claim that was fitted before: what the gazetteer holds since is simulated as well, and should not sway
what the claims of hand-made cases weigh. Chosen from 5 to 500 by the likelihood of cross-validated outcomes, and by the
totals of sets that are not fitted (`tests/cases/README.md`)."""
RARE = (
    "attested",
    "settled by reviewers",
    "named elsewhere",
    "quoted",
    "context word in the document",
    "context word in the sentence (organization)",
    "context word in the sentence (person)",
    "context word in the sentence (place)",
    "context word in the sentence (role)",
    "context word in the sentence (sort)",
    "country in the document (body)",
    "country not named (place)",
    "listed with its like",
    "where it is (gloss)",
    "where it is (person)",
    "where it is (term)",
    "only a word apart",
    "rest of the right name",
    "in the source",
    "its kind beside it",
    "more context words",
    "not in the source",
    "not yet in the world",
    "new at the time",
    "of another country",
    "begins a longer name",
)
"""Claims of whole documents, quotations and originals, of which the cases have too few to learn from, or too many:
their weights stay near their priors."""
FOR = (
    "all capitals (gloss)",
    "attested",
    "close likeness",
    "context word",
    "country beside",
    "country in the",
    "in the source",
    "its kind",
    "likeness",
    "listed with its like",
    "long reading",
    "more context words",
    "named elsewhere",
    "nearly the right name",
    "never seen",
    "new at the time",
    "odd English",
    "office, country and date agree",
    "quoted",
    "reporting",
    "rest of the right name",
    "role word",
    "settled by reviewers",
    "slip in the holder's name",
    "sounds like the holder",
    "source slot",
    "three words (gloss)",
    "three words (meaning)",
    "well known",
    "where it is (gloss)",
    "where it is (place)",
)
"""Claims that speak for a candidate: a fit of few cases may not make them speak against it, nor those below for it."""
AGAINST = (
    "China named",
    "a family name",
    "a part not said",
    "a part sounds otherwise",
    "another country",
    "another kind behind it",
    "begins a longer name",
    "body of an unnamed country",
    "body without capitals",
    "common",
    "country and a word",
    "country not named",
    "in a longer name",
    "known word",
    "legal form",
    "local body",
    "name without capitals",
    "not in the source",
    "not yet in the world",
    "of another country",
    "office of an unnamed country",
    "one word (gloss)",
    "one word (meaning)",
    "private person",
    "right but for its letters",
    "right elsewhere",
    "right in another country",
    "right name in it",
    "right of an unnamed country",
    "three words in lower case",
    "told of",
    "weak entry",
)
COST = " cost"
"""How the names of claims end that say how far a rendering is from the plainest: they speak against it as well."""
SIMULATED = 0.2 / len(simulated.SEEDS)
"""What a simulated case counts beside one made by hand where weights are fitted."""
SIMULATED_OUTCOME = 1 / len(simulated.SEEDS)
"""The same where probabilities are calibrated: all draws count as one. More of them make it steadier; of two draws the
slope of glosses was 0.81 or 0.91, as chance would have it.
"""
SIMULATED_CASE = "simulated"
"""How the ids of simulated cases begin."""
FOLDS = 10


class Example(NamedTuple):
    """One surface: the features of its candidates, and which of them are right (none: the surface is). Several are
    where they are written alike: whichever Duterte a text means, it says "Duterte".
    """

    case: str
    surface: str
    features: list[dict[str, float]]
    right: frozenset[int]
    wordings: list[str]
    manners: list[str]
    weight: float
    start: int
    end: int


def examples(cases: Iterable[Case]) -> list[Example]:
    """The surfaces of the cases that a fit can learn from."""
    zm = load()
    found = []
    for case in cases:
        doc = zm.nlp(case.text)
        page = Page(case.text, zm.gazetteer, [sentence.start_char for sentence in doc.sents])
        reader = Reader(page, day_of(case.date))
        for reading in weigh_names(page, reader.date, is_dated=reader.given_date is not None):
            wordings = [wording(reader, reading, linked) for linked in reading.linked]
            label = right_candidates(case, reading, wordings)
            if label is not None:
                features = [_features(linked.evidence) for linked in reading.linked]
                manners = [manner_of(linked.evidence) for linked in reading.linked]
                weight = SIMULATED if case.id.startswith(SIMULATED_CASE) else 1.0
                span = (reading.start, reading.end)
                found.append(Example(case.id, reading.surface, features, label, wordings, manners, weight, *span))
    return found


def right_candidates(case: Case, reading: Reading, wordings: Sequence[str]) -> frozenset[int] | None:
    """The candidates that a reading should come to, none where it should be left, None where the case does not say;
    `wordings` are what the candidates would be written.

    Of a part of a name that has to be put right as a whole, nothing is to be learnt: the whole goes before the part.
    Nor of a name with words beside it that what is written instead leaves out or says as well ("Fish Eagle transport
    aircraft" as "Osprey").
    """
    over = [span for span in case.spans if span.start < reading.end and reading.start < span.end]
    if any(span.kind in "~?" for span in over):
        return None
    for span in over:
        mending = [number for number, written in enumerate(wordings) if _mends(case.text, span, reading, written)]
        if mending:
            return frozenset(mending)
    if over and all(reading.start <= span.start and span.end <= reading.end for span in over):
        pattern = _corrected(case.text, over, reading)
        mending = [number for number, written in enumerate(wordings) if pattern.fullmatch(_plain(written))]
        if mending or (len(over) == 1 and any(_says(written, over[0]) for written in wordings)):
            return frozenset(mending) or None
    inside = any(span.start <= reading.start and reading.end <= span.end and span.kind == ">" for span in over)
    is_part = inside and any(reading.end - reading.start < span.end - span.start for span in over)
    return None if is_part else frozenset()


def _mends(text: str, span: Span, reading: Reading, replacement: str) -> bool:
    left_out = text[span.start : max(span.start, reading.start)] + text[min(span.end, reading.end) : span.end]
    if any(c.isalnum() for c in left_out.replace("the ", "").replace("The ", "")):
        return False
    if reading.start < span.start or reading.end > span.end:
        return False
    plain = _plain(replacement)
    return any(
        plain in (_plain(right), _plain(right.removeprefix("the "))) or _plain(right) in plain for right in span.right
    )


def _corrected(text: str, spans: Sequence[Span], reading: Reading) -> re.Pattern[str]:
    """What a reading that has some spans in it comes to, where each of them is put right and the rest is kept."""
    found, at = ["(?:the )?"], reading.start
    for span in spans:
        kept, right = text[at : span.start], map(re.escape, map(_plain, span.right))
        found.append(f"{re.escape(_plain(kept.removeprefix('the ')))}(?:{'|'.join(right)})")
        at = span.end
    found.append(re.escape(_plain(text[at : reading.end])))
    return re.compile("".join(found), re.IGNORECASE)


def _says(replacement: str, span: Span) -> bool:
    """Whether what is written for more than a span has one of its right forms in it."""
    plain = _plain(replacement).casefold()
    return any(right and _plain(right).casefold().removeprefix("the ") in plain for right in span.right)


def _plain(text: str) -> str:
    return text.translate(str.maketrans("–—’“”", '--\'""')).strip('"')


def manner_of(evidence: Iterable[Evidence]) -> str:
    """What `gazetteer.manner.manner` says of the candidate with this evidence."""
    channels = {item.name.partition(" (")[0] for item in evidence}
    return next((manner for name, manner in MANNERS.items() if name in channels), "reading")


MANNERS = {"gloss": "gloss", "word": "gloss", "meaning": "meaning"}
"""What the claims about the channel say of the manner; all others are readings."""


def _features(evidence: Iterable[Evidence]) -> dict[str, float]:
    features: dict[str, float] = {}
    for item in evidence:
        features[item.name] = features.get(item.name, 0.0) + item.value
    return features


class Fit:
    """The likelihood of examples under weights."""

    def __init__(self, rows: Sequence[Example], names: list[str], former: Collection[str] = ()) -> None:
        number = {name: at for at, name in enumerate(names)}
        flat = [features for row in rows for features in row.features]
        self.matrix = np.zeros((len(flat), len(names)))
        for at, features in enumerate(flat):
            for name, value in features.items():
                self.matrix[at, number[name]] = value
        sizes = [len(row.features) for row in rows]
        self.first = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(int)
        self.of = np.repeat(np.arange(len(rows)), sizes)
        self.penalty = np.array([_penalty(name, former) for name in names])
        self.weights = np.array([row.weight for row in rows])
        self.target = np.zeros(len(flat))
        for start, row in zip(self.first, rows, strict=True):
            self.target[[start + number for number in row.right]] = 1.0

    def probabilities(self, weights: np.ndarray) -> np.ndarray:
        """The probability of each candidate."""
        scores = self.matrix @ weights
        top = np.maximum(0.0, np.maximum.reduceat(scores, self.first))
        powers = np.exp(scores - top[self.of])
        whole = np.exp(-top) + np.add.reduceat(powers, self.first)
        return powers / whole[self.of]

    def loss(self, weights: np.ndarray, priors: np.ndarray) -> tuple[float, np.ndarray]:
        """The penalised negative log likelihood and its gradient."""
        shares = self.probabilities(weights)
        null = 1.0 - np.add.reduceat(shares, self.first)
        chosen = np.add.reduceat(self.target, self.first)
        picked = np.add.reduceat(self.target * shares, self.first)
        likelihood = self.weights @ np.log(np.maximum(np.where(chosen > 0, picked, null), 1e-12))
        among_right = self.target * shares / np.maximum(picked, 1e-300)[self.of]
        gradient = self.matrix.T @ ((shares - among_right) * self.weights[self.of])
        apart = weights - priors
        return -likelihood + (self.penalty * apart) @ apart / 2, gradient + self.penalty * apart


def _penalty(name: str, former: Collection[str]) -> float:
    return FORMER_PENALTY if name in former else RARE_PENALTY if name.startswith(RARE) else PENALTY


def fit(rows: Sequence[Example], names: list[str], priors: np.ndarray, former: Collection[str] = ()) -> np.ndarray:
    """The weights that fit the examples best; `former` claims have the weights of an earlier fit as their priors."""
    model = Fit(rows, names, former)
    bounds = list(map(bounds_of, names))
    start = np.clip(priors, *np.array(bounds).T)
    result = minimize(
        model.loss, start, args=(priors,), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 400}
    )
    return np.asarray(result.x)


def bounds_of(name: str) -> tuple[float, float]:
    """What a claim may weigh: 0 and more where it speaks for a candidate, 0 and less where it speaks against."""
    if name.startswith(AGAINST) or name.endswith(COST):
        return -np.inf, 0.0
    return (0.0, np.inf) if name.startswith(FOR) else (-np.inf, np.inf)


def cross_validated(
    rows: list[Example], names: list[str], priors: np.ndarray, former: Collection[str]
) -> list[Outcome]:
    """What came of each surface, from fits that did not see its case."""
    ids = sorted({row.case for row in rows})
    random.Random(20261123).shuffle(ids)
    found = []
    for fold in range(FOLDS):
        held = set(ids[fold::FOLDS])
        weights = fit([row for row in rows if row.case not in held], names, priors, former)
        found += outcomes([row for row in rows if row.case in held], names, weights)
    return found


def _is_within(weight: float, bounds: tuple[float, float]) -> bool:
    """Whether a weight speaks as its claim may; one of a former fit that does not is no prior for this one."""
    return bounds[0] <= weight <= bounds[1]


class Outcome(NamedTuple):
    """The probability of a surface's likeliest candidate, its manner (`manner_of`), whether it is right, and what it
    counts.
    """

    probability: float
    manner: str
    is_right: bool
    weight: float


def outcomes(rows: list[Example], names: list[str], weights: np.ndarray) -> list[Outcome]:
    """What came of each surface.

    Of surfaces that overlap only the likeliest counts, for only that one can be corrected.
    """
    if not rows:
        return []
    model = Fit(rows, names)
    shares = model.probabilities(weights)
    found: dict[str, list[tuple[Outcome, Example]]] = {}
    for start, row in zip(model.first, rows, strict=True):
        mine = shares[start : start + len(row.features)]
        best = int(mine.argmax())
        alike = [number for number, written in enumerate(row.wordings) if written == row.wordings[best]]
        weight = SIMULATED_OUTCOME if row.case.startswith(SIMULATED_CASE) else 1.0
        outcome = Outcome(min(1.0, float(mine[alike].sum())), row.manners[best], best in row.right, weight)
        found.setdefault(row.case, []).append((outcome, row))
    return [outcome for of_case in found.values() for outcome in _apart(of_case)]


def _apart(found: Iterable[tuple[Outcome, Example]]) -> Iterator[Outcome]:
    """The outcomes of surfaces that overlap no likelier one."""
    taken: list[Example] = []
    for outcome, row in sorted(found, key=lambda item: (-item[0].probability, item[1].start - item[1].end)):
        if all(row.end <= other.start or other.end <= row.start for other in taken):
            taken.append(row)
            yield outcome


def calibrations(found: Sequence[Outcome]) -> dict[str, dict[str, float]]:
    """The calibration of each manner of coming to a surface.

    Readings are calibrated on what came of readings. Of glosses too few were made by hand, and the simulated ones are
    chosen for being the gloss of something, which makes them look worse than the news does: theirs is drawn from all.
    """
    readings = calibrate([outcome for outcome in found if outcome.manner == "reading"])
    together = calibrate(found)
    return {"reading": readings, "gloss": together, "meaning": together}


def calibrate(found: Sequence[Outcome]) -> dict[str, float]:
    """The `Calibration` that fits cross-validated outcomes best; what is surely left says nothing."""
    kept = [outcome for outcome in found if outcome.probability >= DOUBTFUL]
    shares = np.minimum([outcome.probability for outcome in kept], 1 - 1e-9)
    logits = np.log(shares / (1 - shares))
    right = np.array([float(outcome.is_right) for outcome in kept])
    weights = np.array([outcome.weight for outcome in kept])

    def loss(x: np.ndarray) -> float:
        slope, intercept, lapse = x
        predicted = np.clip((1 - lapse) / (1 + np.exp(-(slope * logits + intercept))), 1e-12, 1 - 1e-12)
        likelihood = weights @ (right * np.log(predicted) + (1 - right) * np.log(1 - predicted))
        return float((slope - 1) ** 2 + intercept**2 - likelihood)

    found_at = minimize(loss, np.array([1.0, 0.0, 0.01]), bounds=[(None, None), (None, None), (0.0, MOST_LAPSES)]).x
    return dict(zip(("slope", "intercept", "lapse"), (round(float(value), 4) for value in found_at), strict=True))


MOST_LAPSES = 0.05
"""The largest lapse: what is surest has to come to the probability that is corrected."""
DOUBTFUL = 0.2
"""The probability from which an outcome counts for the calibration."""

EDGES = (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99, 1.0)


def reliability(pairs: Sequence[tuple[float, bool]]) -> list[dict[str, float]]:
    """How often the likeliest candidate is right, by its probability."""
    table = []
    for low, high in pairwise(EDGES):
        inside = [(p, right) for p, right in pairs if low <= p < high or (high == 1.0 and p == 1.0)]
        if inside:
            mean = sum(p for p, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            table.append(
                {
                    "from": low,
                    "to": high,
                    "surfaces": len(inside),
                    "predicted": round(mean, 3),
                    "right": round(share, 3),
                }
            )
    return table


def show(title: str, table: list[dict[str, float]]) -> None:
    """Print a reliability table."""
    print(f"\n{title}\n{'probability':>14} {'surfaces':>9} {'predicted':>10} {'right':>7}")
    for row in table:
        print(
            f"{row['from']:>6.2f} - {row['to']:.2f} {row['surfaces']:>9} {row['predicted']:>10.3f} {row['right']:>7.3f}"
        )


def main() -> None:
    """Fit, write, and show."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    data = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    split = {
        part: [case for name in folders for path in sorted((CASES / name).glob("*.gold.txt")) for case in read(path)]
        for part, folders in FOLDERS.items()
    }
    split["fit"] += [*private_names.cases(), *(case for seed in simulated.SEEDS for case in simulated.cases(seed))]
    rows = {part: examples(cases) for part, cases in split.items()}
    names = sorted(
        {*data["priors"], *(name for part in rows.values() for row in part for f in row.features for name in f)}
    )
    former = {name: weight for name, weight in data["former"].items() if _is_within(weight, bounds_of(name))}
    priors = np.array([former.get(name, data["priors"].get(name, 0.0)) for name in names])
    weights = fit(rows["fit"], names, priors, former)
    crossed = cross_validated(rows["fit"], names, priors, former)
    calibration = calibrations(crossed)
    held_out = outcomes(rows["held_out"], names, weights)
    tables = {
        title: reliability([(Calibration(**calibration[o.manner])(o.probability), o.is_right) for o in found])
        for title, found in (("cross_validated", crossed), ("held_out", held_out))
    }
    for title, table in tables.items():
        show(title.replace("_", " "), table)
    if not arguments.check:
        data["weights"] = {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}
        data["calibration"] = calibration
        data["reliability"] = tables
        data["cases"] = {part: len(cases) for part, cases in split.items()}
        WEIGHTS.write_text(json.dumps(data, indent=2, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
