from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.timex import days


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-10-24", "2024-10-24", "2024-10-24"),
        ("2024-10-24TNI", "2024-10-24", "2024-10-24"),
        ("2024-W43", "2024-10-21", "2024-10-27"),
        ("2024-W43-WE", "2024-10-26", "2024-10-27"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2024-Q4", "2024-10-01", "2024-12-31"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
        ("2023-WI", "2023-12-01", "2024-02-29"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
    ],
)
def test_covered(value: str, first: str, last: str) -> None:
    assert days.covered(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["", "P3D", "XXXX-10", "PAST_REF", "2024-13", "2024-02-30", "2024-W54", "0000"])
def test_values_that_cover_no_days(value: str) -> None:
    assert days.covered(value) is None


@pytest.mark.parametrize(
    ("day", "unit", "count", "other"),
    [
        ("2024-10-24", "D", -2, "2024-10-22"),
        ("2024-10-24", "W", 1, "2024-10-31"),
        ("2024-01-31", "M", 1, "2024-02-29"),
        ("2024-10-24", "Q", -4, "2023-10-24"),
        ("2024-02-29", "Y", 1, "2025-02-28"),
        ("2024-10-24", "DE", -1, "2014-10-24"),
    ],
)
def test_shift(day: str, unit: str, count: int, other: str) -> None:
    assert days.shift(date.fromisoformat(day), unit, count) == date.fromisoformat(other)


def test_the_calendar_ends() -> None:
    assert days.shift(date(9999, 12, 31), "D", 1) is None
    assert days.shift(date(1, 1, 1), "CE", -1) is None


@pytest.mark.parametrize(
    ("value", "early", "mid", "late"),
    [
        ("2024-10", ("01", "10"), ("11", "20"), ("21", "31")),
        ("2024-02", ("01", "10"), ("11", "20"), ("21", "29")),
    ],
)
def test_parts_of_a_month(value: str, early: tuple[str, str], mid: tuple[str, str], late: tuple[str, str]) -> None:
    whole = days.covered(value)
    assert whole is not None
    got = {stage: days.part(whole, stage) for stage in ("EARLY", "MID", "LATE")}
    assert {k: (f"{a.day:02d}", f"{b.day:02d}") for k, (a, b) in got.items()} == {
        "EARLY": early,
        "MID": mid,
        "LATE": late,
    }


def test_late_in_a_year_is_its_last_quarter() -> None:
    assert days.part((date(2024, 1, 1), date(2024, 12, 31)), "LATE") == (date(2024, 10, 1), date(2024, 12, 31))


@given(st.dates(date(1600, 1, 1), date(2400, 1, 1)), st.sampled_from(["D", "W", "M", "Q", "Y", "DE", "CE"]))
def test_a_day_lies_in_the_period_that_its_value_names(day: date, unit: str) -> None:
    period = days.covered(days.value_of(day, unit))
    assert period is not None
    assert period[0] <= day <= period[1]
    for one, two in zip(("EARLY", "MID"), ("MID", "LATE"), strict=True):
        if period[1] - period[0] >= timedelta(6):
            assert days.part(period, one)[1] + timedelta(1) == days.part(period, two)[0]
