"""Which rules are on: selected and ignored by code (`ZM305`), name (`glued-quote`) or family (`ZM3`, `ZM3xx`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from normalizers.finding import Rule

ALL = "ALL"
"""What stands for every rule."""
FAMILIES = {
    "ZM1": "names",
    "ZM2": "case",
    "ZM3": "encoding, markup and punctuation",
    "ZM4": "repetition",
    "ZM5": "numbers, units and dates",
    "ZM6": "idioms",
    "ZM7": "wire residue",
    "ZM8": "consistency and residue",
}
"""The families by the beginning of their codes."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Rules to apply: those that `select` names (all where it is empty) without those that `ignore` names.

    Where both name a rule the longer selector wins: `select=("ZM305",), ignore=("ZM3",)` leaves ZM305 on.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def has(self, rule: Rule) -> bool:
        """Whether the rule is on."""
        selected = max((_weight(selector, rule) for selector in self.select), default=1)
        ignored = max((_weight(selector, rule) for selector in self.ignore), default=0)
        return selected > ignored


def _weight(selector: str, rule: Rule) -> int:
    """How narrowly a selector names a rule: 0 where it does not."""
    wanted = selector.strip()
    if wanted == rule.name:
        return len(rule.code) + 1
    if wanted.upper() == ALL:
        return 1
    prefix = wanted.upper().rstrip("X")
    return len(prefix) if prefix.startswith("ZM") and rule.code.startswith(prefix) else 0


def selection(select: Iterable[str], ignore: Iterable[str], rules: Sequence[Rule]) -> Selection:
    """The selection that the selectors make; each may be a list divided by commas.

    Raises:
        ValueError: a selector names no rule.
    """
    chosen, left = _divided(select), _divided(ignore)
    for selector in (*chosen, *left):
        if not any(_weight(selector, rule) for rule in rules):
            raise ValueError(f"no rule is called {selector!r}; `zhengming rules` lists them")
    return Selection(chosen, left)


def _divided(selectors: Iterable[str]) -> tuple[str, ...]:
    return tuple(part.strip() for selector in selectors for part in selector.split(",") if part.strip())
