"""What can be proved about curated entities: spelling, sound, dates, links, and agreement with public lists.

An error is a contradiction; a warning is something a person should look at once, and then mend or explain in the
entity's `note`; a note is worth knowing and asks for nothing. The check of a fact does not apply to an entity with a
note.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gazetteer.entity import Entity
from gazetteer.renderings import Tools
from gazetteer.validation.agreement import agreement
from gazetteer.validation.dates import dates
from gazetteer.validation.doubled import doubled
from gazetteer.validation.finding import ERROR, NOTE, SEVERITIES, WARNING, Finding
from gazetteer.validation.links import ids, links
from gazetteer.validation.readings import korean, pinyin
from gazetteer.validation.shared_forms import shared_forms
from gazetteer.validation.sound import sound
from gazetteer.validation.tenures import countries, holders

__all__ = ["ERROR", "NOTE", "SEVERITIES", "WARNING", "Finding", "validate"]


def validate(entities: Sequence[Entity], known: Iterable[Entity], tools: Tools) -> list[Finding]:
    """Check entities against each other and against those of public lists (`known`); the gravest first, by place."""
    found = [
        *ids(entities),
        *links(entities),
        *dates(entities),
        *holders(entities),
        *countries(entities),
        *doubled(entities),
        *pinyin(entities, tools),
        *korean(entities, tools),
        *sound(entities, tools),
        *agreement(entities, known),
        *shared_forms(entities, tools),
    ]
    return sorted(found, key=lambda finding: (SEVERITIES.index(finding.severity), finding.where, finding.what))
