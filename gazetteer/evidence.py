"""What is known of a candidate in its context: the claims, and what they are drawn from."""

from __future__ import annotations

from datetime import date as Date
from typing import NamedTuple

from gazetteer.entity import Entity
from gazetteer.posting import Posting


class Evidence(NamedTuple):
    """One named claim about a candidate: how far it holds (`value`), what that weighs, and a sentence a person can
    check.
    """

    name: str
    value: float
    weight: float
    claim: str


make_evidence = tuple.__new__
"""Makes evidence without going through its arguments by name: a text has thousands of claims."""


class Context(NamedTuple):
    """What stands around a surface. Words are stems (`Lexicon.stem`) in the order of the text.

    `before` and `after` are the words that may describe a person: a title before the name, an apposition behind it.
    `sentence` and `document` hold all stems; `countries` codes of the countries named beside the surface, named as
    those it is of ("Chile's", "of Chile"), named in its sentence, in the document.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    sentence: frozenset[str] = frozenset()
    document: frozenset[str] = frozenset()
    countries_near: frozenset[str] = frozenset()
    countries_owning: frozenset[str] = frozenset()
    countries_sentence: frozenset[str] = frozenset()
    countries_document: frozenset[str] = frozenset()
    date: Date | None = None
    is_dated: bool = True
    """Whether `date` is that of the text; else it is an estimate, which the text may be years younger than."""
    letters: int = 0
    """Letters of the surface, folded."""
    in_pinyin: int = 0
    """Letters of those of its words that are spelt like pinyin and that English texts do not know."""
    next_kind: str = ""
    """What the word behind the surface, written like a part of its name, says it is: `place`, `organization` or
    nothing."""
    listed: tuple[Entity, ...] = ()
    """What is named rightly directly before and behind it, as in a list."""
    squashed: str = ""
    """The surface's letters, folded, written together."""
    own: frozenset[str] = frozenset()
    """Stems of the surface's own content words."""
    spelt: tuple[str, ...] = ()
    """The surface's words, folded."""
    pairs: float = 0.0
    """The share of the surface's pairs of neighbouring words that often stand side by side in English."""
    named: frozenset[str] = frozenset()
    """Ids of the entities that the document names rightly."""
    settled: frozenset[str] = frozenset()
    """Ids of the entities that other surfaces of the document surely stand for."""
    source: str | None = None
    """The Chinese original, simplified and without dots and spaces; None where there is none."""
    traits: frozenset[str] = frozenset()
    """Names of claims about the surface itself that the caller has seen to hold, each without a value of its own."""


class Candidate(NamedTuple):
    """An entity that a surface may stand for, by way of one posting of one index."""

    entity: Entity
    posting: Posting
    likeness: float = 1.0


TRAITS = {
    "quoted": "it stands in quotation marks",
    "capitalised": "it is written like a name",
    "lower case": "it is written in lower case",
    "spelt like pinyin": "its syllables are those of Mandarin",
    "no Chinese name": "it cannot be a Chinese personal name",
    "Chinese name": "it may be a Chinese personal name",
    "private person": "the sentence introduces it as somebody not known",
    "told of": "the sentence tells something of its bearer, as of somebody not known",
    "right elsewhere": "as written it is the right name of something else",
    "right of an unnamed country": "as written it is the right name of something of a country not named",
    "right in another country": "as written it is the right name of something of another country",
    "right but for its letters": "written otherwise it is the right name of something",
    "known word": "it is a word that English texts use",
    "common phrase": "its words often stand side by side",
    "common with its neighbours": "it belongs with the words beside it",
    "in a longer name": "it goes on with a word that is written like a name",
    "begins a longer name": "a longer name begins with it",
    "country and a word": "it is the name of a country and one word more",
    "legal form": "it has behind it what firm it is, as firms write it themselves",
    "three words": "it has three words or more",
    "three words in lower case": "it has three words or more, all in lower case",
    "sort in lower case": "it is written like a name but for the last word, which says what it is",
    "two words": "it has two words",
    "one word": "it is one word",
    "all capitals": "every word is written like a name",
    "right name in it": "its part in pinyin is the right name of something",
    "same meaning": "its words are those of the right name",
    "source slot": "it stands where a text names its source",
    "reporting": "it is said to report, as media do",
    "local body": "the words beside it speak of a part of the country",
    "where it is": "it stands behind a word such as “in” or “from”",
    "China named": "places or people of China are named around it",
    "recognised label": "the pipeline labels it as such a name",
}
"""Claims about a surface that do not depend on the candidate, in words."""
