"""Keeping one reading: where it belongs among what is kept, and the rows that it adds."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import func, insert, select, update

from hearsay.errors import UsageError
from hearsay.model import codec
from hearsay.model.report import Rejected
from hearsay.record import fulltext, rows
from hearsay.record.tables import line as lines
from hearsay.record.tables import reading as readings
from hearsay.record.tables import report as reports
from hearsay.record.tables import source as sources
from hearsay.record.tables import statement as statements
from hearsay.record.tables import version as versions

if TYPE_CHECKING:
    from sqlalchemy import Connection, CursorResult

    from hearsay.model.reading import Reading
    from hearsay.model.report import Report

_EFFORT = 4  # on news pages 5 % larger than zlib's default, in half the time

Status = Literal["new", "version", "reread", "unchanged"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What adding a reading did.

    ``new``: a report not seen before. ``version``: a state of a known report not seen before. ``reread``: another
    reading of a version already kept. ``unchanged``: nothing was written, and ``version`` is the one kept already.
    """

    status: Status
    report_id: str
    version: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading that may be kept: its line and row, and its source. :func:`candidate` makes one."""

    reading: Reading
    line: bytes
    row: rows.ReadingRow
    source: bytes


@dataclass(frozen=True, slots=True)
class Addition:
    """A candidate with everything that can be worked out before the record is locked."""

    candidate: Candidate
    beside: rows.Rows
    body: bytes


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a candidate belongs: what keeping it does, and the keys of what is there already."""

    status: Status
    number: int = 1
    report: int | None = None
    version: int | None = None


def candidate(reading: Reading, source: bytes) -> Candidate:
    """A reading and the source that it was made from.

    Raises:
        UsageError: if the source is not the one that was read, or the reading cannot be written as JSON.
    """
    report = reading.report
    if hashlib.sha256(source).hexdigest() != report.source_sha256:
        raise UsageError(f"{report.uri}: the source given is not the one that was read")
    try:
        line = codec.encode(reading)
        return Candidate(reading, line, rows.reading_row(reading, line), source)
    except ValueError as error:
        raise UsageError(f"{report.uri}: {error}") from error


def addition(candidate: Candidate) -> Addition:
    """Work out what a candidate adds.

    Raises:
        UsageError: if a span of the reading runs past its text, or one of its references leads nowhere.
    """
    try:
        return Addition(candidate, rows.derive(candidate.reading), zlib.compress(candidate.source, _EFFORT))
    except ValueError as error:
        raise UsageError(f"{candidate.row.uri}: {error}") from error


def kept(connection: Connection, candidate: Candidate) -> Outcome | None:
    """The outcome for a candidate that adds nothing, or ``None`` where it adds something."""
    place = _place(connection, candidate)
    return _outcome(place, candidate) if place.status == "unchanged" else None


def keep(connection: Connection, addition: Addition) -> Outcome:
    """Write what a candidate adds. The caller's transaction holds the write lock and makes it all or nothing."""
    candidate = addition.candidate
    place = _place(connection, candidate)
    if place.status == "unchanged":
        return _outcome(place, candidate)
    report = place.report or _insert_report(connection, candidate.reading.report.id)
    version = place.version or _insert_version(connection, report, place.number, addition)
    shown = _is_shown(connection, report, place.number, candidate)
    _insert_reading(connection, report, version, addition, shown=shown)
    return _outcome(place, candidate)


def _outcome(place: _Place, candidate: Candidate) -> Outcome:
    return Outcome(place.status, candidate.reading.report.id, place.number)


def _place(connection: Connection, candidate: Candidate) -> _Place:
    """The rule: a state of a report is known by its source or by its face, and what is known is not kept again."""
    given = candidate.reading.report
    report = connection.scalar(select(reports.c.key).where(reports.c.id == given.id))
    if report is None:
        return _Place("new")
    same = select(versions.c.number, versions.c.key).where(versions.c.report == report)
    if row := connection.execute(same.where(versions.c.source == given.source_sha256)).first():
        known = select(readings.c.key).where(
            readings.c.version == row.key, readings.c.line_sha256 == candidate.row.line_sha256
        )
        return _Place("reread" if connection.scalar(known) is None else "unchanged", row.number, report, row.key)
    alike = same.join(readings, readings.c.version == versions.c.key).where(
        readings.c.report == report, readings.c.face_sha256 == candidate.row.face_sha256
    )
    if row := connection.execute(alike.order_by(versions.c.number.desc())).first():
        return _Place("unchanged", row.number, report, row.key)
    last = connection.scalar(select(func.max(versions.c.number)).where(versions.c.report == report)) or 0
    return _Place("version", last + 1, report)


def _is_shown(connection: Connection, report: int, number: int, candidate: Candidate) -> bool:
    """Whether a reading takes the place of the one that its report shows.

    The last version does, unless its publisher numbered it before the one that is shown: copy that comes late does not
    bring back what a later version corrected or withdrew.
    """
    query = (
        select(versions.c.number, lines.c.body)
        .join(readings, readings.c.version == versions.c.key)
        .join(lines, lines.c.reading == readings.c.key)
        .where(readings.c.report == report, readings.c.shown)
    )
    held = connection.execute(query).first()
    if held is None or number <= held.number:
        return held is None or number == held.number
    now = codec.decode(held.body)
    return isinstance(now, Rejected) or not precedes(candidate.reading.report, now.report)


def precedes(report: Report, other: Report) -> bool:
    """Whether a publisher gave a report a lower number, as a version of one item, than another."""
    one, two = (each.provenance.version if each.provenance else None for each in (report, other))
    return one is not None and two is not None and one.isdecimal() and two.isdecimal() and int(one) < int(two)


def _insert_report(connection: Connection, report_id: str) -> int:
    return _key(connection.execute(insert(reports).values(id=report_id)))


def _insert_version(connection: Connection, report: int, number: int, addition: Addition) -> int:
    source = addition.candidate.source
    sha256 = addition.candidate.reading.report.source_sha256
    if connection.scalar(select(sources.c.size).where(sources.c.sha256 == sha256)) is None:
        connection.execute(insert(sources).values(sha256=sha256, size=len(source), body=addition.body))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return _key(connection.execute(insert(versions).values(report=report, number=number, source=sha256, kept_at=now)))


def _insert_reading(connection: Connection, report: int, version: int, addition: Addition, *, shown: bool) -> None:
    if shown:
        connection.execute(update(readings).where(readings.c.report == report, readings.c.shown).values(shown=False))
    row = asdict(addition.candidate.row)
    key = _key(connection.execute(insert(readings).values(version=version, report=report, shown=shown, **row)))
    beside, body = addition.beside, addition.candidate.line.decode()
    connection.execute(insert(lines).values(reading=key, body=body, proof=beside.proof))
    fulltext.index_readings(connection, [(key, beside.text_forms, beside.name_forms)])
    if beside.statements:
        _insert_statements(connection, key, beside.statements)


def _insert_statements(connection: Connection, reading: int, given: tuple[rows.StatementRow, ...]) -> None:
    """Keys are given here, so that all rows go in at once; the write lock keeps another writer from giving the same."""
    first = (connection.scalar(select(func.max(statements.c.key))) or 0) + 1
    keyed = list(enumerate(given, first))
    connection.execute(insert(statements), [{"key": key, "reading": reading, **row.stored()} for key, row in keyed])
    fulltext.index_statements(connection, [(key, row.speaker_forms, row.content_forms) for key, row in keyed])


def _key(result: CursorResult[Any]) -> int:
    inserted = result.inserted_primary_key
    assert inserted is not None
    return int(inserted[0])
