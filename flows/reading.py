"""How input is read: what a caller may say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Reading:
    """How input is read."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"use_attribute_docstrings": True, "extra": "forbid"}

    date: str | None = None
    """The day of publication (YYYY-MM-DD) of documents that carry none."""
    text_column: str = "text"
    """The column of a table that holds the text."""
    id_column: str = "id"
    """The column of a table that holds the id."""
