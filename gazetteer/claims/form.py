"""What the surface itself says of a candidate, by the way it may have come from it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from gazetteer.attested import Attested
from gazetteer.calibration import ROUNDING
from gazetteer.claims.field import EntityFields
from gazetteer.claims.weights import Weights
from gazetteer.entity import Entity
from gazetteer.evidence import Candidate, Context, Evidence
from gazetteer.keys import key_of_words
from gazetteer.lexicon import Lexicon
from gazetteer.manner import GLOSSES, MEANING, NAMED, is_body, is_gloss, kind_group
from gazetteer.renderings import CHANNELS
from gazetteer.similarity import likeness, squash
from gazetteer.stems import content_stems

HALF_GLOSS = "half gloss"
"""What the claims about a gloss call it where a part of it is left in pinyin: it is weighed as a reading."""
SHORT_READING, LONG_READING = 4, 10
"""Letters of a reading that says nothing by its length, and of one that is hardly met by chance."""
MOST_TELLING_ODDNESS = 12.0
"""The oddness (`gazetteer.rows.oddness`) from which words are hardly met together by chance."""
NEARLY = 0.88
"""The likeness from which a gloss is the right name but for a letter or an ending."""
REVIEW = "review"
"""The source of entities that decisions of reviewers taught."""
CLOSE = 0.75
"""The likeness from which two spellings are seldom those of two names."""
ALMOST_ALL = 0.75
"""The share of a name's words at which a gloss is as likely another way to say it."""
HALF = 0.5
"""The likeness, and the share of words, from which they count."""
WORDS_THAT_TELL = 2
"""Words that a half-translated name shares with the right one, and that few other names have."""


class Form:
    """Claims about the channel, its cost, how alike surface and name are, and what words they share."""

    def __init__(self, weights: Weights, lexicon: Lexicon, fields: EntityFields, attested: Attested) -> None:
        self.attested = attested
        self._claim = weights.evidence
        self._lexicon = lexicon
        self._fields = fields
        self._right_words = lru_cache(maxsize=1 << 14)(self._right_words_of)

    def of(self, candidate: Candidate, context: Context) -> list[Evidence]:
        """The claims of a candidate's form; its channel first."""
        entity, posting = candidate.entity, candidate.posting
        glossed = is_gloss(candidate, context)
        name = HALF_GLOSS if posting.channel in GLOSSES and not glossed else CHANNELS[posting.channel - 1].NAME
        found = [self._claim(f"{name} {kind_group(entity.kind)}", 1.0, "")]
        if posting.cost:
            found.append(self._claim(f"{name} cost", posting.cost, "the rendering is not the plainest one"))
        if candidate.likeness < 1:
            found += self._of_likeness(candidate.likeness)
        if posting.channel == MEANING and posting.turned:
            said = "one part of the name is not said, or one word is not of it"
            found.append(self._claim("a part not said", 1.0, said))
        if glossed:
            found += self._of_gloss(candidate, context)
        else:
            found.append(self._of_length(candidate, context))
            if name == HALF_GLOSS:
                found += self._of_rest(entity, context)
        if entity.source == REVIEW and context.squashed in map(squash, entity.garbled):
            found.append(self._claim("settled by reviewers", 1.0, "reviewers of other texts put it so"))
        if posting.weak:
            found.append(self._claim("weak entry", 1.0, "the entry comes from a word list"))
        return found

    def _of_likeness(self, alike: float) -> Iterable[Evidence]:
        yield self._claim("likeness", max(0.0, alike - HALF) / HALF, f"{alike:.0%} alike")
        if alike > CLOSE:
            yield self._claim("close likeness", (alike - CLOSE) / (1 - CLOSE), "")

    def _of_length(self, candidate: Candidate, context: Context) -> Evidence:
        letters = context.in_pinyin if candidate.posting.channel in GLOSSES else context.letters
        share = min(1.0, max(0.0, (letters - SHORT_READING) / (LONG_READING - SHORT_READING)))
        return self._claim(f"long reading {kind_group(candidate.entity.kind)}", share, f"{letters} letters agree")

    def _of_gloss(self, candidate: Candidate, context: Context) -> list[Evidence]:
        entity, posting = candidate.entity, candidate.posting
        is_meant = posting.channel == MEANING
        odd = min(1.0, (self._oddness(context) if is_meant else posting.oddness) / MOST_TELLING_ODDNESS)
        found = [self._claim("odd English", odd, "words as rare as these seldom meet by chance")]
        if "quoted" in context.traits and self._is_quoted_in_its_field(candidate, context):
            said = "it stands in quotation marks, among words of its field"
            found.append(self._claim("quoted in its field", 1.0, said))
        is_written = not context.traits.isdisjoint(("all capitals", "quoted"))
        if context.pairs:
            name = "common pairs of a name" if is_written and entity.kind in NAMED else "common pairs"
            found.append(self._claim(name, context.pairs, "some of its words often stand side by side"))
        if entity.kind in NAMED and not is_written and "sort in lower case" not in context.traits:
            name = "body without capitals" if is_body(entity) else "name without capitals"
            found.append(self._claim(name, 1.0, "a name of this kind is written with capitals"))
        if entity.id in self.attested and key_of_words(context.spelt, self._lexicon) in self.attested[entity.id]:
            found.append(self._claim("attested", 1.0, "machines are known to put it so"))
        return found + self._of_right_words(entity, context)

    def _is_quoted_in_its_field(self, candidate: Candidate, context: Context) -> bool:
        """Whether words of its field stand around it: in its sentence, where much may be such a name."""
        is_loose = candidate.posting.channel == MEANING and "all capitals" not in context.traits
        is_loose |= candidate.entity.kind == "organization"
        around = context.sentence if is_loose else context.document
        return any(word.stems <= around for word in self._fields.of(candidate.entity.context).words)

    def _of_right_words(self, entity: Entity, context: Context) -> list[Evidence]:
        """What a gloss has of the right name's words."""
        found = []
        share = self._share_of_right_words(entity, context.own)
        if self._is_misspelt(entity, context):
            found.append(self._claim("nearly the right name", 1.0, "it is spelt nearly like the right name"))
        if ALMOST_ALL <= share < 1:
            found.append(self._claim("only a word apart", 1.0, "all but one of its words are those of the right name"))
        if share >= HALF:
            found.append(self._claim("words of the right name", share, "it has words of the right name"))
        return found

    def _share_of_right_words(self, entity: Entity, own: frozenset[str]) -> float:
        """The share of some words that a right name has."""
        every, forms = self._right_words(entity.right)
        return 0.0 if own.isdisjoint(every) else max([len(own & form) for form in forms]) / len(own)

    def _right_words_of(self, forms: tuple[str, ...]) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
        """The stems that right names have, together and name by name."""
        found = tuple(content_stems(form, self._lexicon) for form in forms)
        return frozenset().union(*found), found

    def _of_rest(self, entity: Entity, context: Context) -> Iterable[Evidence]:
        """What the English half of a half-translated name says: that its words are those of the right name."""
        rest = {self._lexicon.stem(word) for word in context.spelt if self._lexicon.is_ordinary(word)}
        if rest and any(rest <= content_stems(form, self._lexicon) for form in entity.right):
            enough = min(1.0, len(rest) / WORDS_THAT_TELL)
            yield self._claim("rest of the right name", enough, "its other words are those of the right name")

    def _is_misspelt(self, entity: Entity, context: Context) -> bool:
        """Whether a surface is the right name but for a word that is no English, or for an ending."""
        surface, name = context.squashed, squash(entity.name)
        if 2 * min(len(surface), len(name)) < (len(surface) + len(name)) * (NEARLY - ROUNDING):
            return False  # no two words of such lengths are so alike
        if likeness(surface, (name,)) < NEARLY:
            return False
        right = content_stems(entity.name, self._lexicon)
        others = [word for word in context.spelt if self._lexicon.stem(word) not in right]
        return all(not self._lexicon.is_ordinary(word) for word in others)

    def _oddness(self, context: Context) -> float:
        """How odd the words of the surface are (`gazetteer.rows.oddness`)."""
        return sum(7.0 - self._lexicon.zipf(word) for word in context.spelt)
