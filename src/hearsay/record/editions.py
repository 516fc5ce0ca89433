"""The versions of reports, opened, and the one by which each report stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from hearsay.record.keeping import precedes
from hearsay.record.lines import opened
from hearsay.record.tables import line as lines
from hearsay.record.tables import member
from hearsay.record.tables import reading as readings
from hearsay.record.tables import report as reports
from hearsay.record.tables import version as versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import ColumnElement, Connection, Select

    from hearsay.model.reading import Reading


_EDITION = select(reports.c.id, versions.c.number, versions.c.kept_at, lines.c.body, readings.c.line_sha256)


@dataclass(frozen=True, slots=True)
class Edition:
    """A version of a report as it was last read, and when it was first kept (ISO 8601, UTC)."""

    number: int
    reading: Reading
    kept_at: str


def of_story(connection: Connection, key: int) -> Iterator[Edition]:
    """Every version of every report of a story, the reports in the order in which they were kept."""
    inside = select(member.c.report).where(member.c.story == key)
    return _opened(connection, _newest(readings.c.report.in_(inside)))


def of_report(connection: Connection, key: int, until: int | None = None) -> Iterator[Edition]:
    """Every version of a report, first to last; as they were read up to the reading of that key."""
    known = readings.c.report == key
    return _opened(connection, _newest(known if until is None else known & (readings.c.key <= until)))


def shown(connection: Connection, batch: int) -> Iterator[Edition]:
    """The version that each report shows, in the order in which the reports were first kept; ``batch`` in memory.

    One statement, so that what is added meanwhile is not in it.
    """
    query = (
        _EDITION.select_from(reports)
        .join(readings, (readings.c.report == reports.c.key) & readings.c.shown)
        .join(versions, versions.c.key == readings.c.version)
        .join(lines, lines.c.reading == readings.c.key)
        .order_by(readings.c.report)  # as an index has it: nothing is sorted, the first comes at once
    )
    return _each(connection, query.execution_options(yield_per=batch))


def standing(given: Iterable[Edition]) -> Edition:
    """The version by which a report stands: the last one, unless its publisher numbered it before another.

    A report that was withdrawn stands by the last text that others could copy, marked as withdrawn; the kill often has
    no more than the order not to use it. ``modified`` is then when it was withdrawn.

    Args:
        given: versions of one report, at least one, in the order of their numbers.
    """
    known = list(given)
    last = _last(known)
    if last.reading.report.status != "withdrawn":
        return last
    published = [one for one in known if one.reading.report.status != "withdrawn"]
    if not published:
        return last
    text, kill = _last(published), last.reading.report
    marked = replace(text.reading.report, status="withdrawn", modified=kill.modified or kill.published)
    return replace(text, reading=replace(text.reading, report=marked))


def _last(known: Iterable[Edition]) -> Edition:
    first, *rest = known
    for one in rest:
        if not precedes(one.reading.report, first.reading.report):
            first = one
    return first


def _newest(which: ColumnElement[bool]) -> Select[tuple[int]]:
    """The last reading of each version."""
    return select(func.max(readings.c.key).label("key")).where(which).group_by(readings.c.version)


def _opened(connection: Connection, newest: Select[tuple[int]]) -> Iterator[Edition]:
    query = (
        _EDITION.select_from(readings)
        .join(reports, reports.c.key == readings.c.report)
        .join(versions, versions.c.key == readings.c.version)
        .join(lines, lines.c.reading == readings.c.key)
        .where(readings.c.key.in_(newest))
        .order_by(reports.c.key, versions.c.number)
    )
    return _each(connection, query)


def _each(connection: Connection, query: Select[tuple[str, int, str, str, str]]) -> Iterator[Edition]:
    for row in connection.execute(query):
        yield Edition(row.number, opened(row.body, row.line_sha256, row.id), row.kept_at)
