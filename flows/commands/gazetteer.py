"""`zhengming gazetteer`: look into the gazetteer, build it, and make and check layers of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows import options
from flows.sources import readable

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from gazetteer.entity import Entity

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
    most: Annotated[int, typer.Option("--most", metavar="N", min=1, help="How many candidates to print.")] = 5,
    gazetteer: options.GazetteerOption = None,
) -> None:
    """Say who or what SURFACE may be in its context, likeliest first.

    Each candidate has its probability, how its Chinese name came to be SURFACE, and the evidence with what it weighs
    (in log odds).
    """
    from flows.gazetteers import layered
    from flows.records import checked_date

    day = checked_date(date, "--date") if date else None
    layers = layered(gazetteer or ())
    linked = layers.explain(surface, near, day)
    right = [found.entity for found in layers.lookup(surface) if found.posting.channel == 0]
    for entity in right:
        is_spelt_so = layers.forms.has_letters_of(surface, entity.right)
        how = "right as it stands" if is_spelt_so else "right but for endings or small words"
        typer.echo(f"{how}: {_named(entity)}")
    for item in linked[:most]:
        typer.echo(f"{item.probability:.2f}  {_named(item.entity)}")
        for evidence in item.evidence:
            claim = evidence.claim or layers.claim(item.candidate, surface)
            typer.echo(f"      {evidence.value * evidence.weight:+.2f}  {claim}")
    if len(linked) > most:
        typer.echo(f"{len(linked) - most} more, less likely (--most {len(linked)} lists them)")
    if linked:
        rest = max(0.0, 1 - sum(item.probability for item in linked))
        typer.echo(
            f"{rest:.2f}  none of these: right as it stands, or somebody or something the gazetteer does not know"
        )
    elif not right:
        typer.echo(f"nothing in the gazetteer is read, glossed or spelt like “{surface}”")
    raise typer.Exit(0 if linked or right else 1)


@app.command()
def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH...]", help="Gazetteers of your own; the built-in one where none is given."),
    ] = None,
    notes: Annotated[bool, typer.Option("--notes", help="Print the notes as well, which ask for nothing.")] = False,
) -> None:
    """Check entities against each other: spelling, sound, dates, links. Ends with 1 where something is wrong."""
    from collections import Counter

    from gazetteer import builtin, importing
    from gazetteer import validation as checks

    entities: list[Entity] = []
    problems = 0
    for path in paths or ():
        imported = readable(importing.read_entities, path)
        entities.extend(imported.entities)
        problems += len(imported.problems)
        for problem in imported.problems:
            typer.echo(f"{checks.ERROR}: {problem}")
    known = builtin.entities() if entities else builtin.derived()
    entities = entities or builtin.entities()
    found = checks.validate(entities, known, builtin.tools())
    for finding in found:
        if notes or finding.severity != checks.NOTE:
            typer.echo(str(finding))
    counts = Counter(finding.severity for finding in found) + Counter({checks.ERROR: problems})
    counted = ", ".join(f"{counts[each]} {each}{'' if counts[each] == 1 else 's'}" for each in checks.SEVERITIES)
    hint = " (--notes prints them)" if counts[checks.NOTE] and not notes else ""
    typer.echo(f"{len(entities)} entities: {counted}{hint}")
    raise typer.Exit(1 if counts[checks.ERROR] else 0)


@app.command("import")
def import_source(
    source: Annotated[
        Path, typer.Argument(metavar="SOURCE", help="A table, YAML, TBX, GeoNames, Wikidata or FtM file.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="What to write, a .gazetteer file.")],
    quiet: options.QuietOption = False,
) -> None:
    """Turn a source of another format into a gazetteer file. Ends with 1 where rows were left out."""
    from gazetteer import importing

    imported = readable(importing.import_source, source, out)
    for problem in imported.problems:
        typer.echo(f"zhengming: {problem}", err=True)
    if not quiet:
        kinds = ", ".join(f"{number} {kind}" for kind, number in imported.kinds.items())
        typer.echo(f"{out}: {len(imported.entities)} entities ({kinds}), {len(imported.problems)} rows left out")
    raise typer.Exit(1 if imported.problems else 0)


@app.command()
def stats(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH...]", help="Gazetteers of your own; the built-in one where none is given."),
    ] = None,
) -> None:
    """Count entities by kind, origin (the language of the name) and source, those of word lists included.

    One count a line: what is counted, which one, how many, separated by tabs.
    """
    from babel import Locale

    from gazetteer import Gazetteer, importing, statistics

    counted = statistics.stats(
        [each for path in paths for each in readable(importing.read_entities, path).entities]
        if paths
        else Gazetteer.default()
    )
    languages = Locale("en").languages
    typer.echo(f"entities\tall\t{counted.entities}")
    for name, number in counted.kinds.items():
        typer.echo(f"kind\t{name}\t{number}")
    for name, number in counted.origins.items():
        typer.echo(f"origin\t{languages.get(name, name) if name else 'not said'}\t{number}")
    for name, number in counted.sources.items():
        typer.echo(f"source\t{name or 'not said'}\t{number}")


@app.command()
def learn(
    decisions: Annotated[list[Path], typer.Argument(metavar="DECISIONS...", help="Files that reports exported.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The gazetteer to write, a .yaml file.")],
    at_least: Annotated[int, typer.Option("--at-least", metavar="N", min=1, help="Equal decisions that teach.")] = 2,
    gazetteer: options.GazetteerOption = None,
    quiet: options.QuietOption = False,
) -> None:
    """Turn repeated decisions of reviewers into a gazetteer for the next run: right forms, wrong ones, and forms never
    to touch. Says what it learnt, and names the decisions that taught nothing.
    """
    from flows.gazetteers import layered
    from flows.results import read_decisions, write_whole
    from reports import learn as learning

    reviewed = [each for path in decisions for each in read_decisions(path)]
    learnt = learning.entries(reviewed, _Known(layered(gazetteer or ())), at_least)
    for line in learnt.left:
        typer.echo(f"zhengming: nothing learnt of {line}", err=True)
    write_whole(out, learning.document(learnt.entities))
    if not quiet:
        for line in learnt.lines:
            typer.echo(line)
        typer.echo(f"{out}: {len(learnt.entities)} entities")


class _Known:
    """The gazetteer as learning asks it."""

    def __init__(self, layers: Gazetteer) -> None:
        self._layers = layers
        self.entity = layers.entity

    def named(self, form: str) -> tuple[Entity, ...]:
        """The entities of which `form`, letter for letter, is a right form."""
        found = (candidate.entity for candidate in self._layers.lookup(form) if candidate.posting.channel == 0)
        return tuple(entity for entity in found if form in entity.right)


def _named(entity: Entity) -> str:
    """An entity in one line: its name, what it is in Chinese, its id."""
    written = f" ({entity.zh[0]})" if entity.zh else ""
    return f"{entity.name}{written}, {entity.id}"
