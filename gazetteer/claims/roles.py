"""Whether the words beside a name speak of an office that its bearer held on the day, or of what he or she is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as Date
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from gazetteer.claims.countries import country_name
from gazetteer.claims.field import EntityFields
from gazetteer.claims.office import Office
from gazetteer.claims.weights import Weights
from gazetteer.entity import UNIONS, Entity, Tenure
from gazetteer.evidence import Candidate, Context, Evidence
from gazetteer.manner import EAR, SLIP
from gazetteer.stems import ranked

ENOUGH_OF_A_TITLE = 0.6
"""The share of a title's words that must stand beside a name for the title to count."""
OTHER_COUNTRY = 0.4
"""What is left of a title's share where the words name another country than the office's."""
PAST = frozenset(
    "former ex then late previous outgo onetim erstwhil oust depos toppl impeach exil".split()  # stems
)
"""Stems beside a title that speak of an earlier holder."""
COMING = frozenset("new incom elect design nomine nomin confirm appoint pick next becam becom".split())
"""Stems beside a title that speak of a holder whose time has just begun, or is about to."""
SOON = timedelta(days=200)
"""How long before taking office somebody is called its new, elected or designated holder."""
JUST = timedelta(days=45)
"""How long after the end of a tenure the news still calls its holder by the office."""


class RoleMatch(NamedTuple):
    """How well the words beside a name fit an office its bearer held: `share` of the title's words, 0 to 1.

    `country_named`: the country of the office is named beside the name, or there is none to name;
    `country_in_sentence`: it is named somewhere in the sentence.
    """

    share: float
    office: Entity
    tenure: Tenure
    at_the_time: bool
    country_named: bool
    country_in_sentence: bool


class Roles:
    """Claims about people's offices and roles."""

    def __init__(self, weights: Weights, fields: EntityFields, office: Callable[[str], Office | None]) -> None:
        """`office` finds one by id."""
        self._claim = weights.evidence
        self._office = office
        self._fields = fields
        self.near = lru_cache(maxsize=4096)(_near)

    def of(self, candidate: Candidate, context: Context) -> list[Evidence]:
        """The claims of the office that the words beside the name speak of, or of a word for what its bearer is."""
        entity = candidate.entity
        if entity.kind != "person":
            return []
        match = self._match(entity, context)
        if match is not None:
            return self._of_office(candidate, context, match)
        near = self.near(context.before, context.after)
        for role in entity.roles:
            if self._fields.stems(role) <= near:
                return [self._claim("role word", 1.0, f"{entity.name} is called {role}")]
        return []

    def _of_office(self, candidate: Candidate, context: Context, match: RoleMatch) -> list[Evidence]:
        name = "held the office" if match.at_the_time else "held the office at another time"
        claim = f"{candidate.entity.name}: {match.office.name}{_of_country(match.office)}{_when(match.tenure)}"
        found = [self._claim(name, match.share, claim)]
        if match.at_the_time and match.country_named and match.share == 1:
            said = "the office, the country and the date agree"
            found.append(self._claim("office, country and date agree", 1.0, said))
            if candidate.posting.channel in EAR and "known word" in context.traits:
                said = "it is a known word, but sounds like the name of one who held the office on that day"
                found.append(self._claim("sounds like the holder", 1.0, said))
        slipped = candidate.posting.channel == SLIP
        if slipped and match.at_the_time and match.country_named:
            found.append(self._claim("slip in the holder's name", 1.0, "one slip away from the holder's name"))
        if not (match.country_named or match.country_in_sentence):
            found.append(self._claim("office of an unnamed country", 1.0, "the sentence does not name the country"))
        return found

    def _stems_of_countries(self, codes: frozenset[str]) -> frozenset[str]:
        """How titles name countries: the "American ambassador to Beijing" is the US ambassador to China."""
        return frozenset().union(*(self._fields.stems(ABBREVIATED.get(code, country_name(code))) for code in codes))

    def _match(self, entity: Entity, context: Context) -> RoleMatch | None:
        """The office of a person that the words beside the name speak of, if any."""
        near = self.near(context.before, context.after)
        if not near.isdisjoint(ENVOYS):
            near |= self._stems_of_countries(context.countries_near)
        best: tuple[float, RoleMatch] | None = None
        for tenure in entity.held:
            office = self._office(tenure.office)
            if office is None:
                continue
            share = max((len(title & near) / len(title) for title in office.titles if title), default=0.0)
            if share < ENOUGH_OF_A_TITLE:
                continue
            then = context.date is None or tenure.covers(context.date) or _is_shifted(tenure, context.date, near)
            countries = set(office.entity.country)
            named = not countries - UNIONS or bool(countries & context.countries_near)
            in_sentence = bool(countries & context.countries_sentence)
            if not (named or in_sentence) and context.countries_near:
                share *= OTHER_COUNTRY
            match = RoleMatch(share, office.entity, tenure, then, named, in_sentence)
            rank = share + (0.5 if then else 0.0) + (0.25 if named else 0.0)
            if best is None or rank > best[0]:
                best = (rank, match)
        return best[1] if best and best[1].share >= ENOUGH_OF_A_TITLE else None


def _near(before: tuple[str, ...], after: tuple[str, ...]) -> frozenset[str]:
    """The stems beside a name as they are compared with titles."""
    return ranked((*before, *after))


ENVOYS = frozenset({"ambassador", "envoy"})
"""Stems of titles that name two countries."""
ABBREVIATED = {"US": "us", "GB": "uk", "UN": "un", "EU": "eu"}
"""Countries that titles abbreviate, by their codes."""


def _is_shifted(tenure: Tenure, day: Date, near: frozenset[str]) -> bool:
    """Whether words such as "former" and "new", or a tenure just over, make it the one that is meant on a day."""
    if tenure.end and tenure.end <= day <= tenure.end + JUST:
        return True
    if near & PAST and tenure.end and tenure.end <= day:
        return True
    return bool(near & COMING and tenure.start and day <= tenure.start <= day + SOON)


def _of_country(office: Entity) -> str:
    return f" ({', '.join(map(country_name, office.country))})" if office.country else ""


def _when(tenure: Tenure) -> str:
    start = f" from {tenure.start}" if tenure.start else ""
    return start + (f" to {tenure.end}" if tenure.end else "")
