"""Stamps and the moments that a view is asked for."""

from datetime import UTC, datetime

import pytest

from hearsay.errors import UsageError
from hearsay.story.moments import asked, known, latest, moment, sortable


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("2024-10-25", datetime(2024, 10, 25, tzinfo=UTC)),
        ("2024-10-25T03:47:50+09:00", datetime(2024, 10, 24, 18, 47, 50, tzinfo=UTC)),
        ("2024-10-25T03:47", datetime(2024, 10, 25, 3, 47, tzinfo=UTC)),
        ("2024-10-25T03:47Z", datetime(2024, 10, 25, 3, 47, tzinfo=UTC)),
    ],
)
def test_a_stamp_is_a_moment(stamp, expected):
    assert moment(stamp) == expected


def test_a_day_is_asked_for_to_its_end():
    assert moment("2024-10-25T23:59:59Z") < asked("2024-10-25") < moment("2024-10-26")


@pytest.mark.parametrize("words", ["", "yesterday", "2024-13-01", "2024-10-25T", "9999-12-31T23:00-23:00x", "2024"])
def test_what_is_no_moment_is_refused(words):
    with pytest.raises(UsageError, match="is not a day or a moment"):
        asked(words)


KEPT = "2024-11-01T00:00:00+00:00"


@pytest.mark.parametrize(
    ("published", "modified", "first", "expected"),
    [
        ("2024-10-25", None, True, "2024-10-25"),
        ("2024-10-25", "2024-10-27", True, "2024-10-25"),
        ("2024-10-25", "2024-10-27", False, "2024-10-27"),
        ("2024-10-25", None, False, KEPT),
        (None, None, True, KEPT),
        ("2031-01-01", None, True, KEPT),
        ("not a date", None, True, KEPT),
    ],
)
def test_when_a_version_could_be_read(published, modified, first, expected):
    assert known(published, modified, KEPT, first=first) == moment(expected)


def test_the_latest_stamp_is_told_as_it_is_written():
    assert latest(["2024-10-25T08:00:00+09:00", "2024-10-24T23:30:00Z", None, "?"]) == "2024-10-24T23:30:00Z"
    assert latest([None, "?"]) is None


def test_sortable_stamps_are_in_utc():
    assert sortable("2024-10-25T08:00:00+09:00") == "2024-10-24T23:00:00+00:00"
    assert sortable(None) is None
    assert sortable("0001-01-01T00:00:00+23:00") is None
