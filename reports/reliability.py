"""How often what was said with a probability came true: as a table for the terminal and in Markdown, and as a curve."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gazetteer.calibration import ReliabilityBin

Tables = Mapping[str, Sequence[ReliabilityBin]]

TITLES = {
    "cross_validated": "Cases of the fit, cross-validated",
    "held_out": "Cases that the fit never saw",
}
HEAD = ("probability", "surfaces", "predicted", "right")
SIDE, MARGIN = 360, 48
"""Pixels of the plotted square, and of what is left around it."""
COLOURS = {"cross_validated": "#7a8794", "held_out": "#b3361b"}
APPLIED = 0.9
"""The probability from which a change is made unless a user says otherwise."""


def rows(bins: Sequence[ReliabilityBin]) -> Iterator[tuple[str, str, str, str]]:
    """The rows of a table, the likeliest last."""
    for bin_ in bins:
        spread = f"{bin_.low:.2f} – {bin_.high:.2f}"
        yield spread, str(bin_.surfaces), f"{bin_.predicted:.3f}", f"{bin_.right:.3f}"


def summary(bins: Sequence[ReliabilityBin]) -> str:
    """What came of the changes that would be made."""
    made = [bin_ for bin_ in bins if bin_.low >= APPLIED]
    surfaces, right = sum(b.surfaces for b in made), round(sum(b.surfaces * b.right for b in made))
    share = f" ({right / surfaces:.1%})" if surfaces else ""
    return f"At {APPLIED:.2f} and above: {right} of {surfaces} came to the right entity{share}."


def text(tables: Tables) -> str:
    """The tables as plain text."""
    lines: list[str] = []
    for name, bins in tables.items():
        lines += [TITLES.get(name, name), " ".join(f"{cell:>13}" for cell in HEAD)]
        lines += [" ".join(f"{cell:>13}" for cell in row) for row in rows(bins)]
        lines += [summary(bins), ""]
    return "\n".join(lines)


def markdown(tables: Tables) -> str:
    """The tables as Markdown."""
    lines: list[str] = []
    for name, bins in tables.items():
        lines += [f"## {TITLES.get(name, name)}", "", f"| {' | '.join(HEAD)} |", "| --- | --- | --- | --- |"]
        lines += [f"| {' | '.join(row)} |" for row in rows(bins)]
        lines += ["", summary(bins), ""]
    return "\n".join(lines)


def svg(tables: Tables) -> str:
    """The curves: predicted to the right, right upwards; a perfect judgement lies on the diagonal."""
    size = SIDE + 2 * MARGIN
    marks = "".join(_tick(share / 4) for share in range(5))
    curves = "".join(_curve(name, bins, number) for number, (name, bins) in enumerate(tables.items()))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}" role="img"'
        f' font-family="sans-serif" font-size="12" fill="#333"><title>Predicted and right</title>'
        f'<rect width="{size}" height="{size}" fill="#fff"/>'
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#bbb" stroke-dasharray="4 4" fill="none"/>{marks}'
        f'<text x="{_x(0.5)}" y="{size - 8}" text-anchor="middle">predicted</text>'
        f'<text x="14" y="{_y(0.5)}" text-anchor="middle" transform="rotate(-90 14 {_y(0.5)})">right</text>'
        f"{curves}</svg>\n"
    )


def _x(share: float) -> float:
    return round(MARGIN + share * SIDE, 1)


def _y(share: float) -> float:
    return round(MARGIN + (1 - share) * SIDE, 1)


def _tick(share: float) -> str:
    return (
        f'<path d="M{_x(share)} {_y(0)}V{_y(1)}M{_x(0)} {_y(share)}H{_x(1)}" stroke="#eee"/>'
        f'<text x="{_x(share)}" y="{_y(0) + 16}" text-anchor="middle">{share:g}</text>'
        f'<text x="{_x(0) - 6}" y="{_y(share) + 4}" text-anchor="end">{share:g}</text>'
    )


def _curve(name: str, bins: Sequence[ReliabilityBin], number: int) -> str:
    colour = COLOURS.get(name, "#333")
    points = " ".join(f"{_x(bin_.predicted)},{_y(bin_.right)}" for bin_ in bins)
    dots = "".join(f'<circle cx="{_x(b.predicted)}" cy="{_y(b.right)}" r="3.5" fill="{colour}"/>' for b in bins)
    return (
        f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>{dots}'
        f'<text x="{_x(0.04)}" y="{_y(0.96) + 18 * number}" fill="{colour}">{TITLES.get(name, name)}</text>'
    )
