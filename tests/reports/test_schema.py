"""Results and decisions are as the committed schemas say."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from normalizers.finding import Correction
from reports import decisions
from tests.reports import examples
from tests.reports.test_decisions import file
from tests.reports.test_html_page import HOSTILE, hostile


def validator(name: str) -> Draft202012Validator:
    schema = json.loads(files("reports").joinpath("schema", name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


CORRECTIONS = [examples.correction(""), examples.read("summit"), *map(hostile, HOSTILE)]


@pytest.mark.parametrize("correction", CORRECTIONS, ids=lambda c: c.original[:12] or "empty")
def test_every_result_validates_and_reads_back(correction: Correction) -> None:
    record = json.loads(json.dumps(correction.record()))
    validator("result.schema.json").validate(record)
    assert Correction.from_record(record).record() == record


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("schema",), "zhengming.result/2"),
        (("signature",), "x"),
        (("document", "date"), "14 October"),
        (("document", "sha256"), "0"),
        (("score", "after"), 101),
        (("findings", 0, "confidence"), 1.5),
        (("findings", 0, "action"), "done"),
        (("findings", 0, "start"), -1),
        (("findings", 0, "rule", "code"), "101"),
        (("findings", 0, "entity"), {"id": "person/x"}),
        (("findings", 0, "more"), 1),
    ],
)
def test_what_is_no_result_does_not(place: tuple[str | int, ...], value: Any) -> None:
    record = json.loads(json.dumps(examples.read("summit").record()))
    *path, last = place
    inner = record
    for key in path:
        inner = inner[key]
    inner[last] = value
    with pytest.raises(ValidationError):
        validator("result.schema.json").validate(record)


def test_decisions_validate() -> None:
    data = file(decision="accepted", replacement="Suh Hoon")
    validator("decisions.schema.json").validate(data)
    assert len(decisions.parse(data)) == 1


@pytest.mark.parametrize("change", [{"decision": "maybe"}, {"decision": "accepted"}, {"start": -1}, {"surface": None}])
def test_what_are_no_decisions_do_not(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        validator("decisions.schema.json").validate({**file(**change)})
