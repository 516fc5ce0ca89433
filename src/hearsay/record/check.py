"""Check: everything that the record states of itself, proved again; what fails is named."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import fields
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from hearsay.errors import RecordError
from hearsay.model import codec
from hearsay.model.reading import Reading
from hearsay.record import fulltext, rows
from hearsay.record.crosscheck import across
from hearsay.record.damage import Damage
from hearsay.record.keeping import precedes
from hearsay.record.lines import unpacked
from hearsay.record.opening import lenient, plain
from hearsay.record.proof import Stored, prove
from hearsay.record.tables import line as lines
from hearsay.record.tables import reading as readings
from hearsay.record.tables import report as reports
from hearsay.record.tables import source as sources
from hearsay.record.tables import statement as statements
from hearsay.record.tables import version as versions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Engine, Row

_PAGE = 200  # readings held in memory at once


def examine(engine: Engine) -> Iterator[Damage]:
    """Everything in the record that does not hold; a file that cannot be read on ends with a finding of ``file``."""
    try:
        with engine.connect() as connection:
            yield from _file(connection)
            yield from _sources(connection)
            with lenient(connection):
                yield from _versions(connection)
                yield from _readings(connection)
            yield from across(connection)
    except (DatabaseError, sqlite3.DatabaseError) as error:
        yield Damage("file", str(engine.url.database), plain(error))


def _file(connection: Connection) -> Iterator[Damage]:
    if connection.dialect.name != "sqlite":
        return  # a server keeps its own files, and no row whose reference leads nowhere
    for (why,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if why != "ok":
            yield Damage("file", str(connection.engine.url.database), why)
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Damage("reference", f"{table} row {row}", f"points to a {parent} that is not there")


def _sources(connection: Connection) -> Iterator[Damage]:
    for sha256 in connection.scalars(select(sources.c.sha256).order_by(sources.c.sha256)).all():
        row = connection.execute(select(sources).where(sources.c.sha256 == sha256)).one()
        try:
            size = len(unpacked(row.body, sha256))
        except RecordError as error:
            yield Damage("source", sha256, str(error).partition(": ")[2])
            continue
        if size != row.size:
            yield Damage("source", sha256, f"has {size} bytes, not {row.size}")


def _versions(connection: Connection) -> Iterator[Damage]:
    """Versions are numbered 1, 2 …, and a report shows the newest reading of its last."""
    query = (
        select(reports.c.id, versions.c.number, readings.c.key, readings.c.shown)
        .select_from(reports)
        .outerjoin(versions, versions.c.report == reports.c.key)
        .outerjoin(readings, readings.c.version == versions.c.key)
        .order_by(reports.c.key, versions.c.number, readings.c.key)
    )
    for name, group in groupby(connection.execute(query), key=lambda row: row.id):
        found = list(group)
        numbers = sorted({row.number for row in found if row.number is not None})
        if numbers != list(range(1, len(numbers) + 1)) or not numbers:
            yield Damage("version", f"report {name}", f"its versions are numbered {numbers}")
        shown = [row for row in found if row.shown]
        if any(row.key is None for row in found) or not _is_due(connection, found, shown):
            yield Damage("version", f"report {name}", "does not show the newest reading of its last version")


def _is_due(connection: Connection, found: Sequence[Any], shown: Sequence[Any]) -> bool:
    """Whether the one reading shown is the newest of the last version, or of one that its publisher numbered later."""
    if len(shown) != 1 or shown[0].key != [row.key for row in found if row.number == shown[0].number][-1]:
        return False
    if shown[0].number == found[-1].number:
        return True
    keys = [shown[0].key, *(row.key for row in found if row.number > shown[0].number)]
    query = select(lines.c.reading, lines.c.body).where(lines.c.reading.in_(keys))
    try:
        kept = {key: codec.decode(body) for key, body in connection.execute(query)}
    except ValueError:
        return True  # what its body holds is proved, and told, elsewhere
    now, *later = (kept.get(key) for key in keys)
    return isinstance(now, Reading) and all(
        isinstance(one, Reading) and precedes(one.report, now.report) for one in later
    )


def _readings(connection: Connection) -> Iterator[Damage]:
    indexed, said = (fulltext.indexed(connection, index) for index in (fulltext.REPORT_WORDS, fulltext.STATEMENT_WORDS))
    last = 0
    while page := _page(connection, last):
        keys = [row.key for row in page]
        statements_of = _statements(connection, keys)
        for row in page:
            last = row.key
            if row.body is None:
                yield Damage("line", f"report {row.id} version {row.number}", "the reading has no line")
                continue
            stored = _stored(row, statements_of[last], indexed.pop(last, None), said)
            yield from prove(stored)
    yield from (Damage("index", f"report_words row {key}", "belongs to no reading") for key in indexed)
    known = set(connection.scalars(select(statements.c.key)))
    yield from (
        Damage("index", f"statement_words row {key}", "belongs to no statement") for key in said if key not in known
    )


def _page(connection: Connection, last: int) -> Sequence[Row[*tuple[Any, ...]]]:
    query = (
        select(readings, versions.c.number, sources.c.size, sources.c.sha256, reports.c.id, lines.c.body, lines.c.proof)
        .join(versions, versions.c.key == readings.c.version)
        .join(reports, reports.c.key == readings.c.report)
        .join(sources, sources.c.sha256 == versions.c.source)
        .outerjoin(lines, lines.c.reading == readings.c.key)
    )
    return connection.execute(query.where(readings.c.key > last).order_by(readings.c.key).limit(_PAGE)).all()


def _statements(connection: Connection, keys: list[int]) -> Mapping[int, dict[int, dict[str, str | None]]]:
    found: dict[int, dict[int, dict[str, str | None]]] = defaultdict(dict)
    for row in connection.execute(select(statements).where(statements.c.reading.in_(keys))).mappings():
        columns = dict(row)
        found[columns.pop("reading")][columns.pop("key")] = columns
    return found


def _stored(
    row: Row[*tuple[Any, ...]],
    statements: dict[int, dict[str, str | None]],
    indexed: int | None,
    said: Mapping[int, int],
) -> Stored:
    columns = {field.name: getattr(row, field.name) for field in fields(rows.ReadingRow)}
    return Stored(
        row.id,
        row.number,
        row.sha256,
        row.size,
        rows.ReadingRow(**columns),
        row.body,
        row.proof,
        statements,
        indexed,
        said,
    )
