"""One person under two spellings that are both right.

What it does
    Suggests the commoner spelling of the text for one that differs in hyphens, spaces or letters.

Why it matters
    Readers take two spellings for two people.

Example
    Kim Jong-un ... Kim Jong Un ... Kim Jong-un -> Kim Jong-un throughout

When it is wrong
    A quotation keeps the spelling of its source.

Fix
    likely.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from gazetteer.similarity import likeness, squash
from normalizers.finding import Rule
from normalizers.page import Mention
from normalizers.proposal import Proposal
from normalizers.reader import Reader

RULE = Rule("ZM801", "inconsistent-name", "style/inconsistency", "minor")

ALIKE = 0.8
"""The likeness of two spellings of one name; a family name is not that like the full name."""
CONFIDENCE = SUREST = 0.6


def detect(reader: Reader) -> Iterator[Proposal]:
    """Yield a suggestion for each rarer spelling."""
    people: dict[str, list[Mention]] = defaultdict(list)
    for mention in reader.page.right_mentions:
        if mention.first != mention.last:
            for entity in mention.facts.right:
                if entity.kind == "person":
                    people[entity.id].append(mention)
    for mentions in people.values():
        forms = Counter(mention.surface for mention in mentions)
        if len(forms) > 1:
            commonest = max(forms, key=lambda form: (forms[form], form))
            yield from (_proposal(m, commonest) for m in mentions if _is_a_spelling(m.surface, commonest))


def _is_a_spelling(surface: str, commonest: str) -> bool:
    one, other = squash(surface), squash(commonest)
    if surface == commonest or (one != other and (one.startswith(other) or other.startswith(one))):
        return False
    return likeness(one, (other,)) >= ALIKE


def _proposal(mention: Mention, commonest: str) -> Proposal:
    return Proposal(RULE, mention.start, mention.end, commonest, CONFIDENCE)
