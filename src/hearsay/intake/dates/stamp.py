"""Dates and times as pages print them ("Tue 5 Sep 2023 07:30 JST", "0455GMT 10-03-23", "2024-10-25 03:47:50")."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from hearsay.intake.dates.moments import clock_near, offset
from hearsay.intake.wire.lexicon import stamps

LONGEST = 400
"""Characters of a line that are searched; a stamp stands in a short line."""

_ZONE_AFTER = re.compile(r"\s?([A-Z]{1,4})\b")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date, with a time and a zone where the words state them.

    Attributes:
        value: ISO 8601, of a precision that the words state ("2024-10-25", "2024-10-25T03:47:50+09:00").
        start: where the words begin in the searched string.
        end: where they end.
    """

    value: str
    start: int
    end: int

    @property
    def timed(self) -> bool:
        """Whether a time of day is stated."""
        return "T" in self.value


def find(line: str) -> Stamp | None:
    """The first date of a line with the time that stands beside it; ``None`` where there is none."""
    line = line[:LONGEST]
    for pattern in _dates():
        if (found := pattern.search(line)) and (day := _day(found, line)):
            return _with_time(line, day, found)
    return None


def complete(month: int, day: int, near: str) -> str | None:
    """The date of that month and day that lies nearest to ``near`` (an ISO date or moment), ISO 8601."""
    try:
        anchor = date.fromisoformat(near[:10])
    except ValueError:
        return None
    days = [d for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (d := _date(year, month, day))]
    return min(days, key=lambda d: abs(d - anchor)).isoformat() if days else None


@cache
def month_words() -> str:
    """A regular expression for any month's name, longest first; a full stop may follow."""
    return "(?:" + "|".join(sorted(map(re.escape, stamps().months), key=len, reverse=True)) + r")(?![^\W\d_])\.?"


def month(word: str) -> int | None:
    """The number of the month of that name."""
    return stamps().months.get(word.lower().rstrip("."))


@cache
def _dates() -> tuple[re.Pattern[str], ...]:
    year, day, name = r"(?P<y>(?:19|20)\d\d)", r"(?P<d>[0-3]?\d)", f"(?P<m>{month_words()})"
    forms = (
        # The date-time group of the agencies and of telegraphy: day, hour and minute, zone, month, year.
        rf"(?<!\d)(?P<d>[0-3]\d)(?P<group>(?:[01]\d|2[0-3])[0-5]\d)\s?(?P<gz>Z|[A-Z]{{3,4}})?\s?{name}\s?(?:20)?(?P<yy>\d\d)(?!\d)",
        # The American agencies' end stamp, "AP-NY-10-24-24 0347EDT", with the month first.
        r"\b[A-Z]{2,4}(?:-[A-Z]{2,3})?-(?P<n>[01]\d)-(?P<d>[0-3]\d)-(?P<yy>\d\d)(?=\s+\d{4})",
        rf"(?<!\d){year}\s?[-./]\s?(?P<n>[01]?\d)\s?[-./]\s?{day}(?!\d)",
        rf"(?<!\d){year}\s?[年년]\s?(?P<n>[01]?\d)\s?[月월]\s?{day}\s?[日일]",
        rf"(?<![\w.]){name}\s?{day}(?:st|nd|rd|th)?(?:,\s*|\s+){year}(?!\d)",
        rf"(?<!\d){day}(?:st|nd|rd|th|\.|º)?[\s-]?(?:de\s|of\s)?{name}[\s,-]\s?(?:de\s)?{year}(?!\d)",
        rf"(?<![\d.:])(?P<a>[0-3]?\d)(?P<s>[-./])(?P<b>[0-3]?\d)(?P=s){year}(?!\d)",
        r"(?<![\d.:/-])(?P<a>[0-3]?\d)(?P<s>[-/])(?P<b>[0-3]?\d)(?P=s)(?P<yy>\d\d)(?![\d/-])",
        rf"(?<!\d){day}[\s-]?{name}[\s-]?['’]?(?P<yy>\d\d)(?![\d:.])",
        r"(?<!\d)(?P<y>20\d\d)(?P<n>0[1-9]|1[0-2])(?P<d>[0-2]\d|3[01])(?=T|\D|$)",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _day(found: re.Match[str], line: str) -> date | None:
    parts = found.groupdict()
    year = int(parts["y"]) if parts.get("y") else 2000 + int(parts["yy"])
    if parts.get("a"):
        first, second = int(parts["a"]), int(parts["b"])
        # The month comes first in the United States alone; a zone or clock of theirs tells.
        american = parts["s"] == "/" and re.search(r"\b[ECMP][DS]T\b|\b[ap]\.?m\b", line, re.IGNORECASE) is not None
        day, month_number = (second, first) if second > 12 or (american and first <= 12) else (first, second)
        return _date(year, month_number, day)
    number = int(parts["n"]) if parts.get("n") else month(parts["m"])
    return _date(year, number, int(parts["d"])) if number else None


def _date(year: int, month_number: int, day: int) -> date | None:
    if not (1 <= month_number <= 12 and 1 <= day <= monthrange(year, month_number)[1]):
        return None
    return date(year, month_number, day)


def _with_time(line: str, day: date, found: re.Match[str]) -> Stamp:
    """The stamp of a date with the time that stands beside it, or in it."""
    parts = found.groupdict()
    if group := parts.get("group"):
        named = _ZONE_AFTER.match(line, found.end())
        east = offset(parts["gz"] or (named[1] if named else None), day)
        end = named.end() if named and east and not parts["gz"] else found.end()
        return Stamp(f"{day.isoformat()}T{group[:2]}:{group[2:]}:00{east}", found.start(), end)
    clock, start, end = clock_near(line, 0, found.span(), day)
    return Stamp(f"{day.isoformat()}T{clock}" if clock else day.isoformat(), start, end)
