import os
import sqlite3
import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from strategies import pair

from hearsay.errors import RecordError
from hearsay.record import opening
from hearsay.record.kinds import Text
from hearsay.record.store import open_record
from hearsay.record.tables import metadata


def test_the_folder_and_the_file_are_made(tmp_path):
    path = tmp_path / "a" / "b %20 ü.db"
    with open_record(path) as record:
        record.add(*pair("Text."))
    with open_record(str(path), create=False) as record:
        assert len(record) == 1


def test_an_empty_file_becomes_a_record(tmp_path):
    (tmp_path / "r.db").touch()
    with open_record(tmp_path / "r.db") as record:
        assert len(record) == 0


def test_no_record_is_made_where_none_is_wanted(tmp_path):
    with pytest.raises(RecordError, match=r"r\.db: there is no record here"):
        open_record(tmp_path / "r.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_memory_is_gone_when_closed():
    with open_record(":memory:") as record:
        record.add(*pair("Text."))
        assert len(record) == 1
    with open_record(":memory:") as record:
        assert len(record) == 0


def test_not_a_database(tmp_path):
    (tmp_path / "r.db").write_text("the quick brown fox " * 100)
    with pytest.raises(RecordError, match="file is not a database"):
        open_record(tmp_path / "r.db")


def test_a_database_of_something_else(tmp_path):
    with sqlite3.connect(tmp_path / "r.db") as connection:
        connection.execute("CREATE TABLE report (id)")
    with pytest.raises(RecordError, match="not a record of Hearsay"):
        open_record(tmp_path / "r.db")


def test_a_folder(tmp_path):
    with pytest.raises(RecordError, match="is a folder"):
        open_record(tmp_path)


def test_a_file_in_the_way_of_the_folder(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(RecordError, match=r"file.*: (Not a directory|File exists)"):
        open_record(tmp_path / "file" / "r.db")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_no_permission(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(RecordError, match=r"unable to open|Permission"):
        open_record(tmp_path / "r.db")


def test_a_name_with_nul():
    with pytest.raises(RecordError, match="null"):
        open_record("a\x00b/r.db")


def test_a_newer_record_is_left_alone(tmp_path):
    open_record(tmp_path / "r.db").close()
    with sqlite3.connect(tmp_path / "r.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RecordError, match="made by a newer Hearsay"):
        open_record(tmp_path / "r.db")


def test_a_torn_stamp_is_named(tmp_path):
    open_record(tmp_path / "r.db").close()
    with sqlite3.connect(tmp_path / "r.db") as connection:
        connection.execute("DELETE FROM alembic_version")
    with pytest.raises(RecordError, match="stamp"):
        open_record(tmp_path / "r.db")


def test_the_steps_lead_to_the_tables(place):
    engine = opening.open_engine(place, create=True)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": _differs})
        context.opts["include_name"] = lambda name, kind, _: kind != "table" or "words" not in name
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def _differs(context, _column, _stated, found, stated):
    if not isinstance(stated, Text):
        return None  # as Alembic compares
    return found.collation != stated.load_dialect_impl(context.dialect).collation


def test_the_newest_step_is_the_last():
    assert ScriptDirectory(opening.MIGRATIONS).get_current_head() == opening.NEWEST


def test_a_record_is_opened_again_without_alembic(tmp_path):
    open_record(tmp_path / "r.db").close()
    code = (
        "import sys; from hearsay.record.store import open_record; open_record(sys.argv[1]).close();"
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path / "r.db"], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_the_file_is_kept_as_promised(tmp_path):
    with open_record(tmp_path / "r.db") as record, record._engine.connect() as connection:
        asked = ("journal_mode", "foreign_keys", "synchronous")
        assert [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked] == ["wal", 1, 1]
