"""Wrong forms that machines are known to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer import builtin
from gazetteer.attested import attested_forms, read_attested
from normalizers import Zhengming

TABLE = builtin.DATA / "attested.tsv"


def test_every_form_is_that_of_one_entity_of_the_gazetteer() -> None:
    known = {entity.id: entity for entity in builtin.entities()}
    forms = [(form, entity_id) for entity_id, listed in attested_forms(TABLE).items() for form in listed]
    assert {entity_id for _, entity_id in forms} <= known.keys()
    assert len({form.casefold() for form, _ in forms}) == len(forms)
    assert not [form for form, entity_id in forms if form in known[entity_id].right]


def test_inflected_forms_count_as_well() -> None:
    lexicon = builtin.tools().lexicon
    assert read_attested(TABLE, lexicon)["term/newly-listed-stocks"] >= {"subnewshare"}


def test_what_is_known_is_likelier(zm: Zhengming) -> None:
    def believed(text: str) -> float:
        return max((finding.confidence or 0 for finding in zm.correct(text, date="2021-03-04").findings), default=0)

    assert believed("Traders in Shanghai sold sub-new shares.") > believed("Traders in Shanghai sold twice new shares.")


def test_the_evidence_says_so(zm: Zhengming) -> None:
    (finding,) = zm.correct("Traders in Shanghai sold sub-new shares after the IPO.", date="2021-03-04").findings
    assert any("known to put it so" in item.claim for item in finding.evidence)


@pytest.mark.parametrize("rows", ["term/one", "term/one\tform a\nterm/one\tform b"])
def test_a_row_of_another_form_is_named(rows: str, tmp_path: Path) -> None:
    path = tmp_path / "attested.tsv"
    path.write_text(rows + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"attested.tsv, line \d"):
        attested_forms(path)
