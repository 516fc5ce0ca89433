"""A record on a server: what is asked of the server alone, and that it answers as a file does."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError
from strategies import ALPHABET, pair, pairs

from hearsay.errors import RecordError, UsageError
from hearsay.record import servers
from hearsay.record.fulltext import gin
from hearsay.record.store import open_record

SAID = (("Mina Okoye", "the ferry sank", "asserts"),)
QUERIES = st.lists(
    st.text(ALPHABET, min_size=1, max_size=6) | st.sampled_from(["NOT", "OR", '"a b"', "a*", "b", "병*", "XYZ OR"]),
    min_size=1,
    max_size=4,
).map(" ".join)


def run(database, *commands):
    engine = create_engine(database.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        for command in commands:
            connection.exec_driver_sql(command)
    engine.dispose()


def test_it_finds_what_a_file_finds_and_scores_it_alike(database):
    with open_record(":memory:") as file, open_record(database) as server:
        count = iter(range(10_000))

        @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
        @given(data=st.data())
        def alike(data):
            given = data.draw(pairs(f"r{next(count)}"))
            assert file.add(*given) == server.add(*given)
            assert file.report(given[0].report.id) == server.report(given[0].report.id)
            asked = data.draw(QUERIES)
            for options in ({}, {"stance": "asserts"}, {"speaker": asked}):
                one, other = (record.search(asked, limit=100, **options).hits for record in (file, server))
                if "OR" not in asked.split():  # FTS5 counts words of an alternative that fails, or not, as it happens
                    assert [hit.score for hit in one] == pytest.approx([hit.score for hit in other])
                assert {(hit.report_id, hit.span) for hit in one} == {(hit.report_id, hit.span) for hit in other}
            assert file.speakers(asked) == server.speakers(asked)

        alike()
        assert file.speakers() == server.speakers()
        assert list(server.check()) == []


def test_a_word_twice_in_a_row_is_counted_as_often_as_it_stands(database):
    with open_record(":memory:") as file, open_record(database) as server:
        for record in (file, server):
            record.add(*pair("Late late late, he said; late.", report_id="r1"))
            record.add(*pair("Nothing of that.", report_id="r2"))
            record.add(*pair("Nor of that.", report_id="r3"))
        assert server.search("late").hits[0].score == pytest.approx(file.search("late").hits[0].score)


def test_more_words_than_the_index_takes_are_found(database, monkeypatch):
    monkeypatch.setattr(gin, "LARGEST", 40)
    monkeypatch.setattr(gin, "LONGEST", 16)
    long = "pneumonoultramicroscopic"
    with open_record(database) as record:
        record.add(*pair("Few words, one of them " + long, report_id="long"))
        record.add(*pair(" ".join(f"word{number}" for number in range(50)), report_id="large"))
        assert [hit.report_id for hit in record.search("word17 word18")] == ["large"]
        assert [hit.report_id for hit in record.search('"word17 word18"')] == ["large"]
        assert [hit.report_id for hit in record.search(long)] == ["long"]
        assert [hit.report_id for hit in record.search(long[:-1])] == []
        assert [hit.report_id for hit in record.search(long[:-1] + "*")] == ["long"]
        assert list(record.check()) == []


def test_damage_is_found(database):
    with open_record(database) as record:
        record.add(*pair("Mina Okoye said the ferry sank.", said=SAID))
        record.add(*pair("Another.", report_id="r2"))
        assert list(record.check()) == []
        run(
            database,
            "UPDATE line SET body = replace(body, 'sank', 'sunk') WHERE reading = 1",
            "UPDATE report_words SET terms = array_to_tsvector(ARRAY['another', 'word']) WHERE rowid = 2",
            "DELETE FROM statement_words",
        )
        found = [(one.kind, one.where) for one in record.check()]
    assert ("line", "report r1 version 1") in found
    assert ("index", "report r2 version 1") in found
    assert ("index", "report r1 version 1 a1") in found


def test_there_is_no_record_until_one_is_made(database):
    with pytest.raises(RecordError, match="there is no record here"):
        open_record(database, create=False)
    open_record(database).close()
    with open_record(database.replace("postgresql:", "postgres:"), create=False) as record:
        assert len(record) == 0


def test_a_database_of_something_else(database):
    run(database, "CREATE TABLE report (id int)")
    with pytest.raises(RecordError, match="not a record of Hearsay"):
        open_record(database)


def test_a_record_may_be_in_a_schema_of_its_own(database):
    run(database, "CREATE TABLE something (id int)", "CREATE SCHEMA news")
    with open_record(f"{database}&options=-csearch_path%3Dnews") as record:
        record.add(*pair("Text."))
        assert len(record) == 1


def test_a_lost_connection_is_told_and_made_again(database):
    with open_record(database) as record:
        record.add(*pair("Text."))
        gone = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> {}"
        pages = iter(record)
        with record._looking() as connection:
            run(database, gone.format("pg_backend_pid()"))
            with pytest.raises(OperationalError, match="terminat"):
                connection.exec_driver_sql("SELECT 1")
        assert record.add(*pair("More.", report_id="r2")).status == "new"
        assert len(list(pages)) == 2


def test_a_writer_that_waits_too_long_is_told(database, monkeypatch):
    monkeypatch.setattr("hearsay.record.opening.BUSY_SECONDS", 1)
    with open_record(database) as record, open_record(database) as other, other._writing():
        with pytest.raises(RecordError, match="lock timeout"):
            record.add(*pair("Text."))
        assert len(record) == 0


def test_nothing_that_is_no_address_is_tried(monkeypatch):
    with pytest.raises(RecordError, match=r"mysql://…: a record is a file, or"):
        open_record("mysql://root:secret@localhost/hearsay")
    with pytest.raises(RecordError, match=r"postgresql://…: is not the address"):
        open_record("postgresql://localhost:secret/hearsay")


def test_a_server_that_is_not_there_is_named_without_its_password():
    with pytest.raises(RecordError, match=r"postgresql://me:\*\*\*@127.0.0.1:9/hearsay: .*refused") as error:
        open_record("postgresql://me:secret@127.0.0.1:9/hearsay")
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://me:secret@host/db", "postgresql://me:***@host/db"),
        ("postgres://me@host/db?password=secret", "postgresql://me@host/db?password=%2A%2A%2A"),
        ("postgresql+psycopg://host/db?sslpassword=secret", "postgresql://host/db?sslpassword=%2A%2A%2A"),
        ("postgresql://host/db?host=/run", "postgresql://host/db?host=%2Frun"),
    ],
)
def test_secrets_are_not_shown(address, shown):
    assert servers.called(address) == shown


def test_the_driver_is_asked_for(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    with pytest.raises(UsageError, match=r"hearsay\[postgres\]"):
        open_record("postgresql://localhost/hearsay")
