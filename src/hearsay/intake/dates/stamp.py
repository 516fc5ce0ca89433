"""Dates and times as pages print them ("Tue 5 Sep 2023 07:30 JST", "0455GMT 10-03-23", "2024-10-25 03:47:50")."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from hearsay.intake.dates import zones
from hearsay.intake.wire.lexicon import stamps

LONGEST = 400
"""Characters of a line that are searched; a stamp stands in a short line."""

_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])(?:(?P<sep>[:.h])(?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?|(?=\s?[ap]\.?m\b))"
    r"(?:\.\d{1,6})?\s?(?P<half>[ap]\.?\s?m\b\.?)?"
)
_PACKED = r"(?P<packed>(?:[01]\d|2[0-3])[0-5]\d)(?=\s?[A-Z]{1,4}\b)"
_OFFSET = r"(?:(?:GMT|UTC)\s?)?(?P<sign>[+\-−])(?P<oh>\d{1,2}):?(?P<om>\d\d)?(?![\d:/.-])"


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


@cache
def _zones() -> re.Pattern[str]:
    names = "|".join(sorted(stamps().zones, key=len, reverse=True))
    return re.compile(rf"\s?\(?\s?(?:{_OFFSET}|(?P<zone>{names}|[ECMP]T)(?![A-Za-z]))")


_TIME = re.compile(rf"(?<![\d.:/+−-])(?:{_CLOCK}|{_PACKED})", re.IGNORECASE)
_LATE = re.compile(r"(?:오후|下午|午後)\s?$")


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
    """The stamp of a date: the nearest time after it, else the nearest before it, is its time."""
    if group := found.groupdict().get("group"):
        zone = _zones().match(line, found.end() if not found["gz"] else found.start("gz"))
        end = max(found.end(), zone.end() if zone else 0)
        return Stamp(f"{day.isoformat()}T{group[:2]}:{group[2:]}:00{_offset(zone, day)}", found.start(), end)
    times = [time for time in _TIME.finditer(line) if _is_time(time, line)]
    after = [time for time in times if found.end() <= time.start() <= found.end() + 30]
    before = [time for time in times if found.start() - 40 <= time.end() <= found.start()]
    if not after and not before:
        return Stamp(day.isoformat(), found.start(), found.end())
    time = after[0] if after else before[-1]
    zone = _zones().match(line, time.end()) or (_zones().match(line, found.end()) if not after else None)
    end = max(found.end(), zone.end() if zone else time.end())
    return Stamp(f"{day.isoformat()}T{_clock(time, line)}{_offset(zone, day)}", min(found.start(), time.start()), end)


def _is_time(time: re.Match[str], line: str) -> bool:
    if time["packed"]:
        return _zones().match(line, time.end()) is not None
    # "6.00am" is a time and "6.00" is a number; "10h30" is French.
    return time["sep"] in (":", "h", "H", None) or bool(time["half"]) or _zones().match(line, time.end()) is not None


def _clock(time: re.Match[str], line: str) -> str:
    if packed := time["packed"]:
        return f"{packed[:2]}:{packed[2:]}:00"
    hour = int(time["hour"])
    if time["half"]:
        hour = hour % 12 + (12 if time["half"][0] in "pP" else 0)
    elif _LATE.search(line[: time.start()]):
        hour = hour % 12 + 12
    return f"{hour % 24:02}:{time['minute'] or '00'}:{time['second'] or '00'}"


def _offset(zone: re.Match[str] | None, day: date) -> str:
    if zone is None:
        return ""
    if zone["sign"]:
        sign = -1 if zone["sign"] in "-−" else 1
        minutes = sign * (int(zone["oh"]) * 60 + int(zone["om"] or 0))
    else:
        minutes = zones.minutes(zone["zone"], day) or 0
    return zones.offset(minutes)
