"""`zhengming reliability`: how often what is said with a probability comes true."""

from __future__ import annotations

import typer


def reliability() -> None:
    """Print how often the likeliest reading was right, by its probability, as the last fit measured it."""
    from gazetteer.builtin import DATA
    from gazetteer.calibration import read_reliability
    from reports.reliability import text

    typer.echo(text(read_reliability(DATA / "judgement.json")))
