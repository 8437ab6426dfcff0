"""A text as the detectors read it."""

from normalizers.page.mention import Mention, is_right, kinds_named, named_by, plain
from normalizers.page.page import FEW, HYPHENS, POSSESSIVE_GAPS, Page

__all__ = [
    "FEW",
    "HYPHENS",
    "POSSESSIVE_GAPS",
    "Mention",
    "Page",
    "is_right",
    "kinds_named",
    "named_by",
    "plain",
]
