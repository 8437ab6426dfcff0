"""Templates, style and scripts, and the policy that lets a page run just these."""

from __future__ import annotations

import base64
import hashlib
import json
import re
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
    made.filters.update(visible=visible.markup, plain=visible.plain, percent=percent, weight=weight, spacing=spacing)
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


def weight(log_odds: float) -> str:
    """What a piece of evidence weighs, with its sign; nothing where that is next to nothing.

    >>> weight(1.04), weight(-0.26), weight(0.01)
    ('+1.0', '−0.3', '')
    """
    return f"{log_odds:+.1f}".replace("-", "\N{MINUS SIGN}") if round(log_odds, 1) else ""


def spacing(text: str | None) -> Markup:
    """The class of an element whose white space is to be seen: `kept` as it is, or a `gap` and nothing else.

    >>> spacing("Suh Hoon"), spacing("a  b"), spacing(" ")
    (Markup(''), Markup(' class="kept"'), Markup(' class="kept gap"'))
    """
    if not text or not _SPACED.search(text):
        return Markup("")
    return Markup(' class="kept gap"') if not text.strip() else Markup(' class="kept"')


_SPACED = re.compile(r"^\s|\s$|\s\s|[^\S ]")


def _read(name: str) -> str:
    return files("reports").joinpath("templates", name).read_text(encoding="utf-8")


def _source(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"
