"""Words of the field of what people are, and what they tell of a name."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, builtin
from gazetteer.evidence import Candidate, Context
from gazetteer.fields import fields_of, read_fields
from gazetteer.manner import PINYIN
from gazetteer.posting import Posting
from gazetteer.stems import title_stems
from normalizers import Zhengming

FIELDS = read_fields(builtin.DATA / "fields.tsv")


def test_the_table_is_plain() -> None:
    for role, listed in FIELDS.items():
        assert role == role.lower().strip()
        assert len(listed) >= 3
        assert len(set(listed)) == len(listed)
        assert all(word and word == word.strip() for word in listed)


@pytest.mark.parametrize(
    ("role", "word"),
    [("footballer", "goal"), ("Hamburg striker", "goal"), ("Chess champion of 1980", ""), ("FBI director", "")],
)
def test_a_role_has_the_words_of_its_last_word(role: str, word: str) -> None:
    found = set(fields_of([role], FIELDS))
    assert word in found if word else not found


def test_a_name_is_likelier_among_words_of_its_field(zm: Zhengming) -> None:
    def believed(text: str) -> float:
        return max(finding.confidence or 0 for finding in zm.correct(text, date="2014-06-22").findings)

    assert believed("Piao Zhixing scored twice in the second half.") > believed("Piao Zhixing ate twice in that house.")


@pytest.mark.parametrize(
    ("entity_id", "around", "group"),
    [
        ("person/park-ji-sung", "Manchester United", "person"),
        ("person/park-ji-sung", "goal", "role"),
        ("person/park-ji-sung", "goal in the match at Manchester United", "person"),
        ("person/park-ji-sung", "ate", ""),
        ("organization/hk-cathay-pacific", "Rupert Hogg", "organization"),
        ("organization/hk-cathay-pacific", "runway", "sort"),
        ("organization/hk-cathay-pacific", "runway behind Rupert Hogg", "organization"),
        ("organization/hk-cathay-pacific", "ate", ""),
    ],
)
def test_words_of_one_are_told_from_those_of_all_that_are_alike(
    entity_id: str, around: str, group: str, gazetteer: Gazetteer
) -> None:
    entity = gazetteer.entity(entity_id)
    assert entity is not None
    said = title_stems(around, gazetteer.lexicon)
    context = Context(sentence=said, document=said)
    found = gazetteer.linker.field.of(Candidate(entity, Posting(0, PINYIN)), context)
    names = [item.name for item in found if item.name.startswith("context word")]
    assert names == ([f"context word in the sentence ({group})"] if group else [])
