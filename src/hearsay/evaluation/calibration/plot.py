"""A reliability diagram as SVG: mean confidence across, share that is right upward, the diagonal where they are one.

The greys and colours are read on light and on dark ground; a dot's area is the share of attributions in its bin.
"""

from __future__ import annotations

from html import escape
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hearsay.evaluation.calibration.reliability import Bin

SIZE, LEFT, TOP = 320, 52, 20  # of the square, and where it begins
_COLOURS = ("#3b82c4", "#d97706", "#7c3aed", "#0f9d58")
_GREY = "#888888"
_DOT = 20.0  # the radius of a bin that holds everything


def draw(series: Mapping[str, Sequence[Bin]]) -> str:
    """The diagram of some series of bins, each with its name beneath."""
    width, height = LEFT + SIZE + 20, TOP + SIZE + 44 + 18 * len(series)
    shapes = [
        *_frame(),
        *(shape for at, (name, bins) in enumerate(series.items()) for shape in _series(at, name, bins)),
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    style = f'font-family="sans-serif" font-size="12" fill="{_GREY}" role="img">'
    return "\n".join([f"{head} {style}", "<title>Reliability of confidence</title>", *shapes, "</svg>", ""])


def _frame() -> list[str]:
    lines = [
        f'<rect x="{LEFT}" y="{TOP}" width="{SIZE}" height="{SIZE}" fill="none" stroke="{_GREY}"/>',
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="{_GREY}" stroke-dasharray="4 4"/>',
        f'<text x="{_x(0.5)}" y="{TOP + SIZE + 34}" text-anchor="middle">confidence</text>',
        f'<text transform="translate(14 {_y(0.5)}) rotate(-90)" text-anchor="middle">right</text>',
    ]
    for tenth in range(0, 11, 2):
        at = tenth / 10
        lines.append(f'<text x="{_x(at)}" y="{TOP + SIZE + 16}" text-anchor="middle">{at:.1f}</text>')
        lines.append(f'<text x="{LEFT - 8}" y="{_y(at) + 4}" text-anchor="end">{at:.1f}</text>')
    return lines


def _series(at: int, name: str, bins: Sequence[Bin]) -> list[str]:
    colour, total = _COLOURS[at % len(_COLOURS)], sum(one.right.of for one in bins) or 1
    points = [(_x(one.confidence), _y(one.right.value), _DOT * sqrt(one.right.of / total)) for one in bins]
    path = "L".join(f"{x} {y}" for x, y, _ in points)
    line = [f'<path d="M{path}" fill="none" stroke="{colour}"/>'] if points else []
    dots = [f'<circle cx="{x}" cy="{y}" r="{r:.1f}" fill="{colour}" fill-opacity="0.35"/>' for x, y, r in points]
    below = TOP + SIZE + 56 + 18 * at
    key = f'<circle cx="{LEFT + 6}" cy="{below - 4}" r="5" fill="{colour}"/>'
    return [*line, *dots, key, f'<text x="{LEFT + 18}" y="{below}">{escape(name)}</text>']


def _x(value: float) -> float:
    return round(LEFT + SIZE * value, 1)


def _y(value: float) -> float:
    return round(TOP + SIZE * (1 - value), 1)
