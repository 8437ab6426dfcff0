"""`zhengming.toml`: settings that every command of a project takes over, where its options do not say otherwise.

gazetteer = ["terms.csv"]        # paths from the file's folder
apply-above = 0.95
suggest-above = 0.6
select = ["ZM1", "ZM3"]
ignore = ["ZM305"]

[style]                          # the form the house writes, and those it replaces
"Kim Jong-un" = []               # none: the other spellings that the gazetteer knows
"Belt and Road Initiative" = ["One Belt One Road", "OBOR"]
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from flows.errors import UsageError
from flows.settings import Settings

NAME = "zhengming.toml"


class Configuration(BaseModel):
    """What a `zhengming.toml` may say."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    gazetteer: list[str] = []
    apply_above: float | None = Field(default=None, alias="apply-above")
    suggest_above: float | None = Field(default=None, alias="suggest-above")
    select: list[str] = []
    ignore: list[str] = []
    style: dict[str, list[str]] = {}


def find(folder: Path) -> Path | None:
    """The `zhengming.toml` of a folder or of the nearest folder above it."""
    return next((path for at in (folder, *folder.parents) if (path := at / NAME).is_file()), None)


def read(path: Path) -> Settings:
    """The settings of a configuration file.

    Raises:
        UsageError: it cannot be read, or says something else than a configuration may.
    """
    try:
        said = Configuration.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from error
    except ValidationError as error:
        raise UsageError(f"{path}: {_first(error.errors()[0])}") from error
    return Settings(
        tuple(str(path.parent / layer) for layer in said.gazetteer),
        said.apply_above,
        said.suggest_above,
        tuple(said.select),
        tuple(said.ignore),
        tuple((written, tuple(forms)) for written, forms in said.style.items()),
    )


def _first(error: Any) -> str:
    """The first thing that is wrong, in words."""
    key = ".".join(map(str, error["loc"]))
    if error["type"] == "extra_forbidden":
        known = ", ".join(field.alias or name for name, field in Configuration.model_fields.items())
        return f"there is no setting {key!r}; the settings are {known}"
    return f"{key}: {error['msg']}"


def merged(given: Settings, configured: Settings) -> Settings:
    """The settings of the options over those of the file; gazetteers of both, those of the options last."""
    return Settings(
        (*configured.gazetteers, *given.gazetteers),
        configured.apply_above if given.apply_above is None else given.apply_above,
        configured.suggest_above if given.suggest_above is None else given.suggest_above,
        given.select or configured.select,
        given.ignore or configured.ignore,
        given.style or configured.style,
    )
