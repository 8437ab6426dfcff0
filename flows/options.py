"""Options that several commands share, said once."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flows import configuration
from flows.settings import Settings

if TYPE_CHECKING:
    from flows.reading import Reading

DEFAULT_OUT = Path("zhengming-out")
INPUT, JUDGEMENT = "Input", "Gazetteers, rules and thresholds"
"""Panels of the help that options stand in."""

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help=".txt, .md, .jsonl, .jsonl.gz, .csv and .parquet files, folders of these, or - for standard input.",
        show_default=False,
    ),
]
CorpusInputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help=".txt, .md, .jsonl, .jsonl.gz, .csv and .parquet files and folders of these, by path or fsspec address.",
        show_default=False,
    ),
]
DateOption = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="YYYY-MM-DD",
        help="Day of publication of documents that carry none; decides who held which office.",
        rich_help_panel=INPUT,
    ),
]
GazetteerOption = Annotated[
    list[str] | None,
    typer.Option(
        "--gazetteer",
        metavar="PATH",
        help="A gazetteer of your own above the built-in one; may be given again, and the later wins.",
        rich_help_panel=JUDGEMENT,
    ),
]
ApplyAboveOption = Annotated[
    float | None,
    typer.Option(
        "--apply-above",
        metavar="P",
        min=0.0,
        max=1.0,
        help="Confidence at which a change is made.",
        show_default="0.90",
        rich_help_panel=JUDGEMENT,
    ),
]
SuggestAboveOption = Annotated[
    float | None,
    typer.Option(
        "--suggest-above",
        metavar="P",
        min=0.0,
        max=1.0,
        help="Confidence at which a change is suggested.",
        show_default="0.50",
        rich_help_panel=JUDGEMENT,
    ),
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODES",
        help="Rules to use, by code or beginning of a code, with commas.",
        show_default="all",
        rich_help_panel=JUDGEMENT,
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="CODES",
        help="Rules to leave out, by code or beginning of a code, with commas.",
        rich_help_panel=JUDGEMENT,
    ),
]
ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="PATH",
        help="Settings to start from.",
        show_default="zhengming.toml of this folder or of one above it",
        rich_help_panel=JUDGEMENT,
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing on standard output.")]
TextColumnOption = Annotated[
    str,
    typer.Option(
        "--text-column",
        metavar="NAME",
        help="Column of a .csv or .parquet file that holds the text.",
        rich_help_panel=INPUT,
    ),
]
IdColumnOption = Annotated[
    str,
    typer.Option(
        "--id-column",
        metavar="NAME",
        help="Column of a .csv or .parquet file that holds the id.",
        rich_help_panel=INPUT,
    ),
]


def codes(given: list[str] | None) -> tuple[str, ...]:
    """The codes in values that may hold several with commas.

    >>> codes(["ZM1, ZM201", "ZM3"])
    ('ZM1', 'ZM201', 'ZM3')
    """
    return tuple(code.strip() for value in given or () for code in value.split(",") if code.strip())


@dataclass(frozen=True, slots=True)
class Common:
    """The options of every command that corrects, as they are given."""

    date: DateOption = None
    gazetteer: GazetteerOption = None
    apply_above: ApplyAboveOption = None
    suggest_above: SuggestAboveOption = None
    select: SelectOption = None
    ignore: IgnoreOption = None
    text_column: TextColumnOption = "text"
    id_column: IdColumnOption = "id"
    config: ConfigOption = None
    quiet: QuietOption = False

    @property
    def settings(self) -> Settings:
        """The settings that the options say, over those of the configuration file.

        Raises:
            UsageError: the configuration cannot be used.
        """
        layers = tuple(self.gazetteer or ())
        given = Settings(layers, self.apply_above, self.suggest_above, codes(self.select), codes(self.ignore))
        path = self.config or configuration.find(Path.cwd())
        return configuration.merged(given, configuration.read(path)) if path else given

    @property
    def reading(self) -> Reading:
        """How to read the input.

        Raises:
            UsageError: the date is none.
        """
        from flows.reading import Reading
        from flows.records import checked_date

        day = checked_date(self.date, "--date") if self.date else None
        return Reading(day, self.text_column, self.id_column)


def with_common(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the options of `Common` in the place of its parameter `common`."""
    shared = inspect.signature(Common, eval_str=True).parameters
    own = inspect.signature(command, eval_str=True).parameters
    groups = (shared.values() if name == "common" else (each,) for name, each in own.items())
    parameters = [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for group in groups for each in group]

    def expanded(**given: Any) -> None:
        command(common=Common(**{name: given.pop(name) for name in shared}), **given)

    update_wrapper(expanded, command)
    expanded.__annotations__ = {each.name: each.annotation for each in parameters}
    vars(expanded)["__signature__"] = inspect.Signature(parameters)
    return expanded
