"""TIMEX3 values and the days that they cover; arithmetic with units.

A value is ISO 8601 as TIMEX3 widens it: "2024", "2024-10", "2024-W43", "2024-W43-WE", "2024-Q3", "2024-H1", "2024-SU",
"199" (decade), "19" (century), "2024-10-24TNI". All ranges include both ends.
"""

from __future__ import annotations

import calendar
import re
from datetime import MAXYEAR, MINYEAR, date, timedelta

Range = tuple[date, date]

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<end>-WE)?|Q(?P<quarter>[1-4])"
    r"|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?(?:T.*)?|(?P<decade>\d{3})X?|(?P<century>\d\d)(?:XX)?"
)


def covered(value: str) -> Range | None:
    """The first and the last day of a value, or ``None`` where it names none ("P3D", "XXXX-10", "PAST_REF")."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    try:
        return _covered(match)
    except ValueError:
        return None


def _covered(match: re.Match[str]) -> Range:
    part = match.groupdict()
    if part["decade"]:
        return _years(int(part["decade"]) * 10, 10)
    if part["century"]:
        return _years(int(part["century"]) * 100, 100)
    year = int(part["year"])
    if part["week"]:
        monday = date.fromisocalendar(year, int(part["week"]), 1)
        return (monday + timedelta(5 if part["end"] else 0), monday + timedelta(6))
    if part["day"]:
        day = date(year, int(part["month"]), int(part["day"]))
        return day, day
    if part["month"]:
        return months(year, int(part["month"]), 1)
    if part["quarter"]:
        return months(year, 3 * int(part["quarter"]) - 2, 3)
    if part["half"]:
        return months(year, 6 * int(part["half"]) - 5, 6)
    if part["season"]:
        return months(year, _SEASON_MONTHS[part["season"]], 3)
    return _years(year, 1)


def _years(first: int, count: int) -> Range:
    return date(max(first, MINYEAR), 1, 1), date(min(first + count - 1, MAXYEAR), 12, 31)


def months(year: int, first: int, count: int) -> Range:
    """The days of ``count`` months from the month ``first`` of ``year``; the last may lie in the next year."""
    more, last = divmod(first + count - 2, 12)
    return date(year, first, 1), date(year + more, last + 1, calendar.monthrange(year + more, last + 1)[1])


def month_value(day: date) -> str:
    """The TIMEX3 value of the month that a day lies in."""
    return f"{day.year:04d}-{day.month:02d}"


def week_value(day: date) -> str:
    """The TIMEX3 value of the ISO week that a day lies in."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_value(day: date) -> str:
    """The TIMEX3 value of the calendar quarter that a day lies in."""
    return f"{day.year:04d}-Q{(day.month + 2) // 3}"


def value_of(day: date, unit: str) -> str:
    """The value of the period of ``unit`` (D, W, WE, M, Q, Y, DE, CE) that a day lies in."""
    if unit == "W":
        return week_value(day)
    if unit == "WE":
        return week_value(day) + "-WE"
    if unit == "M":
        return month_value(day)
    if unit == "Q":
        return quarter_value(day)
    if unit in ("Y", "DE", "CE"):
        return f"{day.year:04d}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]]
    return day.isoformat()


def shift(day: date, unit: str, count: int) -> date | None:
    """The day ``count`` units later (earlier, where negative); ``None`` where the calendar ends."""
    try:
        if unit in ("D", "W", "WE", "2W"):
            return day + timedelta(count * {"D": 1, "W": 7, "WE": 7, "2W": 14}[unit])
        months_on = count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit]
        year, month = divmod(day.year * 12 + day.month - 1 + months_on, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError, KeyError):
        return None


def part(days: Range, stage: str) -> Range:
    """The early, middle or late part of a period ("EARLY", "MID", "LATE").

    Months: 1–10, 11–20, 21–end; years by quarters, the middle two joined; decades 0–3, 4–6, 7–9; weeks
    Monday–Wednesday, Wednesday–Thursday and Thursday–Sunday; other periods by thirds.
    """
    first, last = days
    length = (last - first).days + 1
    cuts = _cuts(length, first)
    return {
        "EARLY": (first, cuts[0]),
        "MID": (cuts[0] + timedelta(1), cuts[1]),
        "LATE": (cuts[1] + timedelta(1), last),
    }[stage]


def _cuts(length: int, first: date) -> Range:
    if 28 <= length <= 31:
        return first.replace(day=10), first.replace(day=20)
    if length in (365, 366):
        return date(first.year, 3, 31), date(first.year, 9, 30)
    if length in (3652, 3653):
        return date(first.year + 3, 12, 31), date(first.year + 6, 12, 31)
    if length == 7:
        return first + timedelta(2), first + timedelta(3)
    third = length // 3
    return first + timedelta(max(third - 1, 0)), first + timedelta(max(2 * third - 1, 0))
