"""The catalogue of rules: what each looks for, in the words of its detector's docstring.

The way in:

    catalogue()                    # every rule with its page, by code
    explain("ZM305")               # the page of one
    pages()                        # file name -> Markdown, the pages of the documentation
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from inspect import getdoc
from types import ModuleType

from normalizers.detectors import DETECTORS
from normalizers.finding import Rule
from normalizers.selection import FAMILIES

HEADINGS = ("What it does", "Why it matters", "Example", "When it is wrong", "Fix")
"""The parts of a rule's docstring, in order."""


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule with what its docstring says: a summary, and a text for each of `HEADINGS`."""

    rule: Rule
    summary: str
    parts: Mapping[str, str]

    @property
    def family(self) -> str:
        """The name of the rule's family."""
        return FAMILIES[self.rule.code[:3]]

    def markdown(self) -> str:
        """The page of the rule in the documentation."""
        rule = self.rule
        about = f"`{rule.name}` · {self.family} · MQM `{rule.category}` · {rule.severity}"
        parts = [f"## {heading}\n\n{_body(heading, text)}" for heading, text in self.parts.items()]
        return "\n\n".join([f"# {rule.code} {rule.name}", self.summary, about, *parts]) + "\n"


def _body(heading: str, text: str) -> str:
    return f"```text\n{text}\n```" if heading == "Example" else text


def catalogue() -> tuple[RulePage, ...]:
    """Every rule, by code.

    Raises:
        ValueError: a detector's docstring lacks a part.
    """
    return tuple(sorted(map(page, DETECTORS), key=lambda found: found.rule.code))


def page(detector: ModuleType) -> RulePage:
    """The page of a detector.

    Raises:
        ValueError: its docstring lacks a part.
    """
    summary, *lines = (getdoc(detector) or "").splitlines()
    parts: dict[str, list[str]] = {}
    for line in lines:
        if line in HEADINGS:
            parts[line] = []
        elif parts:
            parts[list(parts)[-1]].append(line.strip())
    if tuple(parts) != HEADINGS:
        raise ValueError(f"{detector.__name__}: the docstring has not the parts {', '.join(HEADINGS)}")
    rule: Rule = detector.RULE
    return RulePage(rule, summary, {heading: "\n".join(text).strip() for heading, text in parts.items()})


def explain(name: str) -> RulePage:
    """The page of the rule with this code or name.

    Raises:
        ValueError: there is none.
    """
    for found in catalogue():
        if name.upper() == found.rule.code or name == found.rule.name:
            return found
    raise ValueError(f"no rule is called {name!r}; `zhengming rules` lists them")


def pages() -> dict[str, str]:
    """The pages of the documentation by file name: one for each rule, and `README.md`, which lists them."""
    rules = catalogue()
    return {f"{found.rule.code}.md": found.markdown() for found in rules} | {"README.md": _index(rules)}


def _index(rules: tuple[RulePage, ...]) -> str:
    lines = [
        "# Rules",
        "",
        "Written by `scripts/generate` from the docstrings of the detectors.",
    ]
    family = ""
    for found in rules:
        if found.family != family:
            family = found.family
            code = found.rule.code[:3]
            lines += [
                "",
                f"## {code}xx {family}",
                "",
                "| rule | name | severity | what it finds |",
                "|---|---|---|---|",
            ]
        rule = found.rule
        lines.append(f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {found.summary} |")
    return "\n".join(lines) + "\n"
