"""A record copied into another that is empty: from a file to a server, back, or from one of a kind to the next.

Every table is copied row by row, keys and all, and read back; the full-text indexes, which each engine keeps in its own
way, are made anew from the readings. All of it is one transaction of the target and one state of the source: a copy
that is killed, or that is not the same, leaves the target as empty as it was.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import func, insert, select

from hearsay.errors import RecordError, UsageError
from hearsay.record import fulltext, rows
from hearsay.record.lines import opened
from hearsay.record.tables import line as lines
from hearsay.record.tables import metadata
from hearsay.record.tables import reading as readings
from hearsay.record.tables import statement as statements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import Connection, Row, Table

BATCH = 50
"""Rows in memory at once: one may hold a page of 40 MB."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A table that was copied: how many rows it has, and the SHA-256 of them all, alike on both sides."""

    table: str
    rows: int
    sha256: str


def copy(source: Connection, target: Connection, step: Callable[[], None]) -> tuple[Copied, ...]:
    """Copy all that one record holds into another; ``step`` is called after every batch of rows.

    Raises:
        UsageError: if the target holds anything.
        RecordError: if a stored reading is damaged, or what was written is not what is read back.
    """
    for table in metadata.sorted_tables:
        if target.execute(select(table).limit(1)).first() is not None:
            raise UsageError(f"the target is not empty: it has rows of {table.name}")
    copied = tuple(_copied(table, source, target, step) for table in metadata.sorted_tables)
    _index(source, target, step)
    if target.dialect.name != "sqlite":
        _go_on(target)
    target.exec_driver_sql("ANALYZE")  # neither engine plans well before it has seen how much there is
    for one in copied:
        found = _digested(one.table, _rows(metadata.tables[one.table], target))
        if found != one:
            raise RecordError(f"{one.table}: {found.rows} rows of {one.rows} came over as they were; nothing is kept")
    return copied


def _copied(table: Table, source: Connection, target: Connection, step: Callable[[], None]) -> Copied:
    def put() -> Iterator[Sequence[Row[Any]]]:
        for page in _rows(table, source):
            target.execute(insert(table), [dict(row._mapping) for row in page])
            step()
            yield page

    return _digested(table.name, put())


def _rows(table: Table, connection: Connection) -> Iterator[Sequence[Row[Any]]]:
    """The rows of a table in the order of its key, some at a time."""
    query = select(table).order_by(*table.primary_key).execution_options(yield_per=BATCH)
    yield from connection.execute(query).partitions()


def _digested(name: str, pages: Iterator[Sequence[Row[Any]]]) -> Copied:
    digest, count = hashlib.sha256(), 0
    for page in pages:
        for row in page:
            digest.update(msgspec.msgpack.encode(tuple(row)))
        count += len(page)
    return Copied(name, count, digest.hexdigest())


def _index(source: Connection, target: Connection, step: Callable[[], None]) -> None:
    query = select(lines.c.reading, lines.c.body, readings.c.line_sha256).join(readings)
    for page in source.execute(query.order_by(lines.c.reading).execution_options(yield_per=BATCH)).partitions():
        made = {key: _derived(key, body, sha256) for key, body, sha256 in page}
        fulltext.index_readings(target, [(key, one.text_forms, one.name_forms) for key, one in made.items()])
        said = {(key, one.attribution): one for key, beside in made.items() for one in beside.statements}
        keyed = select(statements.c.key, statements.c.reading, statements.c.attribution)
        found = target.execute(keyed.where(statements.c.reading.in_(made)).order_by(statements.c.key))
        kept = [(row.key, said[row.reading, row.attribution]) for row in found]
        fulltext.index_statements(target, [(key, one.speaker_forms, one.content_forms) for key, one in kept])
        step()


def _derived(key: int, body: str, sha256: str) -> rows.Rows:
    try:
        return rows.derive(opened(body, sha256, f"reading {key}"))
    except ValueError as error:
        raise RecordError(f"reading {key}: {error}; 'hearsay check' tells more") from error


def _go_on(target: Connection) -> None:
    """Let the server give keys from the last one on."""
    for table in metadata.sorted_tables:
        column = table.autoincrement_column
        if column is not None:
            last = select(func.coalesce(func.max(column), 1), func.max(column).is_not(None)).subquery()
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            target.execute(select(func.setval(sequence, *last.c)))
