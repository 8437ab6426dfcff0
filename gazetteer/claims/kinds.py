"""Whether the words beside a surface say that it is such a thing as the entity, or the sentence speaks of one."""

from __future__ import annotations

from gazetteer.claims.countries import HOME, needs_no_country
from gazetteer.claims.weights import Weights
from gazetteer.entity import Entity
from gazetteer.evidence import Candidate, Context, Evidence
from gazetteer.lexicon import Lexicon
from gazetteer.manner import gloss_group, is_gloss, is_media, kind_group

KIND_BESIDE, KIND_IN_SENTENCE = "its kind beside it", "its kind in the sentence"
"""Claims about words that say of what kind a thing is (`KIND_NOUNS`)."""
LISTED = "listed with its like"
"""The claim that what is named beside it in a list is such a thing as the entity (`are_alike`)."""
NEAREST = 4
"""Words before and behind a name among which such a word is said of it: "the Hamburg weekly", ", the Bonn station"."""

KIND_NOUNS = {
    "media": """newspaper paper daily weekly magazine tabloid broadsheet broadcaster station channel television radio
    agency portal website outlet editor editorial column columnist""",
    "work": """film movie blockbuster sequel screenplay director actor actress starring star cinema screen episode
    series drama sitcom show novel book author bestseller read reader song album singer sing game gamer player manga
    anime cartoon play stage opera musical""",
    "organization": """company firm maker carmaker automaker chipmaker manufacturer supplier shares stock brand bank
    lender insurer airline retailer startup subsidiary giant shareholder university hospital agency ministry bureau club
    team league party group""",
    "place": """city town village county province prefecture district island river mountain lake strait bay port harbor
    airport station capital coast border region earthquake typhoon flood resident""",
    "product": """aircraft plane jet fighter missile rocket satellite drone ship carrier submarine tank radar vaccine
    drug app phone model engine software platform""",
}
"""Words that say of what kind a thing is of which a sentence speaks, by the kind of entity."""


class Kinds:
    """Claims about what kind of thing the words beside a surface say it is: nouns, and what it is listed with."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        self._claim = weights.evidence
        self._nouns = {kind: frozenset(map(lexicon.stem, nouns.split())) for kind, nouns in KIND_NOUNS.items()}

    def of(self, candidate: Candidate, context: Context) -> list[Evidence]:
        """The claim that such a noun stands beside the surface, or else in its sentence; that it is listed with its
        like.
        """
        found = self._of_nouns(candidate, context)
        like = next((other for other in context.listed if are_alike(candidate.entity, other)), None)
        if like is not None:
            group = gloss_group(candidate) if is_gloss(candidate, context) else kind_group(candidate.entity.kind)
            found.append(self._claim(f"{LISTED} {group}", 1.0, f"it is listed with {like.name}, which is such a thing"))
        return found

    def _of_nouns(self, candidate: Candidate, context: Context) -> list[Evidence]:
        kind = "media" if is_media(candidate.entity) else candidate.entity.kind
        nouns = self._nouns.get(kind, frozenset())
        if nouns.isdisjoint(context.sentence):
            return []
        article = "an" if kind[0] in "aeiou" else "a"
        if not nouns.isdisjoint((*context.before[-NEAREST:], *context.after[:NEAREST])):
            return [self._claim(f"{KIND_BESIDE} ({kind})", 1.0, f"the words beside it speak of {article} {kind}")]
        return [self._claim(f"{KIND_IN_SENTENCE} ({kind})", 1.0, f"the sentence speaks of {article} {kind}")]


def are_alike(one: Entity, other: Entity) -> bool:
    """Whether two different entities may well be listed together: countries and unions, media, people who held
    offices, things of one kind and one country; of China anything may be listed with what has no other name.
    """
    if one.id == other.id:
        return False
    if needs_no_country(one) and needs_no_country(other):
        return True
    if one.kind != other.kind:
        return False
    both = (is_media(one) and is_media(other)) or (bool(one.held) and bool(other.held))
    return both or not (set(one.country) - HOME).isdisjoint(other.country)
