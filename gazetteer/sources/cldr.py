"""Unicode CLDR, through `babel`: territories, languages and currencies with their Chinese names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gazetteer.entity import Entity

SOURCE = "Unicode CLDR"
UNSPOKEN = re.compile(r"\s*[（(].*|中国|特别行政区")
"""What CLDR adds to a Chinese name and a text does not."""
HAN = re.compile(r"[㐀-鿿·]{2,}")
HIDING = frozenset({"019"})
"""Codes of territories whose name has the key of another's: Americas, that of America."""
NOT_LANGUAGES = frozenset({"mul", "und", "zxx", "root"})
"""Codes that stand for no language."""


def read() -> Iterator[Entity]:
    """Yield the territories, languages and currencies that CLDR names in both English and Chinese."""
    from babel import Locale

    english, chinese = Locale("en"), Locale("zh")
    yield from _named("place", "", english.territories, chinese.territories)
    yield from _named("term", "language-", english.languages, chinese.languages)
    yield from _named("term", "currency-", english.currencies, chinese.currencies)


def _named(kind: str, group: str, english: Mapping[str, str], chinese: Mapping[str, str]) -> Iterator[Entity]:
    for code in sorted(set(english) & set(chinese) - NOT_LANGUAGES - HIDING):
        written = UNSPOKEN.sub("", chinese[code])
        if not code.isascii() or "_" in code or " - " in english[code] or not HAN.fullmatch(written):
            continue
        yield Entity(
            id=f"{kind}/cldr-{group}{code.lower()}",
            kind=kind,
            name=_plain(english[code]),
            short=_plain(english[code]),
            country=(code,) if kind == "place" and len(code) == 2 else (),
            written={"zh": (written,)},
            source=SOURCE,
            weak=True,
        )


def _plain(name: str) -> str:
    """CLDR's name as a text writes it: `Myanmar (Burma)` is Myanmar."""
    return name.partition(" (")[0]
