"""Termbases in TBX (ISO 30042, both generations): an entry's English terms, its Chinese terms. XML is read without
entities.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from gazetteer.entity import Entity
from gazetteer.errors import GazetteerError
from gazetteer.sources.rows import BadRow, Problem, Report, entity

SUFFIXES = (".tbx",)
ENTRIES = frozenset({"termEntry", "conceptEntry"})
LANGUAGES = frozenset({"langSet", "langSec"})
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
TRADITIONAL = ("hant", "tw", "hk", "mo")


def read(path: Path, report: Report) -> Iterator[Entity]:
    """Yield a term for each entry that has one in English and one in Chinese.

    Raises:
        GazetteerError: the file is no XML, or has a document type with entities.
    """
    number = 0
    try:
        for _, element in iterparse(path, forbid_dtd=False):
            if _tag(element) in ENTRIES:
                number += 1
                try:
                    yield _entity(element, path.name)
                except BadRow as error:
                    report(Problem(f"{path.name}: entry {number} ({element.get('id', 'no id')})", str(error)))
                element.clear()
    except DefusedXmlException as error:
        raise GazetteerError(f"{path}: declares entities, which are not read; remove its document type") from error
    except (ParseError, OSError) as error:
        raise GazetteerError(f"{path}: not readable as TBX: {error}") from error


def _entity(entry: Element, source: str) -> Entity:
    english: list[str] = []
    simplified: list[str] = []
    traditional: list[str] = []
    for section in entry.iter():
        if _tag(section) in LANGUAGES:
            language = (section.get(LANGUAGE) or section.get("lang") or "").lower().replace("_", "-")
            terms = ["".join(term.itertext()) for term in section.iter() if _tag(term) == "term"]
            if language.startswith("en"):
                english += terms
            elif language.startswith("zh"):
                (traditional if language.endswith(TRADITIONAL) else simplified).extend(terms)
    return entity("term", english, simplified or _simplified(traditional), source=source)


def _simplified(terms: list[str]) -> list[str]:
    from opencc import OpenCC

    return [OpenCC("t2s").convert(term) for term in terms]


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
