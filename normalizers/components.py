"""The corrector as a spaCy component, and each of its detectors as one, found by the entry points of the distribution.

    nlp = spacy.blank("en")
    nlp.add_pipe("zhengming", config={"date": "2020-10-20"})
    doc = nlp(text)
    doc.spans["zhengming"]    # a span a finding: label_ its rule, id_ its id, kb_id_ its entity
    doc._.zhengming           # the Correction
    span._.zhengming          # the Finding

`zhengming_misread_person` and the like run a single detector and write `doc.spans` under their own name. A date of the
document's own goes into `doc.user_data["date"]`. The text and the entities of a `Doc` are never changed. What is kept
in it is plain data, so that it survives `Doc.to_bytes`, `DocBin` and several processes.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.pipeline import Sentencizer
from spacy.tokens import Doc, Span

from gazetteer import Gazetteer
from normalizers.detectors import DETECTORS
from normalizers.finding import Correction, Document, Finding
from normalizers.policy import Policy
from normalizers.zhengming import Zhengming, day_of

NAME = "zhengming"
"""The factory that runs every detector; the key of its spans, of the records in `Doc.user_data`, and the extensions."""

DATE = "date"
"""The key in `Doc.user_data` of a document's own date (YYYY-MM-DD)."""


class Component:
    """Writes what a corrector finds into a `Doc`."""

    def __init__(self, corrector: Zhengming, spans_key: str, date: str | None) -> None:
        self._corrector = corrector
        self._spans_key = spans_key
        self._date = date
        self._sentencizer = Sentencizer()

    def __call__(self, doc: Doc) -> Doc:
        """Find what is wrong in `doc`.

        Raises:
            ValueError: the document's own date is no date of the form YYYY-MM-DD.
        """
        date = doc.user_data.get(DATE) or self._date
        day_of(date)
        correction = self._corrector.correct_doc(self._divided(doc), Document("doc", doc.text, date))
        doc.user_data.setdefault(NAME, {})[self._spans_key] = correction.record()
        spans = (span_of(doc, finding) for finding in correction.findings)
        doc.spans[self._spans_key] = [span for span in spans if span is not None]
        return doc

    def _divided(self, doc: Doc) -> Doc:
        """`doc`, or where nobody has divided it a copy with sentences, so that the user's own stays as it is."""
        return doc if doc.has_annotation("SENT_START") else self._sentencizer(doc.copy())


def span_of(doc: Doc, finding: Finding) -> Span | None:
    """The tokens that a finding touches; None where the document has none."""
    end = min(len(doc.text), max(finding.end, finding.start + 1))
    start = min(finding.start, max(0, end - 1))
    entity = finding.entity.id if finding.entity else ""
    span: Span | None = doc.char_span(
        start, end, label=finding.rule.code, kb_id=entity, alignment_mode="expand", span_id=finding.id
    )
    return span


def correction_of(doc: Doc) -> Correction | None:
    """The correction that the component with all detectors left in a `Doc`."""
    record = doc.user_data.get(NAME, {}).get(NAME)
    return None if record is None else Correction.from_record(record)


def finding_of(span: Span) -> Finding | None:
    """The finding that a span of `doc.spans` stands for."""
    for record in span.doc.user_data.get(NAME, {}).values():
        for found in record["findings"]:
            if found["id"] == span.id_ and found["rule"]["code"] == span.label_:
                return Finding.from_record(found)
    return None


def factory_name(detector: Any) -> str:
    """The name under which a single detector is a component: `zhengming_misread_person`."""
    return f"{NAME}_{detector.RULE.name.replace('-', '_')}"


def make_component(
    nlp: Language,
    name: str,
    spans_key: str,
    rules: list[str],
    apply_above: float,
    suggest_above: float,
    date: str | None,
) -> Component:
    """A component that runs the detectors with the codes `rules`. Every setting is plain JSON.

    Raises:
        ValueError: a rule does not exist, the thresholds are out of order, or `date` is no date of the form YYYY-MM-DD.
    """
    known = {detector.RULE.code: detector for detector in DETECTORS}
    unknown = [code for code in rules if code not in known]
    if unknown:
        raise ValueError(f"component {name}: no rule {unknown[0]!r}; there are {', '.join(known)}")
    day_of(date)
    _register_extensions()
    policy = Policy(apply_above=apply_above, suggest_above=suggest_above)
    detectors = tuple(known[code] for code in rules)
    return Component(Zhengming(Gazetteer.default(), policy, detectors), spans_key, date)


def _register_extensions() -> None:
    if not Doc.has_extension(NAME):
        Doc.set_extension(NAME, getter=correction_of)
    if not Span.has_extension(NAME):
        Span.set_extension(NAME, getter=finding_of)


def _register(factory: str, rules: list[str]) -> None:
    policy = Policy()
    Language.factory(
        factory,
        assigns=["doc.spans"],
        default_config={
            "spans_key": factory,
            "rules": rules,
            "apply_above": policy.apply_above,
            "suggest_above": policy.suggest_above,
            "date": None,
        },
        func=make_component,
    )


_register(NAME, [detector.RULE.code for detector in DETECTORS])
for _detector in DETECTORS:
    _register(factory_name(_detector), [_detector.RULE.code])
