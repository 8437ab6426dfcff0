"""Plain data of one document -> a checked document."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from flows.errors import UsageError
from normalizers import Document
from normalizers.zhengming import DOCUMENT_FIELDS, day_of

SURROGATE = re.compile("[\ud800-\udfff]")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def checked_date(text: str, where: str) -> str:
    """The date, if it is one.

    Raises:
        UsageError: it is no day of the calendar in the form YYYY-MM-DD.
    """
    try:
        if not DAY.fullmatch(text):
            raise ValueError
        day_of(text)
    except ValueError as error:
        raise UsageError(f"{where}: {text!r} is not a date; write YYYY-MM-DD") from error
    return text


def parse_line(line: bytes, where: str) -> dict[str, Any]:
    """The object that a line of JSON holds.

    Raises:
        UsageError: the line is not UTF-8, not JSON, or no object.
    """
    try:
        data = json.loads(line.decode("utf-8"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise UsageError(f"{where}: not UTF-8 at byte {error.start}; convert the file to UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{where}: not JSON ({error}); write one object a line") from error
    if not isinstance(data, dict):
        raise UsageError(f'{where}: not an object; write {{"id": ..., "text": ...}}')
    return data


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


def document_of(data: Mapping[str, Any], where: str, date: str | None = None) -> Document:
    """The document that a record describes; `date` is used where it has none of its own.

    Raises:
        UsageError: id or text is missing, or a field is not what it should be.
    """
    known: dict[str, Any] = {"id": _id(data, where), "text": _text(data, where)}
    for key in ("date", "source", "title", "source_language"):
        if (value := data.get(key)) is not None:
            known[key] = _string(value, f"{where}: {key}")
    if given := known.pop("date", "") or date:
        known["date"] = checked_date(given, where)
    return Document(**known, extra={key: value for key, value in data.items() if key not in DOCUMENT_FIELDS})


def _id(data: Mapping[str, Any], where: str) -> str:
    found = data.get("id")
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    if found is None or found == "":
        raise UsageError(f'{where}: no "id"; give every document an id of its own')
    return _string(found, f"{where}: id")


def _text(data: Mapping[str, Any], where: str) -> str:
    if data.get("text") is None:
        raise UsageError(f'{where}: no "text"; an empty document has the text ""')
    return _string(data["text"], f"{where}: text")


def _string(value: object, what: str) -> str:
    if not isinstance(value, str):
        raise UsageError(f"{what} is {type(value).__name__}, not a string")
    if not value.isascii() and SURROGATE.search(value):
        raise UsageError(f"{what} holds half a character (an unpaired surrogate); remove it")
    return value
