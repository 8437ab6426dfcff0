"""The detectors: one fault a module, found by its code.

A detector is a module with `RULE` and `detect(reader)`, which yields a `Proposal` for each fault. Its docstring is its page in
the documentation.
"""

from __future__ import annotations

from types import ModuleType

from normalizers.detectors import (
    following_surname,
    misread_organization,
    misread_person,
    misread_place,
    misread_term,
    misread_work,
)

DETECTORS: tuple[ModuleType, ...] = (
    misread_person,
    misread_place,
    misread_organization,
    misread_term,
    misread_work,
    following_surname,
)
"""All detectors, by code."""
