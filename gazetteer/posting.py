"""A posting: which entity a key may stand for, and how it came to. Packed into 64 bits."""

from __future__ import annotations

from typing import NamedTuple

SKELETON = "~"
"""Before a consonant skeleton (`gazetteer.renderings.sound`)."""
ID = "="
"""Before an entity's id."""
OFFICE = "!"
"""Before a country code: its offices."""
HOLDER = "%"
"""Before an office's id: the people who held it."""

WORD = "+"
"""Before the stem of a word that is a name (`gazetteer.renderings.word`)."""
MEANING = "&"
"""Before a stem: the parts of names that it may say (`gazetteer.renderings.meaning`)."""

_COST_STEPS = 255
_RANKS = 15


class Posting(NamedTuple):
    """`ordinal` of the entity, `channel` (0 the right name), `cost` (0 to 1), `written` the Chinese form, `oddness` (0
    to 15). `turned`: the last part of a gloss comes first; of a name found by its meaning one part is not said, or said
    otherwise.
    """

    ordinal: int
    channel: int
    cost: float = 0.0
    written: int = 0
    oddness: float = 0.0
    weak: bool = False
    turned: bool = False

    def pack(self) -> int:
        """The posting as an unsigned integer of 64 bits: ordinal 32, channel 8, cost 8, written 4, oddness 4, turned 1,
        weak 1.
        """
        return (
            self.ordinal << 32
            | self.channel << 24
            | round(self.cost * _COST_STEPS) << 16
            | self.written << 12
            | int(self.oddness) << 8
            | self.turned << 1
            | self.weak
        )

    @classmethod
    def unpack(cls, packed: int) -> Posting:
        """The inverse of `pack`, up to the steps in which cost and oddness are kept."""
        return cls(
            packed >> 32,
            packed >> 24 & 0xFF,
            (packed >> 16 & 0xFF) / _COST_STEPS,
            packed >> 12 & 0xF,
            float(packed >> 8 & 0xF),
            bool(packed & 1),
            bool(packed & 2),
        )


class Said(NamedTuple):
    """A stem that may say a part of a name, as `packed` into 64 bits.

    `ordinal` of the entity, `written` the Chinese form, `by_characters` how it is divided, `number` of the part (0 to
    14) among all `parts` (2 to 15), `rank` of the gloss (0 to 15). Those of one division of one name are alike in
    `NAME_BITS`.
    """

    ordinal: int
    written: int
    by_characters: bool
    number: int
    parts: int
    rank: int

    def pack(self) -> int:
        """As an unsigned integer: ordinal 32, written 4, division 1, number 4, parts 4, rank 4, from bit 16 down."""
        return (
            self.ordinal << 32
            | self.written << 13
            | self.by_characters << 12
            | self.number << 8
            | self.parts << 4
            | min(self.rank, _RANKS)
        )

    @classmethod
    def unpack(cls, packed: int) -> Said:
        """The inverse of `pack`."""
        return cls(
            packed >> 32,
            packed >> 13 & 0xF,
            bool(packed >> 12 & 1),
            packed >> 8 & 0xF,
            packed >> 4 & 0xF,
            packed & 0xF,
        )


NAME_BITS = 0xFFFFFFFF_0001F000
"""The bits of a packed `Said` that tell the division of a name."""
