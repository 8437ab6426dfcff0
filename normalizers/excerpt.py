"""The lines of a corrected text that changes touch, read as a part of the text they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from normalizers.finding import Finding
from normalizers.page import Page


class Excerpt(Page):
    """Some lines of a text. What the whole text speaks of counts for them too."""

    def __init__(self, text: str, whole: Page, sentence_starts: Iterable[int] = (0,)) -> None:
        """Divide `text`, a part of what `whole` has become; `sentence_starts` are offsets in `text`."""
        super().__init__(text, whole.gazetteer, sentence_starts)
        self.source = whole.source
        self._whole = whole

    @cached_property
    def document_countries(self) -> frozenset[str]:
        """The countries named in these lines or in the whole text."""
        return self._whole.document_countries.union(*(codes for _, codes in self.countries))

    @cached_property
    def document_stems(self) -> frozenset[str]:
        """The stems of these lines and of the whole text."""
        return self._whole.document_stems.union(self.stems)

    @cached_property
    def named_entities(self) -> frozenset[str]:
        """The ids of what these lines or the whole text name rightly."""
        return self._whole.named_entities | super().named_entities

    @property
    def names_new_country(self) -> bool:
        """Whether these lines name a country that the whole text did not: that bears on its other lines."""
        return not self.document_countries <= self._whole.document_countries


def touched_lines(corrected: str, changes: Sequence[Finding]) -> str:
    """The whole lines of the corrected text that changes stand in, each once; a change may run over several."""
    lines: list[str] = []
    done = 0
    for change in sorted(changes, key=lambda change: change.corrected_start):
        begin = max(done, corrected.rfind("\n", 0, change.corrected_start) + 1)
        end = corrected.find("\n", change.corrected_end) + 1 or len(corrected) + 1
        if begin < end:
            lines.append(corrected[begin : end - 1])
            done = end
    return "\n".join(lines)
