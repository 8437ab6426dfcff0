"""A replacement fitted into its place: case, plural, article."""

from __future__ import annotations

from dataclasses import replace

import regex

from gazetteer.keys import FUNCTION_WORDS
from normalizers.proposal import Proposal

ARTICLE = regex.compile(r"(?<![\w-])(an?)(\s+[\"“‘']?)$", regex.IGNORECASE)
THE = regex.compile(r"(?<![\w-])the\s+[\"“‘']?$", regex.IGNORECASE)
DETERMINED = regex.compile(
    r"(?<![\w-])(?:the|a|an|this|that|these|those|its|his|her|their|our|my|your|no|each|every|any|some|\w+['’]s|s['’])"
    r"\s+(?:[\w-]+\s+){0,2}[\"“‘']?$",
    regex.IGNORECASE,
)
TAKES_ARTICLE = regex.compile(
    r"\b(?:Union|Organization|Organisation|Nations|States|Party|Agency|Bank|Council|Commission|Committee|Court|Congress|Parliament"
    r"|Ministry|Department|Office|Fund|Army|Navy|Force|Forces|Alliance|League|Association|Federation|Games|Olympics|War|Summit|Initiative)$"
)
VOWEL_SOUND = regex.compile(
    r"^(?:(?i:[aeio]|u(?!ni|se|sa|k\b|s\b|\.|r[aeio]|t[aeio])|hour|hono|hones|heir)"
    r"|[FHLMNRSX](?:[A-Z]{1,5}|-)(?![a-z])|8|11|18)"
)
CONSONANT_SOUND = regex.compile(r"^(?i:U[KSN]\b|U\.|eu|one|once|EU\b|(?:FIFA|LAN|MERS|NAFTA|NASA|NATO|SAARC|SARS)\b)")
"""Abbreviations that are spoken as words among them."""
PLURAL = regex.compile(r"(?:s|x|z|ch|sh)$")


def takes_an(words: str) -> bool:
    """Whether the indefinite article before these words is "an".

    >>> takes_an("end-of-war declaration"), takes_an("European plan"), takes_an("OPCON transfer"), takes_an("US plan")
    (True, False, True, False)
    """
    return bool(VOWEL_SOUND.search(words)) and not CONSONANT_SOUND.search(words)


def fit(text: str, proposal: Proposal) -> Proposal:
    """The proposal with its replacement fitted into `text`; where an article changes with it, the span takes the
    article in.
    """
    if not proposal.replacement:
        return proposal
    surface = text[proposal.start : proposal.end]
    wording = plural(surface, proposal.replacement)
    if proposal.entity is not None and proposal.entity.kind in ("organization", "office"):
        wording = like_a_name(surface, wording)
    wording = capitalised(text, proposal.start, surface, wording)
    before = text[max(0, proposal.start - 60) : proposal.start]
    if found := ARTICLE.search(before):
        article, gap = found.groups()
        right = "an" if takes_an(wording) else "a"
        if wording.lower().startswith("the "):
            wording = wording[4:]
            right = article.lower()
        if right != article.lower():
            right = right.capitalize() if article[0].isupper() else right
            start = proposal.start - len(before) + found.start()
            return replace(proposal, start=start, replacement=right + gap + wording)
    if THE.search(before) and wording.lower().startswith("the "):
        wording = wording[4:]
    return replace(proposal, replacement=wording)


def plural(surface: str, wording: str) -> str:
    """`wording` in the plural where the surface is an ordinary plural and its last word can take one.

    >>> plural("special gold meetings", "Trump-Kim summit"), plural("early warning planes", "early warning aircraft")
    ('Trump-Kim summits', 'early warning aircraft')
    """
    last, tail = surface.split()[-1] if surface.split() else "", wording.split()[-1] if wording.split() else ""
    if not (last.endswith("s") and last.islower() and not last.endswith(("ss", "us", "is", "ics"))):
        return wording
    if not tail.islower() or tail.endswith(("s", "ing")) or not tail.isalpha() or tail in WITHOUT_PLURAL:
        return wording
    if tail.endswith("y") and tail[-2:-1] not in "aeiou":
        return wording[:-1] + "ies"
    return wording + ("es" if PLURAL.search(tail) else "s")


WITHOUT_PLURAL = frozenset(
    """aircraft cattle children equipment hovercraft livestock men news people personnel police spacecraft staff women
    """.split()
)
"""Last words of names and terms that have one form for one and many, or are many already."""


def capitalised(text: str, start: int, surface: str, wording: str) -> str:
    """`wording` with a capital where the surface began a sentence, and in capitals where the surface stood in
    capitals.
    """
    if surface.isupper() and len(surface) > 3 and surface.upper() != surface.lower():
        line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", start) + 1 or len(text) + 1) - 1]
        if line.isupper():
            return wording.upper()
    if surface[:1].isupper() and wording[:1].islower() and begins_sentence(text, start):
        return wording[:1].upper() + wording[1:]
    return wording


def like_a_name(surface: str, wording: str) -> str:
    """`wording` with capitals where the surface has them: one of several bodies that are called so is meant.

    >>> like_a_name("People's Forces Ministry", "people's armed forces department")
    "People's Armed Forces Department"
    >>> like_a_name("the sanitary bureau", "health commission")
    'health commission'
    """
    said = [word for word in surface.split() if word not in FUNCTION_WORDS]
    is_name = len(said) > 1 and all(word[0].isupper() for word in said)
    return titled(wording) if is_name and wording.islower() else wording


def titled(name: str) -> str:
    """`name` with capitals, save for the small words inside it.

    >>> titled("Ministry of industry and trade")
    'Ministry of Industry and Trade'
    """
    return " ".join(word if word in FUNCTION_WORDS else word[:1].upper() + word[1:] for word in name.split(" "))


def begins_sentence(text: str, start: int) -> bool:
    """Whether what stands at `start` begins a sentence or a line."""
    before = text[max(0, start - 8) : start].rstrip(" \t\"“‘'(")
    return not before or before[-1] in ".!?:。\n" or text[:start].strip(" \t\"“‘'(") == ""


def needs_the(text: str, start: int, surface: str, wording: str) -> bool:
    """Whether a name that takes the article stands where a garbled one had none."""
    if not TAKES_ARTICLE.search(wording) or surface.lower().startswith("the "):
        return False
    before = text[max(0, start - 60) : start]
    following = text[start + len(surface) : start + len(surface) + 2]
    return not DETERMINED.search(before) and not following.startswith(("-", "’s", "'s"))
