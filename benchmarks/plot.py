"""A curve over sizes that grow tenfold, as SVG."""

from __future__ import annotations

from collections.abc import Mapping
from math import log10

WIDTH, HEIGHT, MARGIN = 440, 240, 52


def curve(values: Mapping[int, float], along: str, upwards: str) -> str:
    """The curve of `values` by size (from the least upwards), from 0, with its numbers as text."""
    least, most, top = log10(min(values)), log10(max(values)), max(1.5, *values.values())
    places = {
        size: (
            round(MARGIN + (log10(size) - least) / max(1.0, most - least) * WIDTH, 1),
            round(MARGIN + (1 - value / top) * HEIGHT, 1),
        )
        for size, value in values.items()
    }
    floor = MARGIN + HEIGHT
    marks = "".join(
        f'<circle cx="{x}" cy="{y}" r="4" fill="#b3361b"/><text x="{x}" y="{y - 10}">{values[size]:.2f}</text>'
        f'<text x="{x}" y="{floor + 18}">{size:,}</text>'
        for size, (x, y) in places.items()
    )
    points = " ".join(f"{x},{y}" for x, y in places.values())
    width, height = WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' role="img" font-family="sans-serif" font-size="12" fill="#333" text-anchor="middle"><title>{upwards}</title>'
        f'<rect width="{width}" height="{height}" fill="#fff"/>'
        f'<path d="M{MARGIN} {MARGIN}V{floor}H{MARGIN + WIDTH}" stroke="#999" fill="none"/>'
        f'<polyline points="{points}" fill="none" stroke="#b3361b" stroke-width="2"/>{marks}'
        f'<text x="{width / 2}" y="{height - 8}">{along}</text><text x="{width / 2}" y="24">{upwards}</text></svg>\n'
    )
