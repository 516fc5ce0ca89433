"""Dates and times of furniture lines."""

from __future__ import annotations

import pytest

from hearsay.intake.dates.stamp import complete, find, month


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Friday, March 10, 2023, 4:40 p.m. EST", "2023-03-10T16:40:00-05:00"),
        ("(END) MERIDIAN PRESS 0455GMT 10-03-23", "2023-03-10T04:55:00+00:00"),
        ("(END) MERIDIAN PRESS   15-09-23 2045EDT", "2023-09-15T20:45:00-04:00"),
        ("ENDS MP 31-07-2023 22:55 UTC", "2023-07-31T22:55:00+00:00"),
        ("15/03/2023 @ desk", "2023-03-15"),
        ("General / 송상호 / 2024-10-25 03:47:50", "2024-10-25T03:47:50"),
        ("Mon 13 Feb 2023 6.00am ACST", "2023-02-13T06:00:00+09:30"),
        ("Fri Aug 25 2023 - 18:05 IST", "2023-08-25T18:05:00"),
        ("등록 2023.03.11 오후 2:58", "2023-03-11T14:58:00"),
        ("2023年3月11日 14:58", "2023-03-11T14:58:00"),
        ("Published 8:50 PM GMT, Feb. 14, 2023", "2023-02-14T20:50:00+00:00"),
        ("25 août 2023 à 10h30", "2023-08-25T10:30:00"),
        ("7 de outubro de 2023, 14:30", "2023-10-07T14:30:00"),
        ("10/11/2024 3:05 PM EDT", "2024-10-11T15:05:00-04:00"),
        ("10/11/2024", "2024-11-10"),
        ("MP-NY-03-06-24 0349EST", "2024-03-06T03:49:00-05:00"),
        ("07-Jan-2022 09:30 AEDT", "2022-01-07T09:30:00+11:00"),
        ("Jan.7,2022", "2022-01-07"),
        ("(END) 232214 AUG 23 GMT", "2023-08-23T22:14:00+00:00"),
        ("5 May 2024, 10:32 AM ET", "2024-05-05T10:32:00-04:00"),
        ("Nov 3 2024 6am ET", "2024-11-03T06:00:00-05:00"),
        ("232214Z AUG 2023", "2023-08-23T22:14:00+00:00"),
        ("20220107T0930Z", "2022-01-07T09:30:00+00:00"),
        ("(END) MP 0349GMT 06 MAR 24", "2024-03-06T03:49:00+00:00"),
        ("6 Jan 2020 at 14:20 Baghdad time", "2020-01-06T14:20:00+03:00"),
        ("6 juin 2020 à 14 h 20", "2020-06-06T14:20:00"),
        ("12:30 AM, Jan 1, 2024 (UTC+05:30)", "2024-01-01T00:30:00+05:30"),
    ],
)
def test_find(line: str, value: str) -> None:
    found = find(line)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("line", ["", "no date", "The year 2023", "31-02-23 0800GMT", "99.99.2023", "🙂 2023", "2023"])
def test_none(line: str) -> None:
    assert find(line) is None


def test_complete_takes_the_nearest_year() -> None:
    assert complete(12, 31, "2024-01-02") == "2023-12-31"
    assert complete(1, 2, "2023-12-31T23:00:00") == "2024-01-02"
    assert complete(2, 29, "2024-03-01") == "2024-02-29"
    assert complete(2, 30, "2024-03-01") is None
    assert complete(1, 1, "soon") is None


def test_month() -> None:
    assert (month("Sept."), month("märz"), month("października"), month("soon")) == (9, 3, 10, None)
