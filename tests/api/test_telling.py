"""Stories are told before somebody asks."""

import time

from hearsay.api import telling
from hearsay.record.links import Links


def test_what_changed_is_told_in_the_background(desk, monkeypatch):
    monkeypatch.setattr(telling, "LOOK", 0.01)
    desk.record.relink()
    assert _stale(desk)
    with telling.Telling(desk.record):
        until = time.monotonic() + 60
        while _stale(desk) and time.monotonic() < until:
            time.sleep(0.05)
    assert not _stale(desk)
    assert desk.record.search(state="corroborated").hits


def _stale(desk):
    with desk.record._looking() as connection:
        return Links(connection).stale(10)
