"""What a run leaves on the Prefect server: a summary, a link to the report, and its progress.

A server that cannot be reached costs an artifact, never the run.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from prefect import get_run_logger
from prefect.artifacts import (
    create_link_artifact,
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)

from flows.shards import Count
from reports import markdown
from reports.tally import Tally

SUMMARY, COUNTS, REPORT, PROGRESS = "zhengming-summary", "zhengming-counts", "zhengming-report", "zhengming-progress"
"""Keys under which the server keeps the versions of an artifact."""
SECONDS = 5.0
"""Between two updates of the progress."""


def publish_summary(counted: Tally) -> None:
    """Tables of what was found."""
    text = markdown.render_tally(counted)
    _attempt(lambda: create_markdown_artifact(text, key=SUMMARY, description="What was found and corrected"))


def publish_counts(count: Count) -> None:
    """What the run came to, as a table of one row."""
    row = {name: getattr(count, name) for name in Count.__slots__}
    _attempt(lambda: create_table_artifact([row], key=COUNTS, description="What the run came to"))


def publish_link(report: str) -> None:
    """A link to the report, which is a path or an address."""
    link = report if "://" in report else Path(report).resolve().as_uri()
    _attempt(lambda: create_link_artifact(link, link_text="Report", key=REPORT))


class ProgressArtifact:
    """The progress of a run, brought up to date every few seconds."""

    def __init__(self) -> None:
        self._id: UUID | None = _attempt(lambda: create_progress_artifact(0.0, key=PROGRESS, description="Documents"))
        self._last = time.monotonic()

    def __call__(self, done: int, total: int | None = None, /) -> None:
        """Documents done, of all."""
        if self._id is None or not total or (done < total and time.monotonic() - self._last < SECONDS):
            return
        self._last = time.monotonic()
        artifact, share = self._id, 100.0 * done / total
        _attempt(lambda: update_progress_artifact(artifact, share, f"{done} of {total} documents"))


def _attempt(publish: Callable[[], Any]) -> Any:
    try:
        return publish()
    except Exception as error:  # noqa: BLE001 - whatever ails the server, the results are on the disk
        get_run_logger().warning("artifact not published: %s: %s", type(error).__name__, error)
        return None
