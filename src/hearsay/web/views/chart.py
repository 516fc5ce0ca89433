"""Figures over time as a step chart, drawn by the server: each speaker a line, each figure with its bounds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hearsay.model.reading import Figure
    from hearsay.model.story import Claim, Count

WIDTH, HEIGHT = 720, 260
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 16, 40
DASHES = ("", "6 3", "2 3", "8 3 2 3", "1 4", "10 4")
_WORDS = {"at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<", "approx": "≈", "range": "", "exact": ""}


@dataclass(frozen=True, slots=True)
class Point:
    """A figure on its day: ``low`` and ``high`` as they were given, ``at`` the one that is drawn."""

    day: date
    low: float | None
    high: float | None
    at: float
    speaker: str
    label: str
    report: str


def points(claim: Claim, days: Mapping[str, str | None]) -> tuple[Point, ...]:
    """The figures of a claim that can be drawn, in the unit that most of them have.

    Args:
        claim: whose figures.
        days: the day of each report (ISO 8601), for figures that do not say when.
    """
    units = Counter(one.unit for one in claim.figures)
    unit = units.most_common(1)[0][0] if units else None
    found = (_point(one, days) for one in claim.figures if one.unit == unit)
    return tuple(sorted((one for one in found if one), key=lambda one: (one.day, one.speaker)))


def draw(shown: Sequence[Point], title: str) -> str:
    """The chart as SVG, with a title and a description for those who do not see it; empty for fewer than two."""
    if len(shown) < 2:
        return ""
    first, last = shown[0].day.toordinal(), shown[-1].day.toordinal()
    top = max(max(one.at, one.high or 0) for one in shown) * 1.08 or 1.0

    def x(day: date) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * ((day.toordinal() - first) / max(last - first, 1))

    def y(value: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top

    lines = [_axis(x, y, shown, top)]
    speakers = list(dict.fromkeys(one.speaker for one in shown))
    for number, speaker in enumerate(speakers):
        own = [one for one in shown if one.speaker == speaker]
        lines.append(_line(own, x, y, number, WIDTH - RIGHT))
    told = "; ".join(f"{one.day.isoformat()} {one.speaker}: {one.label}" for one in shown)
    return (
        f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title><desc>{escape(told)}</desc>{''.join(lines)}</svg>"
    )


def label(one: Count | Figure) -> str:
    """A figure in words: its bound, its value and its unit."""
    low, high = one.low, one.high
    if low is not None and high is not None and low != high:
        value = f"{_plain(low)}–{_plain(high)}"
    else:
        got = low if low is not None else high
        value = "?" if got is None else _plain(got)
    sign = _WORDS.get(one.modifier, "")
    return f"{sign}{value}" + (f" {one.unit}" if one.unit else "")


def _plain(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"


def _point(one: Count, days: Mapping[str, str | None]) -> Point | None:
    stamp = one.said_on or days.get(one.report) or ""
    at = one.low if one.low is not None else one.high
    try:
        day = date.fromisoformat((stamp + "-01-01")[:10] if len(stamp) == 4 else (stamp + "-01")[:10])
    except ValueError:
        return None
    if at is None:
        return None
    return Point(day, one.low, one.high, float(at), one.speaker or "not stated", label(one), one.report)


def _axis(x, y, shown: Iterable[Point], top: float) -> str:  # type: ignore[no-untyped-def]
    parts = []
    for step in range(5):
        value = top * step / 4
        parts.append(
            f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(value):.1f}" y2="{y(value):.1f}"/>'
            f'<text class="tick" x="{LEFT - 6}" y="{y(value) + 4:.1f}" text-anchor="end">{_short(value)}</text>'
        )
    days = sorted({one.day for one in shown})
    kept: list[date] = []
    for day in days:
        if not kept or x(day) - x(kept[-1]) > 70:
            kept.append(day)
    for day in kept:
        anchor = "start" if x(day) < LEFT + 30 else "end" if x(day) > WIDTH - RIGHT - 30 else "middle"
        parts.append(
            f'<text class="tick" x="{x(day):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="{anchor}">'
            f"{day.day} {day:%b}</text>"
        )
    return "".join(parts)


def _line(own: Sequence[Point], x, y, number: int, end: float) -> str:  # type: ignore[no-untyped-def]
    path = f"M{x(own[0].day):.1f} {y(own[0].at):.1f}"
    for one in own[1:]:
        path += f" H{x(one.day):.1f} V{y(one.at):.1f}"
    path += f" H{end:.1f}"
    dash = f' stroke-dasharray="{DASHES[number % len(DASHES)]}"' if DASHES[number % len(DASHES)] else ""
    parts = [f'<path class="step line{number % 6}" d="{path}"{dash}/>']
    for one in own:
        told = f"{one.speaker}, {one.day.isoformat()}: {one.label}"
        if one.low is not None and one.high is not None and one.low != one.high:
            parts.append(
                f'<line class="bar line{number % 6}" x1="{x(one.day):.1f}" x2="{x(one.day):.1f}" '
                f'y1="{y(one.low):.1f}" y2="{y(one.high):.1f}"/>'
            )
        elif one.high is None:
            parts.append(
                f'<path class="open line{number % 6}" d="M{x(one.day):.1f} {y(one.at):.1f} v-14 m-4 4 l4 -4 l4 4"/>'
            )
        parts.append(
            f'<circle class="dot line{number % 6}" cx="{x(one.day):.1f}" cy="{y(one.at):.1f}" r="4">'
            f"<title>{escape(told)}</title></circle>"
        )
    return "".join(parts)


def _short(value: float) -> str:
    for size, letter in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if value >= size:
            return f"{value / size:.3g}{letter}"
    return f"{value:.3g}"
