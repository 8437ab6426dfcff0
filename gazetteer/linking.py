"""Which entity a surface stands for: candidates, the evidence for and against each, and the probability it comes to.

The evidence is a list of named claims (`gazetteer.claims`), each with a value between 0 and 1 (or -1 and 1); a linear
model weighs them, and the candidates of one surface share one probability with the possibility that the surface is
right as it stands:

    p(e) = exp(s(e)) / (1 + sum over candidates c of exp(s(c))),   s(c) = bias + sum of weight * value

The weights stand in `data/judgement.json`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import MappingProxyType

from gazetteer.attested import Attested
from gazetteer.claims.countries import Countries
from gazetteer.claims.dates import Dates
from gazetteer.claims.document import Document
from gazetteer.claims.field import EntityFields, Field
from gazetteer.claims.form import Form
from gazetteer.claims.hearing import Hearing
from gazetteer.claims.kinds import Kinds
from gazetteer.claims.office import Office
from gazetteer.claims.roles import Roles
from gazetteer.claims.traits import Traits
from gazetteer.claims.weights import Weights
from gazetteer.evidence import Candidate, Context, Evidence
from gazetteer.fields import Fields
from gazetteer.lexicon import Lexicon
from gazetteer.sorts import Sorts


class Linker:
    """Weighs candidates against their context."""

    def __init__(
        self,
        office: Callable[[str], Office | None],
        weights: Weights,
        lexicon: Lexicon,
        fields: Fields,
        sorts: Sorts,
        attested: Attested = MappingProxyType({}),
    ) -> None:
        """`office` finds one by id; `fields` are words of what people are (`gazetteer.fields`), `sorts` of what bodies
        are (`gazetteer.sorts`); `attested`: wrong forms that are known (`gazetteer.attested`).
        """
        entity_fields = EntityFields(lexicon, fields, sorts)
        self.weights = weights
        self.form = Form(weights, lexicon, entity_fields, attested)
        self.roles = Roles(weights, entity_fields, office)
        self.field = Field(weights, entity_fields)
        self.dates = Dates(weights)
        self.kinds = Kinds(weights, lexicon)
        self.document = Document(weights)
        self._sources = (
            self.form.of,
            Traits(weights, lexicon).of,
            self.roles.of,
            Countries(weights, office).of,
            self.field.of,
            self.dates.of,
            self.kinds.of,
            Hearing(weights, lexicon).of,
            self.document.of,
        )

    def evidence(self, candidate: Candidate, context: Context) -> list[Evidence]:
        """The claims that hold for a candidate in its context; the first names the channel."""
        found: list[Evidence] = []
        for of in self._sources:
            found += of(candidate, context)
        return found


def score(evidence: Iterable[Evidence]) -> float:
    """The sum of what the claims weigh: log odds against the surface being right as it stands."""
    return sum([item[1] * item[2] for item in evidence])
