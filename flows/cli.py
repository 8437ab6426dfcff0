"""The command `zhengming`. Each command imports what it needs when it runs, so that a first answer comes fast."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from flows.commands import gazetteer
from flows.commands.apply import apply
from flows.commands.check import check
from flows.commands.correct import correct
from flows.commands.reliability import reliability
from flows.commands.report import report
from flows.commands.rules import rules
from flows.commands.run import run
from flows.commands.serve import serve
from flows.errors import UsageError, one_line

FAILED, UNUSABLE, INTERRUPTED = 1, 2, 130
"""Exit codes: some documents failed, or something was found; bad usage or input; stopped from the keyboard."""

app = typer.Typer(
    name="zhengming",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Find and correct the names and terms that machine translation from Chinese got wrong in English news.",
)
for command in (correct, run, check, apply, report, rules, reliability, serve):
    app.command()(command)
app.add_typer(gazetteer.app, name="gazetteer")


def _print_version(wanted: bool) -> None:
    if wanted:
        from normalizers.zhengming import package_version

        typer.echo(f"zhengming {package_version()}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options before the command."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command line (that of the process by default); returns the exit code.

    Bad usage and input end in one line on standard error.
    """
    try:
        return app(arguments, prog_name="zhengming", standalone_mode=False) or 0
    except UsageError as error:
        return _end(error, UNUSABLE)
    except (KeyboardInterrupt, typer.Abort):
        return _end(KeyboardInterrupt("stopped"), INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:
        format_message = getattr(error, "format_message", None)
        if format_message is None:
            raise
        message = format_message()
        return _end(UsageError(f"{message} See `zhengming --help`."), UNUSABLE) if message else UNUSABLE


def _end(error: BaseException, code: int) -> int:
    typer.echo(f"zhengming: {one_line(error)}", err=True)
    return code
