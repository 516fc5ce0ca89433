from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from hearsay.intake.fetch.pace import BusyError, Pace, retry_after
from hearsay.settings import Settings


class Clock:
    def __init__(self):
        self.now, self.slept = 100.0, []

    def sleep(self, seconds):
        self.slept.append(round(seconds, 3))
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


def paced(clock, **settings):
    return Pace(Settings(**settings), lambda: clock.now, clock.sleep)


def test_two_requests_of_a_host_have_a_pause_between_them(clock):
    pace = paced(clock, fetch_pause_ms=500)
    for host in ("a", "b", "a", "b"):
        with pace.turn(host):
            pass
    assert clock.slept == [0.5]  # b's pause was over when a's was


def test_a_crawl_delay_lengthens_the_pause(clock):
    pace = paced(clock)
    with pace.turn("a", 7):
        pass
    with pace.turn("a", 7):
        pass
    assert clock.slept == [7]


def test_each_failure_doubles_the_wait_with_jitter(clock):
    pace = paced(clock, fetch_pause_ms=1000)
    for tried in (1, 2, 3):
        pace.back_off("a", tried, None)
        with pace.turn("a"):
            pass
    assert all(2**n / 2 <= slept <= 2**n for n, slept in enumerate(clock.slept, 1))


def test_a_host_that_asks_for_more_than_a_run_waits_is_not_asked(clock):
    pace = paced(clock, fetch_wait=60)
    pace.back_off("a", 1, 3600)
    with pytest.raises(BusyError, match="left alone for 3600 seconds"), pace.turn("a"):
        pass


def test_retry_after_is_seconds_or_a_date():
    moment = datetime.now(UTC) + timedelta(seconds=90)
    assert retry_after("120") == 120
    assert 80 < retry_after(format_datetime(moment, usegmt=True)) <= 90
    assert retry_after("Fri, 31 Dec 1999 23:59:59 GMT") == 0
    assert [retry_after(words) for words in (None, "", "soon", "-5", "²")] == [None] * 5
