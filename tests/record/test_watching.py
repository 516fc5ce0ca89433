from strategies import pair

from hearsay.model.fetched import Fetched
from hearsay.record import watching
from hearsay.record.store import open_record
from hearsay.record.watching import ItemRow, QuestionRow, SourceRow


def test_sources_and_items_are_remembered(tmp_path):
    with open_record(tmp_path / "r.db") as record:
        assert watching.source(record, "a") is None
        watching.keep_source(record, SourceRow("a", 10.0))
        watching.keep_source(record, SourceRow("a", 20.0, 2, "down"))
        for name, due in (("x", 5.0), ("y", 50.0), ("z", None)):
            watching.keep_item(record, ItemRow("a", name, "m", due, 1, "new", "{}"))
    with open_record(tmp_path / "r.db") as record:
        assert watching.source(record, "a") == SourceRow("a", 20.0, 2, "down")
        assert [one.name for one in watching.due_items(record, "a", 10.0)] == ["x"]
        assert watching.item(record, "a", "z").due is None
        assert watching.item(record, "b", "z") is None


def test_a_state_is_written_by_whoever_is_first():
    with open_record(":memory:") as record:
        assert watching.answer(record, QuestionRow("q", "{}", 1, 0, "A"), [("k1", "{}")], ["c", "d"], 1.0)
        assert not watching.answer(record, QuestionRow("q", "{}", 1, 0, "B"), [("k2", "{}")], ["c"], 1.0)
        assert watching.question(record, "q").body == "A"
        watching.seen(record, "q", 1, 7)
        watching.seen(record, "q", 9, 8)
        assert watching.question(record, "q").seen == 7
        assert [(channel, number) for channel, number, *_ in watching.waiting(record)] == [("c", 1), ("d", 1)]


def test_readings_are_counted_and_reports_known():
    with open_record(":memory:") as record:
        assert (watching.newest(record), watching.is_kept(record, "x")) == (0, False)
        reading, source = pair("Text.")
        record.add(reading, source)
        assert watching.newest(record) == 1
        assert watching.is_kept(record, reading.report.uri)


def test_what_was_fetched_has_its_bytes_or_was_not():
    with open_record(":memory:") as record:
        got = Fetched("a", "b", 200, b"feed", "text/xml", "utf-8", '"1"', "then", 5.0)
        record.shelve(got, whole=False)
        assert record.fetched("a") is None
        record.shelve(got, whole=True)
        assert record.fetched("a") == got
        record.shelve(got, whole=False)  # the same bytes stay
        assert record.fetched("a") == got
        reading, source = pair("Text.")
        record.shelve(Fetched("p", "p", 200, source, checked=1.0), whole=False)
        assert record.fetched("p") is None
        record.add(reading, source)
        assert record.fetched("p").data == source
