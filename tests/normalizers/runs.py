"""Where a surface stands in a page."""

from __future__ import annotations

from normalizers.page import Page


def run_of(page: Page, surface: str) -> tuple[int, int]:
    """The numbers of the first and last word of the last place where a surface stands."""
    start = page.text.rindex(surface)
    return page.starts.index(start), page.ends.index(start + len(surface))
