"""The spaCy components: names, what they write, and what they leave alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from normalizers import Correction, Finding, Zhengming
from normalizers.components import factory_name
from normalizers.detectors import DETECTORS

FACTORIES = json.loads((Path(__file__).parent / "factories.json").read_text(encoding="utf-8"))
TEXT = (
    "South Korean Foreign Minister Kang Jinghe arrived on Monday. She had been in Pingchang, South Korea, before.\n"
    "Nobody else came."
)
DATE = "2020-10-20"


@pytest.fixture(scope="module")
def pipeline() -> Callable[..., Language]:
    """A blank pipeline with one component."""

    def build(factory: str = "zhengming", **config: Any) -> Language:
        nlp = spacy.blank("en")
        nlp.add_pipe(factory, config={"date": DATE, **config})
        return nlp

    return build


def test_the_factories_are_those_of_the_committed_list() -> None:
    found = entry_points(group="spacy_factories")
    assert sorted(point.name for point in found if point.module == "normalizers.components") == FACTORIES


def test_every_detector_is_a_component() -> None:
    assert sorted(["zhengming", *map(factory_name, DETECTORS)]) == FACTORIES


@pytest.mark.parametrize("factory", FACTORIES)
def test_a_component_is_added_by_name_and_writes_its_spans(pipeline: Callable[..., Language], factory: str) -> None:
    doc = pipeline(factory)(TEXT)
    assert factory in doc.spans
    known = {detector.RULE.code for detector in DETECTORS if factory in ("zhengming", factory_name(detector))}
    assert {span.label_ for span in doc.spans[factory]} <= known


@pytest.mark.parametrize("factory", FACTORIES)
def test_the_configuration_is_json(pipeline: Callable[..., Language], factory: str) -> None:
    settings = pipeline(factory, apply_above=0.95).config["components"][factory]
    assert json.loads(json.dumps(settings)) == settings
    assert settings["apply_above"] == 0.95


def test_the_document_holds_the_same_correction_as_the_corrector(
    pipeline: Callable[..., Language], zm: Zhengming
) -> None:
    found, expected = pipeline()(TEXT)._.zhengming, zm.correct(TEXT, date=DATE)
    assert isinstance(found, Correction)
    assert (found.text, found.findings, found.signature) == (expected.text, expected.findings, expected.signature)
    assert any(finding.action == "applied" for finding in found.findings)


def test_a_span_leads_to_its_finding(pipeline: Callable[..., Language]) -> None:
    doc = pipeline()(TEXT)
    spans = doc.spans["zhengming"]
    assert len(spans) == len(doc._.zhengming.findings) > 0
    for span, finding in zip(spans, doc._.zhengming.findings, strict=True):
        assert isinstance(finding, Finding)
        assert span._.zhengming == finding
        assert (span.label_, span.id_) == (finding.rule.code, finding.id)
        assert span.kb_id_ == (finding.entity.id if finding.entity else "")
        assert span.start_char <= finding.start < span.end_char


def test_a_single_detector_leaves_the_others_to_others(pipeline: Callable[..., Language]) -> None:
    doc = pipeline("zhengming_misread_place")(TEXT)
    assert [span.text for span in doc.spans["zhengming_misread_place"]] == ["Pingchang"]
    assert "zhengming" not in doc.spans
    assert doc._.zhengming is None


def test_a_document_may_have_a_date_of_its_own(pipeline: Callable[..., Language]) -> None:
    nlp = pipeline()
    doc = nlp.make_doc(TEXT)
    doc.user_data["date"] = "2018-02-09"
    assert nlp(doc)._.zhengming.document.date == "2018-02-09"
    assert nlp(TEXT)._.zhengming.document.date == DATE


def test_text_entities_and_sentences_are_left_as_they_are(pipeline: Callable[..., Language]) -> None:
    nlp = pipeline()
    ruler = nlp.add_pipe("entity_ruler", before="zhengming")
    ruler.add_patterns([{"label": "GPE", "pattern": "Pingchang"}])  # type: ignore[attr-defined]
    doc = nlp(TEXT)
    assert doc.text == TEXT
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Pingchang", "GPE")]
    assert not doc.has_annotation("SENT_START")


def test_what_is_kept_survives_serialisation(pipeline: Callable[..., Language]) -> None:
    doc = pipeline()(TEXT)
    again = next(DocBin(store_user_data=True, docs=[doc]).get_docs(doc.vocab))
    assert again._.zhengming == doc._.zhengming
    assert Doc(doc.vocab).from_bytes(doc.to_bytes())._.zhengming == doc._.zhengming


def test_two_components_of_one_pipeline_register_the_extensions_once(pipeline: Callable[..., Language]) -> None:
    pipeline()
    before = Doc.get_extension("zhengming")
    pipeline("zhengming_misread_person")
    assert Doc.get_extension("zhengming") == before


@pytest.mark.parametrize("text", ["", " ", "\n\n", "<p>", "\u200b", "\x00"])
def test_a_document_without_words_is_a_document(pipeline: Callable[..., Language], text: str) -> None:
    assert pipeline()(text)._.zhengming.original == text


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"rules": ["ZM000"]}, "no rule 'ZM000'"),
        ({"date": "yesterday"}, "'yesterday' is not a date"),
        ({"apply_above": 0.4}, "thresholds"),
    ],
)
def test_a_wrong_setting_is_refused(pipeline: Callable[..., Language], settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        pipeline(**settings)
