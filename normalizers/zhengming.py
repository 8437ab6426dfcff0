"""The way in: texts -> corrections."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Date
from functools import cached_property, lru_cache
from importlib.metadata import PackageNotFoundError, version
from itertools import count
from types import ModuleType
from typing import Any

import spacy
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from gazetteer import Gazetteer
from gazetteer.builtin import judgement_hash
from normalizers.applier import apply
from normalizers.detectors import DETECTORS
from normalizers.excerpt import Excerpt, touched_lines
from normalizers.finding import Correction, Document, Finding
from normalizers.page import Page
from normalizers.policy import Policy
from normalizers.proposal import Proposal
from normalizers.quality import score
from normalizers.reader import Reader
from normalizers.sentences import Sentences
from normalizers.settling import applied, settle
from normalizers.style import NO_STYLE, HouseStyle, house_style
from normalizers.tables import own_sources
from normalizers.wording import fit

DOCUMENT_FIELDS = ("id", "text", "date", "source", "title", "source_language")
LONGEST_TEXT = 50_000_000
"""Code points of the longest text; spaCy's own limit guards models that are not used here."""


def load(
    gazetteer: Gazetteer | None = None,
    policy: Policy | None = None,
    style: Mapping[str, Sequence[str]] | None = None,
) -> Zhengming:
    """The corrector, with the built-in gazetteer and settings unless others are given.

    `style` is a house style: forms to write, each with those it replaces (none: the other spellings of the gazetteer).

    Raises:
        ValueError: the style names a form without others that the gazetteer does not know.
    """
    layers = gazetteer or Gazetteer.default()
    return Zhengming(layers, policy or Policy(), style=house_style(style, layers) if style else NO_STYLE)


class Zhengming:
    """Corrects texts. Immutable: one may serve many texts, and many threads one after another."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        policy: Policy,
        detectors: tuple[ModuleType, ...] = DETECTORS,
        style: HouseStyle = NO_STYLE,
    ) -> None:
        self.gazetteer = gazetteer
        self.policy = policy
        self.detectors = detectors
        self.style = style

    @cached_property
    def nlp(self) -> Language:
        """A blank English pipeline that divides a text into tokens and sentences, as a user's own would."""
        nlp = spacy.blank("en")
        nlp.max_length = LONGEST_TEXT
        nlp.add_pipe("sentencizer")
        return nlp

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self.nlp)

    @cached_property
    def signature(self) -> str:
        """What a result depends on besides the text: gazetteer, rules, policy, the house style if any, version."""
        style = (f"style:{self.style.signature}",) if self.style.replaced else ()
        return "|".join(
            (
                f"gazetteer:{self.gazetteer.signature}",
                f"rules:{len(self.detectors)}+{_rules_hash(self.detectors)}",
                f"policy:{self.policy.signature}",
                *style,
                f"version:{package_version()}",
            )
        )

    def correct(self, text: str, date: Date | str | None = None, source: str | None = None) -> Correction:
        """Correct one text. `date` (of publication) decides who held which office; `source` is its Chinese original.

        Raises:
            ValueError: `date` is no date of the form YYYY-MM-DD.
        """
        day = date.isoformat() if isinstance(date, Date) else date
        return next(self.pipe([Document("text", text, day, source)]))

    def pipe(self, documents: Iterable[str | Mapping[str, Any] | Document]) -> Iterator[Correction]:
        """Correct documents as a stream, one by one. A document is a text, or a mapping as in a line of `.jsonl`."""
        for document in map(as_document, documents, count(1)):
            yield self._correct(document, self._sentences.starts(document.text))

    def correct_doc(self, doc: Doc, document: Document) -> Correction:
        """Correct a text that spaCy has divided already."""
        return self._correct(document, sentence_starts(doc))

    def _correct(self, document: Document, starts: Sequence[int]) -> Correction:
        """Correct a text whose sentences begin at `starts`."""
        day, starts_of = day_of(document.date), self._sentences.starts
        page = Page(document.text, self.gazetteer, starts, document.source)
        reader = Reader(page, day, self.style, self.policy.report_above)

        def read(corrected: str) -> list[Proposal]:
            again = Page(corrected, self.gazetteer, starts_of(corrected), document.source)
            return self._proposals(Reader(again, day, self.style, self.policy.apply_above), self._changing)

        def is_restless(corrected: str, made: Sequence[Finding]) -> bool:
            lines = touched_lines(corrected, made)
            excerpt = Excerpt(lines, page, starts_of(lines))
            again = Reader(excerpt, reader.date, self.style, self.policy.apply_above, is_estimate=day is None)
            later = apply(lines, self._proposals(again, self._changing), self.policy)[1]
            return bool(applied(later)) or excerpt.names_new_country

        text, findings = settle(document.text, self._proposals(reader, self.detectors), read, self.policy, is_restless)
        return Correction(document, text, findings, score(len(page.starts), findings), self.signature)

    @cached_property
    def _changing(self) -> tuple[ModuleType, ...]:
        """The detectors that may be sure enough to change a text: for their sake alone it is read again."""
        return tuple(
            detector for detector in self.detectors if getattr(detector, "SUREST", 1.0) >= self.policy.apply_above
        )

    def _proposals(self, reader: Reader, detectors: Iterable[ModuleType]) -> list[Proposal]:
        """What is proposed for a text, fitted into it; what is not worth a word is left out."""
        found = proposals_of(reader, detectors)
        return [fit(reader.text, proposal) for proposal in found if self.policy.action(proposal)]


def sentence_starts(doc: Doc) -> list[int]:
    """The offsets at which the sentences of a document begin; 0 alone where nothing has divided it."""
    if not len(doc) or not doc.has_annotation("SENT_START"):
        return [0]
    table = doc.to_array([IDX, SENT_START])
    starts: list[int] = table[table[:, 1] == 1, 0].tolist()
    return starts


def proposals_of(reader: Reader, detectors: Iterable[ModuleType] = DETECTORS) -> Iterator[Proposal]:
    """What the detectors propose."""
    for detector in detectors:
        yield from detector.detect(reader)


def as_document(given: str | Mapping[str, Any] | Document, number: int) -> Document:
    """A document from a text or a mapping; one without an id has its number.

    Raises:
        ValueError: the mapping has no text, or the date is none.
    """
    if isinstance(given, Document):
        document = given
    elif isinstance(given, str):
        document = Document(str(number), given)
    else:
        if not isinstance(given.get("text"), str):
            raise ValueError(f"document {number} has no text")
        known = {key: given[key] for key in DOCUMENT_FIELDS if given.get(key) is not None}
        extra = {key: value for key, value in given.items() if key not in DOCUMENT_FIELDS}
        document = Document(**{"id": str(number), **known}, extra=extra)
    day_of(document.date)
    return document


def day_of(date: str | None) -> Date | None:
    """The day that an ISO 8601 date names.

    Raises:
        ValueError: it is none.
    """
    if not date:
        return None
    try:
        return Date.fromisoformat(date)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{date!r} is not a date of the form YYYY-MM-DD") from error


@lru_cache(maxsize=64)
def _rules_hash(detectors: tuple[ModuleType, ...]) -> str:
    """The hash of which detectors run, and of the code, the tables and the weights that decide what they find."""
    decides = (*(detector.RULE.code for detector in detectors), *own_sources(), judgement_hash())
    return hashlib.blake2b("\0".join(decides).encode(), digest_size=4).hexdigest()


def package_version() -> str:
    """The version of this distribution."""
    try:
        return version("zhengming")
    except PackageNotFoundError:
        return "0"
