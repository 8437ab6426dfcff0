"""Templates, style and scripts, and the policy that lets a page run just these."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reports import visible


@dataclass(frozen=True, slots=True)
class Assets:
    """What a page carries inline: its style, its script, and its Content-Security-Policy."""

    style: Markup
    script: Markup
    policy: str


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates. Everything is escaped; `visible` escapes and names what cannot be seen."""
    made = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(visible=visible.markup, plain=visible.plain, percent=percent)
    return made


@lru_cache(maxsize=8)
def assets(script: str) -> Assets:
    """The shared style with the script file of this name."""
    style_text, script_text = _read("style.css"), _read(script)
    policy = (
        f"default-src 'none'; style-src {_source(style_text)}; script-src {_source(script_text)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return Assets(Markup(style_text), Markup(script_text), policy)  # noqa: S704 - our own files


def data_block(data: Any) -> Markup:
    """Plain data as JSON for a data block: ASCII alone, and no character that could end the block."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(safe)  # noqa: S704 - nothing in it is markup any more


def percent(confidence: float | None) -> str:
    """A probability in per cent; never 100 % of what is not certain."""
    if confidence is None:
        return "–"
    return f"{min(99, int(confidence * 100 + 0.5)) if confidence < 1 else 100} %"


def _read(name: str) -> str:
    return files("reports").joinpath("templates", name).read_text(encoding="utf-8")


def _source(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"
