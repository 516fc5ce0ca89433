"""Several processes on one record, and a process that is killed as it writes."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from strategies import pair

from hearsay.record.store import open_record

HERE = Path(__file__).parent

WRITER = """
import sys
sys.path.append(sys.argv[1])
from strategies import pair
from hearsay.record.store import open_record
with open_record(sys.argv[2]) as record:
    for number in range(int(sys.argv[3]), int(sys.argv[4])):
        said = (("Mina Okoye", "number", "asserts"),)
        outcome = record.add(*pair(f"Mina Okoye has number {number}.", report_id=f"r{number}", said=said))
        print(outcome.status, outcome.report_id, flush=True)
"""


def writer(path, first, last):
    arguments = [sys.executable, "-c", WRITER, HERE, path, str(first), str(last)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_processes_that_make_and_fill_one_record_lose_and_double_nothing(place):
    writers = [writer(place, first, first + 30) for first in (0, 0, 20, 20, 0, 10, 10, 5)]
    said = []
    for one in writers:
        out, err = one.communicate(timeout=120)
        assert one.returncode == 0, err
        said += out.splitlines()
    with open_record(place) as record:
        assert len(record) == 50
        assert list(record.check()) == []
        assert len(record.search(speaker="okoye", limit=99)) == 50
    assert sorted(line for line in said if line.startswith("new")) == sorted(f"new r{n}" for n in range(50))
    assert sum(line.startswith("unchanged") for line in said) == 8 * 30 - 50


def test_a_reader_does_not_wait_for_a_writer(place):
    with open_record(place) as record, open_record(place) as other:
        record.add(*pair("One."))
        with record._engine.connect().execution_options(writes=True) as connection, connection.begin():
            began = time.perf_counter()
            assert len(other) == 1
            assert len(other.search("one")) == 1
            assert time.perf_counter() - began < 5


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no kill -9")
@pytest.mark.parametrize("lines", [1, 7])
def test_a_killed_writer_leaves_whole_reports(place, lines):
    one = writer(place, 0, 100_000)
    assert one.stdout is not None
    said = [one.stdout.readline() for _ in range(lines)]
    one.kill()
    said += one.communicate(timeout=60)[0].splitlines(keepends=True)
    told = [line for line in said if line.endswith("\n")]
    with open_record(place, create=False) as record:
        assert len(told) <= len(record) <= len(told) + 1
        assert list(record.check()) == []
        assert [reading.report.id for reading in record] == [f"r{n}" for n in range(len(record))]
        assert record.add(*pair("After.", report_id="after")).status == "new"
