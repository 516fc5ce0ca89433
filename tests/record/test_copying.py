"""A record copied: whole and the same, or not at all; from a file to a server and back."""

import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace

import pytest
from strategies import pair

from hearsay.errors import RecordError, UsageError
from hearsay.record import copying
from hearsay.record.store import open_record

SAID = (("Mina\x00Okoye", "the ferry\x01 sank", "asserts"),)


@pytest.fixture
def old(tmp_path):
    """A record with versions, a rereading, a withdrawn state, and names that a server cannot hold as they are."""
    with open_record(tmp_path / "old.db") as record:
        record.add(*pair("Early."))
        record.add(*pair("Mina\x00Okoye said the ferry\x01 sank.", said=SAID, outlet="T\x00\x01ide", made_by="1"))
        record.add(*pair("Mina\x00Okoye said the ferry\x01 sank.", said=SAID, outlet="T\x00\x01ide", made_by="2"))
        for number in range(2, 9):
            record.add(*pair(f"Another report, number {number}.", report_id=f"r{number}"))
        yield record


def test_there_and_back(old, place, tmp_path):
    with open_record(place) as between, open_record(tmp_path / "back.db") as back:
        there = old.copy(between)
        assert list(between.check()) == []
        assert list(between) == list(old)
        (one,), (other,) = between.search("ferry").hits, old.search("ferry").hits
        assert replace(one, score=0) == replace(other, score=0)
        assert one.score == pytest.approx(other.score)
        assert between.add(*pair("New.", report_id="new")).status == "new"
        assert between.search("new", limit=1).hits[0].report_id == "new"
        again = between.copy(back)
    with open_record(tmp_path / "back.db") as back:
        assert list(back.check()) == []
        assert [one.report.id for one in back] == [*(one.report.id for one in old), "new"]
    rows = {one.table: one.rows for one in there}
    assert rows["reading"] == 10
    assert {one.table: one.rows for one in again} == rows | {
        name: rows[name] + 1 for name in ("source", "report", "version", "reading", "line")
    }


def test_only_an_empty_record_is_filled(old, place):
    with open_record(place) as new:
        new.add(*pair("Here.", report_id="here"))
        with pytest.raises(UsageError, match="the target is not empty"):
            old.copy(new)
        assert [one.report.id for one in new] == ["here"]


def test_what_is_damaged_is_not_copied(old, place):
    with sqlite3.connect(old.where) as connection:
        connection.execute("UPDATE line SET body = replace(body, 'number 5', 'number 6')")
    with open_record(place) as new:
        with pytest.raises(RecordError, match="reading 7: the stored reading is damaged"):
            old.copy(new)
        assert len(new) == 0


def test_what_came_over_differently_is_not_kept(old, place, monkeypatch):
    real, seen = copying._digested, []

    def other(name, pages):
        got = real(name, pages)
        seen.append(name)
        return got if seen.count(name) == 1 or name != "line" else copying.Copied(name, got.rows, "0" * 64)

    monkeypatch.setattr(copying, "_digested", other)
    with open_record(place) as new:
        with pytest.raises(RecordError, match="line: 10 rows of 10"):
            old.copy(new)
        assert len(new) == 0


KILLED = """
import os, signal, sys
from hearsay.record.store import open_record
steps = iter(range(int(sys.argv[3])))
with open_record(sys.argv[1]) as source, open_record(sys.argv[2]) as target:
    source.copy(target, lambda: next(steps, None) is None and os.kill(os.getpid(), signal.SIGKILL))
"""


@pytest.mark.parametrize("after", [1, 4, 6])
def test_a_copy_that_is_killed_leaves_the_target_empty_and_can_be_made_again(old, place, after):
    done = subprocess.run([sys.executable, "-c", KILLED, old.where, place, str(after)], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    with open_record(place) as new:
        assert len(new) == 0
        old.copy(new)
        assert list(new) == list(old)
