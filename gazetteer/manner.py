"""How a candidate would have come to be its surface, and the groups for which claims are counted.

A claim such as "country beside" weighs differently for people, for places, for what is put into English: the name of a
claim ends in the group that it is counted for.
"""

from __future__ import annotations

from functools import lru_cache

from gazetteer.entity import UNIONS, Entity
from gazetteer.evidence import Candidate, Context
from gazetteer.renderings import CHANNELS

_NUMBERS = {channel.NAME: number for number, channel in enumerate(CHANNELS, 1)}
GLOSS, MEANING = _NUMBERS["gloss"], _NUMBERS["meaning"]
GLOSSES = frozenset({GLOSS, MEANING, _NUMBERS["word"]})
"""Channels that put a name into English."""
PINYIN, SLIP, SOUND = _NUMBERS["pinyin"], _NUMBERS["slip"], _NUMBERS["sound"]
SPELLING = _NUMBERS["spelling"]
EAR = frozenset({SOUND, SPELLING})
"""Channels that spell a name by ear."""
NAMED = frozenset({"organization", "product", "work", "office"})
"""Kinds whose names are written with capitals, or in quotation marks."""

MEDIA_ENDINGS = ("社", "报", "网", "台", "刊", "新闻", "晚报", "日报")
"""How the Chinese names of news agencies, papers, sites and broadcasters end."""

_GROUPS = {"person": "(person)", "place": "(place)"}


def is_gloss(candidate: Candidate, context: Context) -> bool:
    """Whether a candidate is one by the meaning of the surface's words, and no part of the surface is read aloud."""
    return candidate.posting.channel in GLOSSES and not context.in_pinyin


def manner(candidate: Candidate, context: Context) -> str:
    """How a candidate would have come to be the surface: `reading` aloud or by ear, by `gloss` or by `meaning`.

    Each has its own calibration: how far probabilities hold depends on what there is to go by.
    """
    if not is_gloss(candidate, context):
        return "reading"
    return "meaning" if candidate.posting.channel == MEANING else "gloss"


def gloss_group(candidate: Candidate) -> str:
    """What claims call glosses: those listed piece by piece, and those by their meaning."""
    return "(meaning)" if candidate.posting.channel == MEANING else "(gloss)"


def kind_group(kind: str) -> str:
    """What claims call the entities of a kind."""
    return _GROUPS.get(kind, "(term)")


def country_group(entity: Entity, group: str) -> str:
    """What claims about the country of a gloss call such an entity: a body is mostly named beside its country."""
    return "(body)" if entity.kind == "organization" else group


def is_media(entity: Entity) -> bool:
    """Whether an organisation is one that news comes from."""
    return entity.kind == "organization" and _names_media(entity.zh)


@lru_cache(maxsize=1 << 13)
def _names_media(forms: tuple[str, ...]) -> bool:
    return any(form.endswith(MEDIA_ENDINGS) for form in forms)


def is_body(entity: Entity) -> bool:
    """Whether it is an organisation or an office of one country, and none that news comes from."""
    if entity.kind not in ("organization", "office") or is_media(entity):
        return False
    return UNIONS.isdisjoint(entity.country)
