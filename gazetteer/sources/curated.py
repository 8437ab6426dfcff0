"""Curated YAML: the format that `gazetteer/data/README.md` describes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from gazetteer.dates import bound
from gazetteer.entity import KINDS, Entity, Tenure, short_form
from gazetteer.errors import GazetteerError
from gazetteer.sources.rows import Problem, Report

ID = re.compile(r"[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*")
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")

TEXTS = ("id", "kind", "name", "short", "origin", "of", "note", "source")
LISTS = ("also", "country", "roles", "context", "garbled")
FIELDS = frozenset((*TEXTS, *LISTS, "written", "held", "since"))


class _TextLoader(yaml.CSafeLoader):
    """YAML in which every scalar is text: `NO` is Norway, and a date is read by us."""


_TextLoader.yaml_implicit_resolvers = {}


def read(path: Path) -> Iterator[Entity]:
    """Yield the entities of one file.

    Raises:
        GazetteerError: the file is not YAML of the documented form; the message names file, entity and field.
    """
    for where, fields in _entries(path):
        yield _entity(fields, where)


def read_leniently(path: Path, report: Report) -> Iterator[Entity]:
    """Yield the entities of one file that are whole, and report the others.

    Raises:
        GazetteerError: the file is not YAML with a list `entities`.
    """
    for where, fields in _entries(path):
        try:
            yield _entity(fields, where)
        except GazetteerError as error:
            report(Problem(where, str(error).removeprefix(f"{where}: ")))


def _entries(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The entries with their places; an entry that is no mapping comes as one without fields."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), _TextLoader)
    except (yaml.YAMLError, OSError, UnicodeDecodeError, RecursionError) as error:
        raise GazetteerError(f"{path}: not readable as YAML: {' '.join(str(error).split())}") from error
    if not isinstance(data, dict) or not isinstance(data.get("entities"), list):
        raise GazetteerError(f"{path}: needs a mapping with a list `entities`")
    defaults = data.get("defaults") or {}
    for number, fields in enumerate(data["entities"], 1):
        fields = fields if isinstance(fields, dict) else {}
        yield f"{path.name}: entity {number} ({fields.get('id', 'no id')})", {**defaults, **fields}


def _entity(fields: dict[str, Any], where: str) -> Entity:
    if unknown := sorted(set(fields) - FIELDS):
        raise GazetteerError(f"{where}: unknown field {unknown[0]!r}; the fields are {', '.join(sorted(FIELDS))}")
    texts = {key: _text(fields.get(key, ""), key, where) for key in TEXTS}
    lists = {key: _texts(fields.get(key, []), key, where) for key in LISTS}
    if not ID.fullmatch(texts["id"]):
        raise GazetteerError(f"{where}: id {texts['id']!r} is not of the form kind/lower-case-slug")
    if texts["kind"] not in KINDS or texts["id"].split("/")[0] != texts["kind"]:
        raise GazetteerError(f"{where}: kind {texts['kind']!r} must be one of {', '.join(KINDS)} and begin the id")
    if not texts["name"]:
        raise GazetteerError(f"{where}: has no name")
    texts["short"] = texts["short"] or short_form(texts["kind"], texts["name"], texts["origin"])
    written, held = _written(fields.get("written"), where), _held(fields.get("held", []), where)
    since = bound(_text(fields.get("since", ""), "since", where), last=False, where=where)
    return Entity(written=written, held=held, since=since, **texts, **lists)  # type: ignore[arg-type]


def _text(value: object, key: str, where: str) -> str:
    if not isinstance(value, str):
        raise GazetteerError(f"{where}: {key} must be a text, not a {type(value).__name__}")
    return unicodedata.normalize("NFC", value.strip())


def _texts(value: object, key: str, where: str) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(_text(item, key, where) for item in values))


def _written(value: object, where: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict) or "zh" not in value:
        raise GazetteerError(f"{where}: `written` must be a mapping with at least `zh`")
    written = {str(tag): _texts(forms, f"written.{tag}", where) for tag, forms in value.items()}
    for form in written["zh"]:
        if not HAN.search(form):
            raise GazetteerError(f"{where}: written.zh {form!r} has no Chinese character")
    return written


def _held(value: object, where: str) -> tuple[Tenure, ...]:
    if not isinstance(value, list):
        raise GazetteerError(f"{where}: `held` must be a list")
    tenures = []
    for item in value:
        if not isinstance(item, dict) or "office" not in item or set(item) - {"office", "from", "to"}:
            raise GazetteerError(f"{where}: each of `held` is a mapping of office, from, to")
        start, end = (bound(item.get(key, ""), last=key == "to", where=where) for key in ("from", "to"))
        if start and end and end < start:
            raise GazetteerError(f"{where}: {item['office']} ends before it begins")
        tenures.append(Tenure(item["office"], start, end))
    return tuple(tenures)
