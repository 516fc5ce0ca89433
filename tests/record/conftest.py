"""Lets the tests of the record import their strategies, however pytest is started."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))


@pytest.fixture
def record(place):
    from hearsay.record.store import open_record

    with open_record(place) as opened:
        yield opened
