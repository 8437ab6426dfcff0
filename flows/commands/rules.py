"""`zhengming rules`: the faults that are looked for, by code."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.errors import UsageError


def rules(
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", help="The rule whose page to print.", show_default=False)
    ] = "",
) -> None:
    """List the rules, or print the page of one."""
    import inspect

    from normalizers.detectors import DETECTORS

    by_code = {module.RULE.code: module for module in DETECTORS}
    if code and code.upper() not in by_code:
        raise UsageError(f"{code}: no such rule; `zhengming rules` lists them")
    for found, module in sorted(by_code.items()):
        page = inspect.getdoc(module) or ""
        if not code:
            typer.echo(f"{found}  {module.RULE.name:32} {module.RULE.severity:9} {page.splitlines()[0]}")
        elif found == code.upper():
            typer.echo(f"{found} {module.RULE.name}\n\n{page}")
