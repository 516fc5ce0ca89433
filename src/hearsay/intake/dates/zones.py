"""Zones by their abbreviations, and offsets as ISO 8601 writes them; shared by all that reads a date."""

from __future__ import annotations

from datetime import date, timedelta

from hearsay.intake.wire.lexicon import stamps

FARTHEST = 14 * 60
"""Minutes from Greenwich beyond which there is no zone."""


def minutes(zone: str, day: date) -> int | None:
    """Minutes east of Greenwich of a zone on that day; ``None`` for an abbreviation that is none, or of several zones.

    "ET", "CT", "MT" and "PT" are summer time from March to November, as in law since 2007 (Energy Policy Act of 2005).
    """
    name = zone.upper()
    if len(name) == 2 and name[0] in "ECMP" and name[1] == "T":
        name = name[0] + ("DT" if _summer(day) else "ST")
    return stamps().zones.get(name)


def offset(east: int) -> str:
    """An offset of so many minutes, "+05:30"; empty where no zone lies so far away."""
    if abs(east) > FARTHEST:
        return ""
    hours, rest = divmod(abs(east), 60)
    return f"{'-' if east < 0 else '+'}{hours:02}:{rest:02}"


def _summer(day: date) -> bool:
    """Whether the United States keep daylight time: second Sunday of March to first Sunday of November."""
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    begins = march + timedelta(days=(6 - march.weekday()) % 7)
    ends = november + timedelta(days=(6 - november.weekday()) % 7)
    return begins <= day < ends
