"""kill -9 at random moments, then on: nothing lost, nothing doubled. ``benchmarks/soak.py --kills`` goes on longer."""

import signal
from pathlib import Path

import pytest
from killing import add_and_kill, watch_and_kill

DEMO = sorted((Path(__file__).resolve().parents[2] / "demo" / "story" / "reports").iterdir())

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")


def test_a_watch_that_is_killed_goes_on(room, tmp_path):
    got = watch_and_kill(room, tmp_path, DEMO[:5], "hummus", kills=2, seed=6)
    assert got["killed"] == 2
    assert got["messages"] > 1


def test_adding_that_is_killed_goes_on(room, tmp_path):
    got = add_and_kill(room, tmp_path, DEMO[:4], kills=1, seed=6)
    assert got["killed"] > 0
