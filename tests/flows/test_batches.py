from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flows.batches import Batch, batches, document_key
from normalizers import Document


def _documents(number: int) -> list[Document]:
    return [Document(f"doc-{at}", f"Text {at}.") for at in range(number)]


def _names(documents: list[Document], basis: str = "rules") -> list[str]:
    return [batch.name for batch in batches(documents, 10, basis)]


@given(st.integers(0, 300), st.integers(1, 40))
def test_batches_hold_every_document_once_and_in_order(number: int, size: int) -> None:
    found: list[Batch] = list(batches(_documents(number), size, ""))
    assert [document for batch in found for document in batch.documents] == _documents(number)
    assert all(size // 2 <= len(batch.documents) <= size + size // 2 for batch in found[:-1])
    assert all(1 <= len(batch.documents) <= size + size // 2 for batch in found)


@given(st.integers(0, 299))
def test_a_changed_text_changes_one_batch_and_keeps_its_slot(at: int) -> None:
    before, documents = _names(_documents(300)), _documents(300)
    documents[at] = Document(documents[at].id, "Another text.")
    after = _names(documents)
    assert len(set(before) ^ set(after)) == 2
    assert [name.split("-")[0] for name in before] == [name.split("-")[0] for name in after]


@given(st.integers(0, 300))
def test_a_new_document_changes_the_batches_about_it_alone(at: int) -> None:
    documents = _documents(300)
    documents.insert(at, Document("new", "A new text."))
    assert len(set(_names(_documents(300))) - set(_names(documents))) <= 3


def test_other_rules_change_every_batch() -> None:
    assert not set(_names(_documents(100))) & set(_names(_documents(100), "other rules"))


def test_a_key_follows_from_all_that_a_result_follows_from() -> None:
    base = Document("a", "Text.", "2020-10-20", "原文", "Title", "zh", {"desk": "world"})
    others = [
        Document("b", "Text.", "2020-10-20", "原文", "Title", "zh", {"desk": "world"}),
        Document("a", "Other.", "2020-10-20", "原文", "Title", "zh", {"desk": "world"}),
        Document("a", "Text.", "2020-10-21", "原文", "Title", "zh", {"desk": "world"}),
        Document("a", "Text.", "2020-10-20", "他文", "Title", "zh", {"desk": "world"}),
        Document("a", "Text.", "2020-10-20", "原文", "Other", "zh", {"desk": "world"}),
        Document("a", "Text.", "2020-10-20", "原文", "Title", "zh", {"desk": "home"}),
    ]
    assert len({document_key(document, "rules") for document in (base, *others)}) == len(others) + 1
