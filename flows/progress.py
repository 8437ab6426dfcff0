"""Progress on standard error, and only on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Advance(Protocol):
    """Takes what is done and, where it is known, all there is."""

    def __call__(self, done: int, total: int | None = None, /) -> None:
        """Show it."""


@contextmanager
def counting(what: str, unit: str) -> Iterator[Advance]:
    """A bar with count, rate and time left; where standard error is no terminal, one line."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        console.print(f"{what} ...", highlight=False)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[unit]} {task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task(what, total=None, unit=unit, rate="")

        def advance(done: int, total: int | None = None, /) -> None:
            speed = progress.tasks[0].speed
            progress.update(bar, completed=done, total=total, rate=f"({speed:.0f}/s)" if speed else "")

        yield advance
