"""A text as the detectors read it."""

from normalizers.page.mention import Mention, is_right, plain
from normalizers.page.page import HYPHENS, Page

__all__ = ["HYPHENS", "Mention", "Page", "is_right", "plain"]
