"""Zones and offsets."""

from __future__ import annotations

from datetime import date

import pytest

from hearsay.intake.dates.zones import minutes, offset


@pytest.mark.parametrize(
    ("zone", "day", "east"),
    [
        ("UTC", date(2024, 1, 1), 0),
        ("kst", date(2024, 1, 1), 540),
        ("ET", date(2024, 3, 9), -300),
        ("ET", date(2024, 3, 10), -240),
        ("pt", date(2024, 11, 2), -420),
        ("PT", date(2024, 11, 3), -480),
        ("IST", date(2024, 1, 1), None),
        ("XT", date(2024, 1, 1), None),
        ("", date(2024, 1, 1), None),
    ],
)
def test_minutes(zone: str, day: date, east: int | None) -> None:
    assert minutes(zone, day) == east


def test_offset() -> None:
    assert [offset(east) for east in (0, 330, -210, 841)] == ["+00:00", "+05:30", "-03:30", ""]
