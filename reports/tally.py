"""What several renderers count over corrections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from normalizers.finding import Correction


@dataclass(slots=True)
class Tally:
    """Counts over the corrections taken in so far.

    Keys of `forms` are the wrong form and the replacement that was made or suggested.
    """

    documents: int = 0
    words: int = 0
    before: float = 0.0
    after: float = 0.0
    actions: Counter[str] = field(default_factory=Counter)
    categories: Counter[str] = field(default_factory=Counter)
    entities: Counter[str] = field(default_factory=Counter)
    forms: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, correction: Correction) -> None:
        """Take one correction in."""
        self.documents += 1
        self.words += correction.score.words
        self.before += correction.score.before * correction.score.words
        self.after += correction.score.after * correction.score.words
        for finding in correction.findings:
            self.actions[finding.action] += 1
            self.categories[finding.rule.category] += 1
            if finding.entity:
                self.entities[finding.entity.name] += 1
            if finding.replacement is not None and finding.action != "flagged":
                self.forms[finding.surface, finding.replacement] += 1

    @property
    def scores(self) -> tuple[float, float]:
        """The scores before and after, each word weighing the same."""
        return (self.before / self.words, self.after / self.words) if self.words else (100.0, 100.0)


def of(corrections: Iterable[Correction]) -> Tally:
    """The tally of all of these."""
    tally = Tally()
    for correction in corrections:
        tally.add(correction)
    return tally
