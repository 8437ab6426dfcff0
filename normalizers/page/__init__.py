"""A text as the detectors read it."""

from normalizers.page.mention import Mention, is_right, kinds_named, plain
from normalizers.page.page import HYPHENS, POSSESSIVE_GAPS, Page

__all__ = ["HYPHENS", "POSSESSIVE_GAPS", "Mention", "Page", "is_right", "kinds_named", "plain"]
