"""A house style: of several right forms of one name, the one that a newsroom writes.

None is built in: what is right stays as it is. A style is a form and those it stands in place of; where it names none,
it stands in place of the other right forms of the same entity that are spelt alike.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from gazetteer import Gazetteer
from gazetteer.similarity import likeness, squash

ALIKE = 0.8
"""The likeness of two spellings of one name; a family name is not that like the full name."""


@dataclass(frozen=True)
class HouseStyle:
    """The forms a newsroom writes. `replaced` maps each form that is to go to the one that stands in its place."""

    replaced: Mapping[str, str]

    @cached_property
    def pattern(self) -> regex.Pattern[str] | None:
        """What finds every form, the longest first, those that are written among them; None where there is none."""
        forms = sorted({*self.replaced, *self.replaced.values()}, key=lambda form: (-len(form), form))
        if not forms:
            return None
        return regex.compile(rf"(?<![\w-])(?:{'|'.join(map(regex.escape, forms))})(?![\w-])")

    @property
    def signature(self) -> str:
        """What a signature says of it: how many forms, and the hash of them."""
        forms = "\n".join(f"{form}\t{written}" for form, written in sorted(self.replaced.items()))
        return f"{len(self.replaced)}+{hashlib.blake2b(forms.encode(), digest_size=4).hexdigest()}"


NO_STYLE = HouseStyle({})


def house_style(wanted: Mapping[str, Sequence[str]], gazetteer: Gazetteer) -> HouseStyle:
    """The style that writes each key in place of its forms, or where it has none of the forms the gazetteer knows.

    Raises:
        ValueError: a key without forms is no right name that the gazetteer knows in another spelling.
    """
    replaced: dict[str, str] = {}
    for written, forms in wanted.items():
        others = tuple(forms) or tuple(_spellings(written, gazetteer))
        if not others:
            raise ValueError(f"style: the gazetteer knows no other form of {written!r}; list the forms it replaces")
        replaced.update({form: written for form in others if form and form != written})
    return HouseStyle(replaced)


def _spellings(written: str, gazetteer: Gazetteer) -> Iterator[str]:
    """The other right forms, spelt alike, of the entities of which `written` is one."""
    for entity in gazetteer.facts(gazetteer.key_of(written)).right:
        if written in entity.right:
            yield from (form for form in entity.right if likeness(squash(form), (squash(written),)) >= ALIKE)
