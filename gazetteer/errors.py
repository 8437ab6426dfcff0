"""What can be wrong with gazetteer data."""

from __future__ import annotations


class GazetteerError(ValueError):
    """Gazetteer data that cannot be used: says what is wrong, where, and what to do, in one line."""
