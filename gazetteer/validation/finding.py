"""What a check finds."""

from __future__ import annotations

from typing import NamedTuple

ERROR, WARNING, NOTE = "error", "warning", "note"

SEVERITIES = (ERROR, WARNING, NOTE)
"""The gravest first."""


class Finding(NamedTuple):
    """One line of a validation: how grave, which entity, what is wrong, what to do."""

    severity: str
    where: str
    what: str
    todo: str

    def __str__(self) -> str:
        return f"{self.severity}: {self.where}: {self.what}; {self.todo}"
