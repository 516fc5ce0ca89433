"""Opening a record: its file, its connection, and the steps that bring its tables up to date."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool

from hearsay.errors import RecordError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

NEWEST = "0005"
"""The last step in ``migrations/versions``. A record that bears it is opened without asking Alembic."""

BUSY_SECONDS = 60
"""How long a writer waits for another writer of the same file."""

MEMORY = ":memory:"

MIGRATIONS = str(Path(__file__).parent / "migrations")

_PRAGMAS = ("PRAGMA foreign_keys = ON", "PRAGMA synchronous = NORMAL", "PRAGMA cache_size = -32000")


def open_engine(where: str | Path, *, create: bool) -> Engine:
    """An engine on the record at ``where``, its tables those of this version.

    Raises:
        RecordError: if there is none and ``create`` is false, if the place cannot be opened or is not a record,
            or if a newer Hearsay made it.
    """
    engine = _engine(_database(where, create=create))
    try:
        with naming(where):
            _bring_up_to_date(engine, where)
    except RecordError:
        engine.dispose()
        raise
    return engine


@contextmanager
def naming(where: str | Path) -> Iterator[None]:
    """Turn an error of the database into a :class:`RecordError` that names the record.

    A name that is no text (a lone surrogate, from a terminal's stray byte) is the caller's error.
    """
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        raise RecordError(f"{where}: {plain(error)}") from error
    except UnicodeEncodeError as error:
        raise UsageError(f"{error.object!r} is not text") from error


@contextmanager
def lenient(connection: Connection) -> Iterator[None]:
    """Let text that is no UTF-8 be read, with lone surrogates for its broken bytes, instead of being an error."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.text_factory = lambda stored: stored.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        driver.text_factory = str


def writing(engine: Engine) -> Connection:
    """A connection whose transactions take the write lock as they begin, so that they never fail half way."""
    return engine.connect().execution_options(writes=True)


def _database(where: str | Path, *, create: bool) -> str:
    if str(where) == MEMORY:
        return MEMORY
    if "://" in str(where):
        raise RecordError(f"{where}: a record is a file; a database server is not supported yet")
    path = Path(where).expanduser()
    try:
        if path.is_dir():
            raise RecordError(f"{path}: is a folder, not a record")
        if not create and not path.exists():
            raise RecordError(f"{path}: there is no record here")
        path.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise RecordError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    return str(path)


def _engine(database: str) -> Engine:
    # The driver must not begin transactions by itself; the event below does.
    arguments = {"timeout": BUSY_SECONDS, "isolation_level": None, "check_same_thread": False}
    pool = {"poolclass": StaticPool} if database == MEMORY else {}
    engine = create_engine(URL.create("sqlite", database=database), connect_args=arguments, **pool)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _: object) -> None:
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(engine: Engine, where: str | Path) -> None:
    with engine.connect() as connection:
        if _stamp(connection, where) == NEWEST:
            return
    _write_ahead(engine)
    with writing(engine) as connection, connection.begin():
        if _stamp(connection, where) != NEWEST:  # another process may have been quicker
            _upgrade(connection)


def _stamp(connection: Connection, where: str | Path) -> str | None:
    """The last step that the record has seen; ``None`` for an empty database."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables or "reading" not in tables:
        raise RecordError(f"{where}: is a database, but not a record of Hearsay")
    stamp = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())
    if not stamp.isdecimal():
        raise RecordError(f"{where}: its tables bear no stamp that Hearsay knows")
    if int(stamp) > int(NEWEST):
        raise RecordError(f"{where}: was made by a newer Hearsay (its tables are {stamp}, this one knows {NEWEST})")
    return stamp


def _write_ahead(engine: Engine) -> None:
    """Readers and a writer side by side. SQLite keeps the mode in the file, and does not wait to set it."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", MIGRATIONS.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")


def plain(error: Exception) -> str:
    """What SQLite says, without the statement that SQLAlchemy adds."""
    return str(getattr(error, "orig", None) or error)[:200]  # some quote what they could not read
