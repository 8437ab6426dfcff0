"""What the gazetteer knows of one thing: its right names, its Chinese name, and, for people, the offices they held."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Date
from typing import Any

KINDS = ("person", "place", "organization", "office", "event", "work", "term", "product")

UNIONS = frozenset({"EU", "UN"})
"""Codes in place of a country's whose offices people of every country hold."""
FAMILY_NAME_FIRST = frozenset({"zh", "yue", "nan", "hak", "ko", "vi"})
"""Origins whose names the English-language press leaves in their own order, family name first."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One holding of one office.

    `start` and `end` are inclusive bounds as wide as the source leaves them: a tenure `from: 2020` starts no later than
    2020-01-01 for the purpose of a match. None is open.
    """

    office: str
    start: Date | None = None
    end: Date | None = None

    def covers(self, day: Date) -> bool:
        """Whether the office may have been held on `day`."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity. Names are NFC text; `written` maps a language tag to the forms in its script, the commonest first."""

    id: str
    kind: str
    name: str
    also: tuple[str, ...] = ()
    short: str = ""
    origin: str = ""
    country: tuple[str, ...] = ()
    written: dict[str, tuple[str, ...]] = field(default_factory=dict)
    held: tuple[Tenure, ...] = ()
    roles: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    since: Date | None = None
    """The first day on which it may have been in the world: released, founded, unveiled, coined; None: not known."""
    of: str = ""
    garbled: tuple[str, ...] = ()
    note: str = ""
    source: str = ""
    weak: bool = False

    @property
    def zh(self) -> tuple[str, ...]:
        """The Chinese forms, simplified, the commonest first."""
        return self.written.get("zh", ())

    @property
    def is_country(self) -> bool:
        """Whether it is a country or territory: its id is its ISO 3166 code."""
        return len(self.country) == 1 and self.id == f"place/{self.country[0].lower()}"

    @property
    def right(self) -> tuple[str, ...]:
        """Every form that is right in running text, the preferred one first."""
        forms = (self.name, *self.also)
        return forms if not self.short or self.short in forms else (*forms, self.short)

    @property
    def family_name(self) -> str:
        """The form of a later mention ("Suh", "von der Leyen"); the name itself for all that are not people."""
        return self.short or self.name

    def record(self) -> dict[str, Any]:
        """The entity as plain data, without what is empty: the form in which an index keeps it."""
        data: dict[str, Any] = {"id": self.id, "kind": self.kind, "name": self.name}
        for key in ("also", "country", "roles", "context", "garbled"):
            if value := getattr(self, key):
                data[key] = list(value)
        for key in ("short", "origin", "of", "note", "source", "weak"):
            if value := getattr(self, key):
                data[key] = value
        if self.since:
            data["since"] = self.since.isoformat()
        if self.written:
            data["written"] = {tag: list(forms) for tag, forms in self.written.items()}
        if self.held:
            data["held"] = [
                [t.office, t.start.isoformat() if t.start else "", t.end.isoformat() if t.end else ""]
                for t in self.held
            ]
        return data

    @classmethod
    def from_record(cls, data: dict[str, Any]) -> Entity:
        """The inverse of `record`."""
        return cls(
            id=data["id"],
            kind=data["kind"],
            name=data["name"],
            also=tuple(data.get("also", ())),
            short=data.get("short", ""),
            origin=data.get("origin", ""),
            country=tuple(data.get("country", ())),
            written={tag: tuple(forms) for tag, forms in data.get("written", {}).items()},
            held=tuple(Tenure(office, _day(start), _day(end)) for office, start, end in data.get("held", ())),
            roles=tuple(data.get("roles", ())),
            context=tuple(data.get("context", ())),
            since=_day(data.get("since", "")),
            of=data.get("of", ""),
            garbled=tuple(data.get("garbled", ())),
            note=data.get("note", ""),
            source=data.get("source", ""),
            weak=data.get("weak", False),
        )


def short_form(kind: str, name: str, origin: str) -> str:
    """The later mention that the origin of a person's name gives: its family name."""
    parts = name.split()
    if kind != "person" or len(parts) < 2:
        return name
    return parts[0] if origin in FAMILY_NAME_FIRST else parts[-1]


def _day(text: str) -> Date | None:
    return Date.fromisoformat(text) if text else None
