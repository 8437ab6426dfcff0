"""What a run is told, apart from its input and output, and the pipeline that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from flows.errors import UsageError

if TYPE_CHECKING:
    from normalizers import Policy, Zhengming


@dataclass(frozen=True, slots=True)
class Settings:
    """Gazetteers, thresholds and rules. What is not given is as built in."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"use_attribute_docstrings": True, "extra": "forbid"}
    """Prefect shows the lines below to whoever starts a run, and refuses a misspelt name."""

    gazetteers: tuple[str, ...] = ()
    """Gazetteers of your own (paths) above the built-in one; the later wins."""
    apply_above: float | None = None
    """The confidence at which a change is made; 0.90 unless given."""
    suggest_above: float | None = None
    """The confidence at which a change is suggested; 0.50 unless given."""
    select: tuple[str, ...] = ()
    """Rules to use, by code or beginning of a code (ZM1 stands for all that begin so); all unless given."""
    ignore: tuple[str, ...] = ()
    """Rules to leave out, by code or beginning of a code."""
    style: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The house style: forms to write, each with those it replaces (none: the other spellings the gazetteer knows)."""


def load_pipeline(settings: Settings) -> Zhengming:
    """The corrector that the settings describe; builds the index on first use, with its progress on the terminal.

    Raises:
        UsageError: a threshold, a code or a gazetteer cannot be used.
    """
    from flows.gazetteers import layered
    from normalizers import Zhengming
    from normalizers.detectors import DETECTORS
    from normalizers.selection import selection
    from normalizers.style import house_style

    try:
        chosen = selection(settings.select, settings.ignore, [detector.RULE for detector in DETECTORS])
    except ValueError as error:
        raise UsageError(str(error)) from error
    policy = policy_of(settings)
    detectors = tuple(detector for detector in DETECTORS if chosen.has(detector.RULE))
    gazetteer = layered(settings.gazetteers)
    try:
        style = house_style(dict(settings.style), gazetteer)
    except ValueError as error:
        raise UsageError(str(error)) from error
    return Zhengming(gazetteer, policy, detectors, style)


def policy_of(settings: Settings) -> Policy:
    """The thresholds; where only one is given the other gives way.

    Raises:
        UsageError: they are not in order between 0 and 1.
    """
    from normalizers import Policy

    builtin = Policy()
    above, suggest = settings.apply_above, settings.suggest_above
    if above is None:
        above = builtin.apply_above if suggest is None else max(builtin.apply_above, suggest)
    if suggest is None:
        suggest = min(builtin.suggest_above, above)
    try:
        return Policy(above, suggest)
    except ValueError as error:
        raise UsageError(str(error)) from error
