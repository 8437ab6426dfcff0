"""`zhengming gazetteer`: look into the gazetteer, build it, and make and check layers of one's own."""

from __future__ import annotations

from typing import Annotated

import typer

from flows import options

app = typer.Typer(no_args_is_help=True, help="Look into the gazetteer, build it, make and check layers of your own.")

Surface = Annotated[str, typer.Argument(metavar="SURFACE", help="The words as they stand in a text.")]


@app.command()
def build(quiet: options.QuietOption = False) -> None:
    """Compile the built-in gazetteer into the user's cache, where it is not there yet, and print the folder."""
    from flows.gazetteers import prepare_index
    from gazetteer import builtin

    prepare_index()
    if not quiet:
        typer.echo(builtin.index_folder())


@app.command()
def lookup(surface: Surface, gazetteer: options.GazetteerOption = None) -> None:
    """List what SURFACE may stand for: as a right name, as a garbled one, or by likeness."""
    from flows.gazetteers import layered

    layers = layered(gazetteer or ())
    found = layers.lookup(surface)
    for candidate in found:
        how = "right" if candidate.posting.channel == 0 else layers.claim(candidate, surface)
        written = " ".join(candidate.entity.zh[:1])
        typer.echo("\t".join((candidate.entity.id, candidate.entity.name, written, how)))
    raise typer.Exit(0 if found else 1)


@app.command()
def explain(
    surface: Surface,
    near: Annotated[str, typer.Option("--near", metavar="TEXT", help="The words around it.")] = "",
    date: options.DateOption = None,
    gazetteer: options.GazetteerOption = None,
) -> None:
    """Say who SURFACE may be in its context, likeliest first, with the evidence for each."""
    from flows.gazetteers import layered
    from flows.records import checked_date

    day = checked_date(date, "--date") if date else None
    linked = layered(gazetteer or ()).explain(surface, near, day)
    for item in linked:
        typer.echo(f"{item.probability:.2f}  {item.entity.name}  ({item.entity.id})")
        for evidence in item.evidence:
            typer.echo(f"      {evidence.weight:+.2f}  {evidence.claim}")
    raise typer.Exit(0 if linked else 1)
