"""How the quality score goes together with what people say of the same translations.

    uv run python -m scripts.score_correlation FOLDER                     # by system: the score beside chrF and BLEU
    uv run python -m scripts.score_correlation FOLDER RATINGS SYSTEM      # by line and by document: beside MQM ratings

FOLDER is a test set of line-aligned files: ref.en, one hyp.SYSTEM.en for each system, and date.txt with its date.
RATINGS is the table of average MQM scores by segment that google/wmt-mqm-human-evaluation has of newstest2021:
system, score (0 is faultless, less is worse) and segment number, the first being 1; unrated segments are None.

By system there is no human rating here, and two automatic ones stand in for it: chrF2 (Popovic 2015) and sentence
statistics of BLEU (Papineni et al. 2002), written out below, for whole files, on lower-cased words.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np

from normalizers import load
from normalizers.quality import penalty

LINES = 10
"""Lines to a document where no rating says which belong together."""


def pearson(left: Sequence[float], right: Sequence[float]) -> float:
    """The linear correlation, -1 to 1; NaN where one side is constant."""
    if np.std(left) == 0 or np.std(right) == 0:
        return math.nan
    return float(np.corrcoef(left, right)[0, 1])


def ranks(values: Sequence[float]) -> list[float]:
    """The rank of each value, equal ones sharing the mean of theirs.

    >>> ranks([3, 1, 3])
    [1.5, 0.0, 1.5]
    """
    order = sorted(values)
    first = {value: at for at, value in reversed(list(enumerate(order)))}
    count = Counter(values)
    return [first[value] + (count[value] - 1) / 2 for value in values]


def spearman(left: Sequence[float], right: Sequence[float]) -> float:
    """The rank correlation, -1 to 1."""
    return pearson(ranks(left), ranks(right))


def kendall(left: Sequence[float], right: Sequence[float]) -> float:
    """Kendall's tau-b, -1 to 1."""
    a, b = np.asarray(left), np.asarray(right)
    signs = np.sign(a[:, None] - a[None, :]) * np.sign(b[:, None] - b[None, :])
    untied_a = np.sum(np.sign(a[:, None] - a[None, :]) != 0)
    untied_b = np.sum(np.sign(b[:, None] - b[None, :]) != 0)
    return float(np.sum(signs) / math.sqrt(untied_a * untied_b)) if untied_a and untied_b else math.nan


def interval(left: Sequence[float], right: Sequence[float], samples: int = 1000) -> tuple[float, float]:
    """The 95 % bootstrap interval of Spearman's correlation, from a fixed seed."""
    chance, a, b = np.random.default_rng(7), np.asarray(left), np.asarray(right)
    found = []
    for _ in range(samples):
        drawn = chance.integers(0, len(a), len(a))
        found.append(spearman(a[drawn].tolist(), b[drawn].tolist()))
    low, high = np.nanpercentile(found, (2.5, 97.5))
    return float(low), float(high)


def ratings(path: Path, system: str) -> dict[int, float]:
    """The average MQM score of each rated segment of a system, by segment number.

    Raises:
        ValueError: the table has no rating of the system.
    """
    rows = (line.split() for line in path.read_text(encoding="utf-8").splitlines()[1:])
    found = {int(row[2]): float(row[1]) for row in rows if row[0] == system and row[1] != "None"}
    if not found:
        raise ValueError(f"{path}: no rating of {system}")
    return found


def runs(numbers: Iterable[int]) -> list[list[int]]:
    """Numbers in runs without a gap: the rated documents.

    >>> runs([1, 2, 5])
    [[1, 2], [5]]
    """
    return [[n for _, n in run] for _, run in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0])]


def read(folder: Path, name: str) -> list[str]:
    """The lines of a file of the test set."""
    return (folder / name).read_text(encoding="utf-8").split("\n")[:-1]


def line_penalties(folder: Path, system: str, documents: Sequence[Sequence[int]]) -> dict[int, tuple[float, int]]:
    """For each line of the documents (by number from 1) the penalty of its findings, and its words."""
    lines = read(folder, f"hyp.{system}.en")
    day = (folder / "date.txt").read_text(encoding="utf-8").strip() if (folder / "date.txt").exists() else None
    given = ({"text": "\n".join(lines[number - 1] for number in numbers), "date": day} for numbers in documents)
    found: dict[int, tuple[float, int]] = {}
    for numbers, correction in zip(documents, load().pipe(given), strict=True):
        text = correction.document.text
        sums = [0.0] * len(numbers)
        for finding in correction.findings:
            sums[text.count("\n", 0, finding.start)] += penalty(finding)
        for number, sum_ in zip(numbers, sums, strict=True):
            found[number] = sum_, len(lines[number - 1].split())
    return found


def against_ratings(folder: Path, table: Path, system: str) -> str:
    """The report by line and by document."""
    human = ratings(table, system)
    documents = runs(human)
    found = line_penalties(folder, system, documents)
    numbers = sorted(human)
    by_line = [-found[n][0] for n in numbers], [human[n] for n in numbers]
    words = [sum(found[n][1] for n in document) for document in documents]
    by_document = (
        [-100 * sum(found[n][0] for n in d) / w for d, w in zip(documents, words, strict=True)],
        [100 * sum(human[n] for n in d) / w for d, w in zip(documents, words, strict=True)],
    )
    report = [f"{system}: {len(numbers)} rated lines, mean MQM {-np.mean(by_line[1]):.2f}"]
    for name, (ours, theirs) in ((f"{len(numbers)} lines", by_line), (f"{len(documents)} documents", by_document)):
        low, high = interval(ours, theirs)
        report.append(
            f"{name}: Spearman {spearman(ours, theirs):.2f} (95 % {low:.2f} to {high:.2f}), "
            f"Pearson {pearson(ours, theirs):.2f}, Kendall {kendall(ours, theirs):.2f}"
        )
    lengths = [float(-found[n][1]) for n in numbers]
    report.append(f"for comparison, the length of the line alone: Spearman {spearman(lengths, by_line[1]):.2f}")
    quiet = [h for n, h in human.items() if not found[n][0]]
    loud = [h for n, h in human.items() if found[n][0]]
    report.append(
        f"mean MQM of {len(loud)} lines with a finding {-np.mean(loud):.2f}, "
        f"of {len(quiet)} without {-np.mean(quiet):.2f}"
    )
    return "\n".join(report)


def chrf(hypotheses: Sequence[str], references: Sequence[str], order: int = 6, beta: float = 2.0) -> float:
    """chrF2 of a file, 0 to 100: the F-score of character n-grams without spaces."""
    scores = []
    for size in range(1, order + 1):
        matched = ours = theirs = 0
        for hypothesis, reference in zip(hypotheses, references, strict=True):
            a, b = (Counter(_pieces(text.replace(" ", ""), size)) for text in (hypothesis, reference))
            matched, ours, theirs = matched + (a & b).total(), ours + a.total(), theirs + b.total()
        precision, recall = matched / max(1, ours), matched / max(1, theirs)
        whole = beta**2 * precision + recall
        scores.append((1 + beta**2) * precision * recall / whole if whole else 0.0)
    return 100 * sum(scores) / order


def bleu(hypotheses: Sequence[str], references: Sequence[str], order: int = 4) -> float:
    """BLEU of a file, 0 to 100, on lower-cased words."""
    matched, total, ours, theirs = [0] * order, [0] * order, 0, 0
    for hypothesis, reference in zip(hypotheses, references, strict=True):
        a, b = hypothesis.lower().split(), reference.lower().split()
        ours, theirs = ours + len(a), theirs + len(b)
        for size in range(1, order + 1):
            grams = Counter(_pieces(a, size))
            matched[size - 1] += (grams & Counter(_pieces(b, size))).total()
            total[size - 1] += grams.total()
    if not all(matched):
        return 0.0
    log = sum(math.log(m / t) for m, t in zip(matched, total, strict=True)) / order
    return 100 * math.exp(min(0.0, 1 - theirs / ours) + log)


def _pieces(text: Sequence[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(text[at : at + size]) for at in range(len(text) - size + 1)]


def by_system(folder: Path) -> str:
    """The report by system."""
    references = read(folder, "ref.en")
    names = sorted(path.name[4:-3] for path in folder.glob("hyp.*.en"))
    count = len(references)
    documents = [range(at + 1, min(at + LINES, count) + 1) for at in range(0, count, LINES)]
    rows = []
    for name in names:
        found = line_penalties(folder, name, documents)
        words = sum(size for _, size in found.values())
        score = 100 - 100 * sum(sum_ for sum_, _ in found.values()) / words
        hypotheses = read(folder, f"hyp.{name}.en")
        rows.append((name, score, chrf(hypotheses, references), bleu(hypotheses, references)))
    report = [f"{name:10} score {score:6.2f}  chrF {c:5.1f}  BLEU {b:5.1f}" for name, score, c, b in rows]
    scores = [row[1] for row in rows]
    report += [
        f"{len(rows)} systems, score and {name}: Spearman {spearman(scores, other):.2f}, "
        f"Pearson {pearson(scores, other):.2f}"
        for name, other in (("chrF", [row[2] for row in rows]), ("BLEU", [row[3] for row in rows]))
    ]
    return "\n".join(report)


def main(arguments: list[str]) -> int:
    """Print a report; the exit code."""
    if len(arguments) not in (1, 3):
        sys.stderr.write("usage: python -m scripts.score_correlation FOLDER [RATINGS SYSTEM]\n")
        return 2
    folder = Path(arguments[0])
    report = by_system(folder) if len(arguments) == 1 else against_ratings(folder, Path(arguments[1]), arguments[2])
    sys.stdout.write(report + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
