"""Named days of the calendar: Christmas, Easter, Thanksgiving."""

from __future__ import annotations

from datetime import date, timedelta

from hearsay.reading.timex import days, tense
from hearsay.reading.timex.meaning import Focus, Hit, Meaning, on


def holiday(hit: Hit, focus: Focus) -> Meaning | None:
    """A named day of the calendar in the nearest year, the past one unless the tense points on."""
    if focus.anchor is None:
        return None
    year = hit.number("year")
    way = {"LAST": tense.PAST, "NEXT": tense.FUTURE}.get(hit.kind("rel")) or hit.direction()
    found = [
        _feast(hit.low("holiday"), each)
        for each in ([year] if year else range(focus.anchor.year - 1, focus.anchor.year + 2))
    ]
    known = [day for day in found if day is not None]
    if not known:
        return None
    fitting = [day for day in known if (day - focus.anchor).days * (way or -1) >= 0] or known
    return on(min(fitting, key=lambda day: abs((day - focus.anchor).days if focus.anchor else 0)), "")


_FIXED = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "christmas": (12, 25), "christmas day": (12, 25),
    "christmas eve": (12, 24), "boxing day": (12, 26), "independence day": (7, 4), "veterans day": (11, 11),
    "halloween": (10, 31), "valentine's day": (2, 14),
}  # fmt: skip
# (month, weekday, which one; -1 the last) of the moving holidays of the United States.
_FLOATING = {
    "thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4), "labor day": (9, 0, 1), "labour day": (9, 0, 1),
    "memorial day": (5, 0, -1),
}  # fmt: skip
_EASTER = {"easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2}


def _feast(name: str, year: int) -> date | None:
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _EASTER:
        return _easter(year) + timedelta(_EASTER[name])
    if name in _FLOATING:
        month, weekday, which = _FLOATING[name]
        first, last = days.months(year, month, 1)
        if which < 0:
            return last - timedelta((last.weekday() - weekday) % 7)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (which - 1))
    return None


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature, 20 April 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)
