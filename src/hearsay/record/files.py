"""A record in a file: SQLite's engine, as Hearsay sets it up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from hearsay.errors import RecordError

if TYPE_CHECKING:
    import sqlite3

MEMORY = ":memory:"

_PRAGMAS = ("PRAGMA foreign_keys = ON", "PRAGMA synchronous = NORMAL", "PRAGMA cache_size = -32000")


def engine(where: str | Path, patience: int, *, create: bool) -> Engine:
    """An engine on a file; ``patience`` in seconds is how long a writer waits for another.

    Raises:
        RecordError: if there is none and ``create`` is false, or the place cannot be one.
    """
    database = _database(where, create=create)
    # The driver must not begin transactions by itself; the event below does.
    arguments = {"timeout": patience, "isolation_level": None, "check_same_thread": False}
    pool = {"poolclass": StaticPool} if database == MEMORY else {}
    made = create_engine(URL.create("sqlite", database=database), connect_args=arguments, **pool)
    event.listen(made, "connect", _set_up)
    event.listen(made, "begin", _begin)
    return made


def write_ahead(engine: Engine) -> None:
    """Readers and a writer side by side. SQLite keeps the mode in the file, and does not wait to set it."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _database(where: str | Path, *, create: bool) -> str:
    if str(where) == MEMORY:
        return MEMORY
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


def _set_up(connection: sqlite3.Connection, _: object) -> None:
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
