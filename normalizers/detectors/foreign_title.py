"""An office under the title that it has in Chinese, where the country has another.

What it does
    Finds “US Defense Minister”, “American Justice Minister” and their like by a table of countries and titles.

Why it matters
    There is no such office: a reader who looks for it finds none.

Example
    US Defense Minister Lloyd Austin -> US Defense Secretary Lloyd Austin

When it is wrong
    Ministers of two countries (“China-US defense ministers’ talks”) share the word; junior ministers of Britain are
    called ministers, so that theirs are only suggested.

Fix
    certain where the country has no minister, likely where its press uses both titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from normalizers.finding import Evidence, Rule
from normalizers.proposal import Proposal
from normalizers.reader import Reader
from normalizers.spans import matches
from normalizers.tables import table

RULE = Rule("ZM603", "foreign-title", "accuracy/mistranslation/named-entity", "minor")

SIGNS = ("inister", "ecretary", "hancellor", "remier", "peaker")


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a proposal for each title; the span is that of the title without the country."""
    if not any(sign in reader.text for sign in SIGNS):
        return
    right, titles = title_table(), title_pattern()
    for match in matches(reader.page, titles):
        country, title = match["country"].casefold(), match["title"]
        found = right.get((country, title.casefold()))
        if found:
            wording, confidence = found
            wording = wording if title[0].isupper() else wording.lower()
            claim = Evidence(f"the office is called {wording} in {match['country']} usage", 0.0)
            yield Proposal(RULE, *match.span("title"), wording, confidence, (claim,))


@lru_cache(maxsize=1)
def title_table() -> dict[tuple[str, str], tuple[str, float]]:
    """Country and Chinese title, casefolded -> the country's title and how sure it is."""
    return {
        (country.casefold(), title.casefold()): (right, float(confidence))
        for countries, title, right, confidence in table("foreign_titles")
        for country in countries.split("|")
    }


@lru_cache(maxsize=1)
def title_pattern() -> re.Pattern[str]:
    """A country right before a title in the singular; countries joined by a hyphen or “and” share theirs."""
    countries = sorted({country for row in table("foreign_titles") for country in row[0].split("|")}, reverse=True)
    titles = sorted({row[1] for row in table("foreign_titles")}, key=lambda title: (-len(title), title))
    return re.compile(
        rf"(?<![-–—\w])(?<!and )(?P<country>{'|'.join(map(re.escape, countries))}) (?:[Ff]ormer |[Aa]cting |then )?"
        rf"(?P<title>(?i:{'|'.join(map(re.escape, titles))}))(?![\w’'-])"
    )
