"""A record on a server: PostgreSQL's engine, as Hearsay sets it up.

The record is the tables of one schema: the first of the search path, ``public`` where nothing else is said. Writers
take turns, as they do in a file, by an advisory lock that a transaction takes as it begins and that goes with it;
keys are then given in the order in which what they name is kept. Readers see one state (REPEATABLE READ) and wait for
nobody. A writer reads committed rows: a snapshot taken before its turn came would miss what was kept meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from hearsay.errors import RecordError, UsageError

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection

DRIVER = "postgresql+psycopg"

_SCHEMES = frozenset({"postgresql", "postgres", DRIVER})
_LOCK = "SELECT pg_advisory_xact_lock(hashtext('hearsay'), hashtext(current_schema()))"


def is_address(where: object) -> bool:
    """Whether a place is the address of a server."""
    return "://" in str(where)


def called(where: str) -> str:
    """The address without the secrets in it: a password before the host, or among the parameters.

    Raises:
        RecordError: if it is no address of a server that a record can be on.
    """
    url = _url(where)
    secret = {name: "***" for name in ("password", "sslpassword") if name in url.query}
    return url.update_query_dict(secret).set(drivername="postgresql").render_as_string(hide_password=True)


def engine(where: str, patience: int) -> Engine:
    """An engine on a server's database; ``patience`` in seconds is how long a writer waits for its turn.

    Raises:
        RecordError: if it is no address of a server that a record can be on.
        UsageError: if the driver is not installed.
    """
    try:
        made = create_engine(_url(where), isolation_level="REPEATABLE READ", pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise UsageError(f"{called(where)}: PostgreSQL needs psycopg: pip install 'hearsay[postgres]'") from error

    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writes", False):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{patience}s'")
            connection.exec_driver_sql(_LOCK)

    event.listen(made, "begin", begin)
    return made


def _url(where: str) -> URL:
    scheme = where.partition("://")[0]
    if scheme not in _SCHEMES:
        raise RecordError(f"{scheme}://…: a record is a file, or the database of a server at postgresql://…")
    try:
        return make_url(where).set(drivername=DRIVER)
    except (ArgumentError, ValueError) as error:
        raise RecordError(f"{scheme}://…: is not the address of a server's database") from error
