import pytest

from hearsay.story.lineage.times import window


@pytest.fixture
def stamped(make):
    return lambda stamp: window(make("a", ("x",), published=stamp).report)


def test_stamps_with_a_zone_are_moments(stamped):
    assert stamped("2024-05-07T09:00:00+02:00").before(stamped("2024-05-07T08:00:00+00:00"))
    assert stamped("2024-05-07T09:00:00+02:00").first == stamped("2024-05-07T07:00:00+00:00").last


def test_a_day_may_be_any_hour_of_it_anywhere(stamped):
    day = stamped("2024-05-07")
    assert not day.before(stamped("2024-05-08T01:00:00+00:00"))
    assert day.before(stamped("2024-05-09T01:00:00+00:00"))
    assert day.middle < stamped("2024-05-08").middle


def test_without_a_zone_it_is_less_sure(stamped):
    assert not stamped("2024-05-07T09:00:00").before(stamped("2024-05-07T20:00:00"))
    assert stamped("2024-05-07T09:00:00").before(stamped("2024-05-08T20:00:00"))


@pytest.mark.parametrize("stamp", [None, "", "yesterday", "2024-13-45"])
def test_what_says_nothing(stamped, stamp):
    assert stamped(stamp) is None


@pytest.mark.parametrize("stamp", ["0001-01-01", "9999-12-31T23:59:59-11:00"])
def test_the_ends_of_time(stamped, stamp):
    assert stamped(stamp) is None
