"""`zhengming rules`: the faults that are looked for, by code."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.errors import UsageError


def rules(
    name: Annotated[
        str,
        typer.Argument(metavar="[RULE]", help="The rule, by code or name, whose page to print.", show_default=False),
    ] = "",
) -> None:
    """List the rules, or print the page of one."""
    from normalizers.rules import catalogue, explain

    if not name:
        for page in catalogue():
            rule = page.rule
            typer.echo(f"{rule.code}  {rule.name:32} {rule.severity:9} {page.summary}")
        return
    try:
        typer.echo(explain(name).markdown())
    except ValueError as error:
        raise UsageError(str(error)) from error
