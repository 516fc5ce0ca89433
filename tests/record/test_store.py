import threading
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import select
from strategies import pair, pairs

from hearsay.errors import RecordError, UsageError
from hearsay.model.reading import Actor, Attribution
from hearsay.model.span import Span
from hearsay.record import fulltext
from hearsay.record.fulltext import REPORT_WORDS, STATEMENT_WORDS
from hearsay.record.keeping import Outcome
from hearsay.record.store import BATCH, open_record
from hearsay.record.tables import metadata
from hearsay.record.versions import Version

TEXT = "Seoul said so.\n\nIt was late."


def tables(record):
    """Every row of every table, and what the indexes hold."""
    with record._engine.connect() as connection:
        held = {table.name: connection.execute(select(table)).all() for table in metadata.sorted_tables}
        return held | {one.name: fulltext.indexed(connection, one) for one in (REPORT_WORDS, STATEMENT_WORDS)}


def change(record, *commands):
    """Run SQL on the record, past its interface."""
    with record._engine.begin() as connection:
        for command in commands:
            connection.exec_driver_sql(command)


def test_what_is_kept_comes_back(record):
    reading, source = pair(TEXT, said=(("Seoul", "so", "asserts"),))
    assert record.add(reading, source) == Outcome("new", "r1", 1)
    assert record.report("r1") == reading
    assert record.source("r1") == source
    assert list(record) == [reading]
    assert len(record) == 1


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_pair=pairs())
def test_any_reading_comes_back_adds_once_and_checks(given_pair):
    with open_record(":memory:") as record:
        outcomes = [record.add(*given_pair) for _ in range(2)]
        assert [outcome.status for outcome in outcomes] == ["new", "unchanged"]
        assert record.report("r1") == given_pair[0]
        assert record.source("r1") == given_pair[1]
        assert list(record.check()) == []


def test_the_same_source_twice_changes_nothing(record):
    given = [pair(TEXT, said=(("Seoul", "so", "asserts"),)), pair("Other.", report_id="r2")]
    list(record.add_many(given))
    before = tables(record)
    assert [outcome.status for outcome in record.add_many(given)] == ["unchanged", "unchanged"]
    assert record.add(*given[0]) == Outcome("unchanged", "r1", 1)
    assert tables(record) == before


def test_other_bytes_with_the_same_report_change_nothing(record):
    record.add(*pair(TEXT))
    before = tables(record)
    advertised, source = pair(TEXT, source=b"<ad>" + TEXT.encode(), modified="2024-10-26")
    assert record.add(advertised, source) == Outcome("unchanged", "r1", 1)
    assert tables(record) == before


@pytest.mark.parametrize(
    "changed",
    [{"headline": "Now with a headline"}, {"published": "2024-10-26"}, {"correction": "An earlier version …"}],
)
def test_a_changed_field_is_a_new_version(record, changed):
    record.add(*pair(TEXT))
    assert record.add(*pair(TEXT, source=b"other", **changed)) == Outcome("version", "r1", 2)


def test_a_changed_text_is_a_new_version_and_the_old_one_stays(record):
    old, new = pair(TEXT), pair(TEXT + " Very late.")
    record.add(*old)
    assert record.add(*new) == Outcome("version", "r1", 2)
    assert record.report("r1") == new[0]
    assert record.report("r1", 1) == old[0]
    assert record.source("r1", 1) == old[1]
    assert record.source("r1") == new[1]
    assert list(record) == [new[0]]
    assert len(record) == 1
    assert list(record.check()) == []


def test_adding_every_state_again_in_any_order_changes_nothing(record):
    states = [pair(TEXT), pair(TEXT, source=b"with another ad"), pair(TEXT + " Very late.")]
    assert [outcome.status for outcome in record.add_many(states)] == ["new", "unchanged", "version"]
    before = tables(record)
    again = list(record.add_many([*states, *reversed(states)]))
    assert [(outcome.status, outcome.version) for outcome in again] == [
        ("unchanged", number) for number in (1, 1, 2, 2, 1, 1)
    ]
    assert tables(record) == before


def test_versions_tell_what_each_was(record):
    (old, source), (new, edited) = pair(TEXT, headline="Old"), pair(TEXT + "!", headline="New", published="2024-10-25")
    record.add(old, source)
    record.add(new, edited)
    first, second = record.versions("r1")
    assert first == Version(1, "r1", "r1.txt", "Old", None, old.report.source_sha256, first.kept_at, 1)
    assert second == Version(2, "r1", "r1.txt", "New", "2024-10-25", new.report.source_sha256, second.kept_at, 1)
    assert first.kept_at.endswith("+00:00")


def test_a_new_reading_of_a_version_is_shown_and_the_old_one_is_kept(record):
    said = (("Seoul", "so", "asserts"),)
    old, new = pair(TEXT), pair(TEXT, said=said, made_by="2")
    record.add(*old)
    assert record.add(*new) == Outcome("reread", "r1", 1)
    assert record.report("r1") == new[0]
    assert [version.readings for version in record.versions("r1")] == [2]
    assert record.add(*old) == Outcome("unchanged", "r1", 1)
    assert record.report("r1") == new[0]
    assert list(record.check()) == []


def test_an_old_version_read_again_does_not_hide_the_new_one(record):
    old, new = pair(TEXT), pair(TEXT + " Very late.")
    record.add(*old)
    record.add(*new)
    again = pair(TEXT, made_by="2")
    assert record.add(*again) == Outcome("reread", "r1", 1)
    assert record.report("r1") == new[0]
    assert record.report("r1", 1) == again[0]
    assert list(record.check()) == []


def test_one_source_of_two_reports_is_stored_once(record):
    list(record.add_many([pair(TEXT), pair(TEXT, report_id="r2")]))
    assert len(tables(record)["source"]) == 1
    assert record.source("r2") == TEXT.encode()


def test_the_wrong_source_is_refused(record):
    reading, _ = pair(TEXT)
    with pytest.raises(UsageError, match=r"r1\.txt: the source given is not the one that was read"):
        record.add(reading, b"something else")
    assert len(record) == 0


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ({"attributions": (Attribution("a1", "direct", content=(Span(0, 999),)),)}, "runs past a text of 28"),
        ({"attributions": (Attribution("a1", "direct", speaker="e9"),)}, "there is no actor e9"),
        ({"attributions": (Attribution("a1", "direct", within="a1"),)}, "there is no other attribution a1"),
        ({"actors": (Actor("e1", "A", "person"), Actor("e1", "B", "person"))}, "2 records have this id"),
    ],
)
def test_a_reading_that_check_would_find_damaged_is_refused(record, broken, why):
    reading, source = pair(TEXT)
    with pytest.raises(UsageError, match=why):
        record.add(replace(reading, **broken), source)
    assert len(record) == 0


def test_a_text_that_is_no_unicode_is_refused(record):
    reading, source = pair("Text.")
    with pytest.raises(UsageError, match="surrogates"):
        record.add(replace(reading, report=replace(reading.report, headline="\ud800")), source)


def test_large_sources_do_not_wait_for_a_batch(record, monkeypatch):
    monkeypatch.setattr("hearsay.record.store.BATCH_BYTES", 10)
    given = record.add_many(pair(f"Report number {n}.", report_id=f"r{n}") for n in range(3))
    next(given)
    assert len(record) == 1


def test_what_came_before_an_error_is_kept(record):
    bad = (pair("Bad.")[0], b"not it")
    with pytest.raises(UsageError):
        list(record.add_many([pair(TEXT), bad, pair("After.", report_id="r3")]))
    assert len(record) == 1


def test_many_are_kept_in_order_and_iterated_in_order(record):
    given = [pair(f"Report number {n}.", report_id=f"r{n}") for n in range(2 * BATCH + 3)]
    assert [outcome.report_id for outcome in record.add_many(iter(given))] == [r.report.id for r, _ in given]
    assert [reading.report.id for reading in record] == [r.report.id for r, _ in given]


def test_the_record_may_grow_while_it_is_read(record):
    record.add(*pair(TEXT))
    seen = []
    for reading in record:
        seen.append(reading.report.id)
        if len(seen) < 4:
            record.add(*pair(f"{TEXT} {len(seen)}", report_id=f"more{len(seen)}"))
    assert seen == ["r1", "more1", "more2", "more3"]


@pytest.mark.parametrize("ask", ["report", "source", "versions"])
@pytest.mark.parametrize("name", ["r9", "", "\ud800", "'; DROP TABLE report; --"])
def test_an_unknown_report_is_named(record, ask, name):
    with pytest.raises(UsageError):
        getattr(record, ask)(name)


@pytest.mark.parametrize("ask", ["report", "source"])
def test_an_unknown_version_is_named(record, ask):
    record.add(*pair(TEXT))
    with pytest.raises(UsageError, match="no report r1 version 2"):
        getattr(record, ask)("r1", 2)


@pytest.mark.parametrize("ask", ["report", "source"])
def test_damage_is_an_error_never_a_guess(record, ask):
    record.add(*pair(TEXT))
    change(
        record,
        "UPDATE line SET body = replace(body, 'late', 'soon')",
        "UPDATE source SET body = substr(body, 1, 10)",
    )
    with pytest.raises(RecordError, match=r"damaged|cannot be unpacked"):
        getattr(record, ask)("r1")


def test_a_record_tells_what_it_is(record):
    assert repr(record) == f"<Record {record.where}: 0 reports>"
    record.add(*pair(TEXT))
    assert repr(record) == f"<Record {record.where}: 1 report>"
    assert bool(record)


def test_threads_share_one_record(record):
    def add(start):
        list(record.add_many(pair(f"Thread {start} text {n}.", report_id=f"{start}-{n}") for n in range(20)))

    threads = [threading.Thread(target=add, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(record) == 80
    assert list(record.check()) == []


def test_an_empty_text_is_kept(record):
    record.add(*pair("", source=b"nothing to read here"))
    assert record.report("r1").report.text == ""
    assert list(record.check()) == []
