"""A table of a record in a file: all of it, in memory that does not grow, or nothing."""

import hashlib
import io
import json
import sqlite3
import tracemalloc
from pathlib import Path

import pytest
from sqlalchemy import event

import hearsay
from hearsay.errors import RecordError, UsageError
from hearsay.export.export import TABLES, export
from hearsay.model.reading import Attribution, Reading
from hearsay.model.report import Report
from hearsay.model.span import Span


class Void(io.RawIOBase):
    def write(self, data):
        return len(data)

    def writable(self):
        return True


def fill(where, count, letters=20_000):
    """A record of so many reports of so many letters, each with one attribution; the third of every ten is unread."""
    with hearsay.open_record(where) as record:
        list(record.add_many(made(number, letters) for number in range(count)))
    return where


def made(number, letters=20_000):
    text = (f"Ann Other said the port is closed {number}. " * (1 + letters // 40))[:letters]
    report = Report(f"r{number:06}", f"{number}.txt", hashlib.sha256(text.encode()).hexdigest(), "text/plain", text)
    said = Attribution("a1", "indirect", (Span(0, 9),), (Span(10, 14),), (Span(15, 33),))
    unread = number % 10 == 3
    return Reading(report, () if unread else (said,), unread="language xx" if unread else None), text.encode()


def test_every_table_is_whole_and_the_same_each_time(filled):
    with hearsay.open_record(filled) as record:
        for name in TABLES:
            streams = [io.BytesIO(), io.BytesIO()]
            tallies = [export(record, name, "jsonl", stream) for stream in streams]
            assert streams[0].getvalue() == streams[1].getvalue()
            assert streams[0].getvalue().count(b"\n") == tallies[0].rows > 0
        assert export(record, "reports", "jsonl", io.BytesIO()).rows == len(record)
        assert export(record, "members", "jsonl", io.BytesIO()).rows == len(record)


def test_the_counts_say_why_reports_have_no_row(tmp_path):
    with hearsay.open_record(fill(tmp_path / "r.db", 20, 100)) as record:
        told = str(export(record, "attributions", "csv", io.BytesIO()))
        assert told == "18 rows of attributions from 18 reports; 2 more gave none: 2 × not read (language xx)"
        told = str(export(record, "figures", "csv", io.BytesIO()))
        assert told.endswith("from 0 reports; 20 more gave none: 18 × without figures; 2 × not read (language xx)")


def test_what_is_added_meanwhile_is_not_in_it(tmp_path):
    with hearsay.open_record(fill(tmp_path / "r.db", 120, 100)) as record:
        added = iter(range(1000, 2000))
        tally = export(record, "reports", "jsonl", io.BytesIO(), lambda: record.add(*made(next(added), 100)) and None)
        assert tally.rows == 120
        assert len(record) == 240


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_a_damaged_reading_leaves_no_file(tmp_path, form):
    where, out = fill(tmp_path / "r.db", 120, 100), tmp_path / "out"
    with sqlite3.connect(where) as raw:
        raw.execute("UPDATE line SET body = replace(body, 'port', 'fort') WHERE reading = 110")
    out.write_bytes(b"before")
    stream = io.BytesIO()
    with hearsay.open_record(where) as record:
        for into in (out, stream):
            with pytest.raises(RecordError, match="r000109: the stored reading is damaged"):
                export(record, "reports", form, into)
    assert out.read_bytes() == b"before"
    assert not list(tmp_path.glob(".*part"))
    assert b"PAR1" not in stream.getvalue()[4:]  # no footer of Parquet: nobody takes it for the whole


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
def test_the_record_is_not_written_over(tmp_path, ending):
    where = fill(tmp_path / "r.db", 1, 100)
    link = tmp_path / "link"
    link.symlink_to(f"{where}{ending}")
    with hearsay.open_record(where) as record:
        for out in (f"{where}{ending}", link):
            with pytest.raises(UsageError, match="is the record itself"):
                export(record, "reports", "jsonl", out)
        assert len(record) == 1


def test_a_table_that_is_none_is_refused(tmp_path):
    with hearsay.open_record(tmp_path / "r.db") as record, pytest.raises(UsageError, match="no table people"):
        export(record, "people", "jsonl", io.BytesIO())


def test_an_empty_record_gives_an_empty_table(tmp_path):
    with hearsay.open_record(tmp_path / "r.db") as record:
        assert str(export(record, "claims", "jsonl", tmp_path / "out")) == "0 rows of claims from 0 stories"
    assert Path(tmp_path / "out").read_bytes() == b""


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_memory_does_not_grow_with_the_record(tmp_path, form, monkeypatch):
    """Three times the reports, 8 MB of text more: the peak of Python and Arrow grows by less than a quarter."""
    arrow = pytest.importorskip("pyarrow")
    monkeypatch.setattr("hearsay.export.forms.GROUP_LETTERS", 1_000_000)
    peaks = []
    for count in (100, 300):
        with hearsay.open_record(fill(tmp_path / "r.db", count, 40_000)) as record:
            held = [0]
            tracemalloc.start()
            try:
                tally = export(
                    record, "reports", form, Void(), lambda held=held: held.append(arrow.total_allocated_bytes())
                )
                peaks.append(tracemalloc.get_traced_memory()[1] + max(held))
            finally:
                tracemalloc.stop()
        assert tally.rows == count
    assert peaks[1] - peaks[0] < 2_000_000, peaks


def test_nothing_is_sorted_before_the_first_report(tmp_path):
    """A sort would hold every reading, where no test of Python's memory sees it."""
    asked = []
    with hearsay.open_record(fill(tmp_path / "r.db", 2, 100)) as record:
        event.listen(record._engine, "before_cursor_execute", lambda *given: asked.append(given[2:4]))
        assert len(list(record.editions())) == 2
    ((statement, values),) = [one for one in asked if "line.body" in one[0]]
    with sqlite3.connect(tmp_path / "r.db") as raw:
        plan = [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
    assert plan
    assert not any("TEMP B-TREE" in step for step in plan), plan


def test_lines_are_json(filled, tmp_path):
    with hearsay.open_record(filled) as record:
        export(record, "claims", "jsonl", tmp_path / "claims.jsonl")
        lines = [json.loads(line) for line in (tmp_path / "claims.jsonl").read_text("utf-8").splitlines()]
        assert {one["id"] for one in lines} == {claim.id for _, claim in record.claims()}
