"""Opening a record: its file or server, and the steps that bring its tables up to date."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import DatabaseError

from hearsay.errors import RecordError, UsageError
from hearsay.record import files, servers

if TYPE_CHECKING:
    from collections.abc import Iterator

NEWEST = "0005"
"""The last step in ``migrations/versions``. A record that bears it is opened without asking Alembic."""

BUSY_SECONDS = 60
"""How long a writer waits for another writer of the same record."""

MIGRATIONS = str(Path(__file__).parent / "migrations")


def open_engine(where: str | Path, *, create: bool) -> Engine:
    """An engine on the record at ``where``, its tables those of this version.

    Raises:
        RecordError: if there is none and ``create`` is false, if the place cannot be opened or is not a record,
            or if a newer Hearsay made it.
        UsageError: if what it needs is not installed.
    """
    if servers.is_address(where):
        engine = servers.engine(str(where), BUSY_SECONDS)
    else:
        engine = files.engine(where, BUSY_SECONDS, create=create)
    try:
        with naming(called(where)):
            _bring_up_to_date(engine, called(where), create=create)
    except RecordError:
        engine.dispose()
        raise
    return engine


def called(where: str | Path) -> str | Path:
    """The place as it may be shown: an address of a server without its password."""
    return servers.called(str(where)) if servers.is_address(where) else where


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
    """Let text that is no UTF-8 be read, with lone surrogates for its broken bytes, instead of being an error.

    A server keeps no such text.
    """
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        yield
        return
    driver.text_factory = lambda stored: stored.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        driver.text_factory = str


def writing(engine: Engine) -> Connection:
    """A connection whose transactions take the write lock as they begin, so that they never fail half way."""
    return engine.connect().execution_options(writes=True)


def _bring_up_to_date(engine: Engine, where: str | Path, *, create: bool) -> None:
    with engine.connect() as connection:
        stamp = _stamp(connection, where)
    if stamp == NEWEST:
        return
    if stamp is None and not create and engine.dialect.name != "sqlite":
        raise RecordError(f"{where}: there is no record here")
    if engine.dialect.name == "sqlite":
        files.write_ahead(engine)
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


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", MIGRATIONS.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")


def plain(error: Exception) -> str:
    """What the database says, in one line, without the statement that SQLAlchemy adds."""
    return " ".join(str(getattr(error, "orig", None) or error).split())[:200]  # some quote what they could not read
