"""The record: readings kept on disk with their sources, and found again."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from sqlalchemy import func, select

from hearsay.errors import RecordError, UsageError
from hearsay.record import check, copying, editions, facets, fetches, keeping, search, speakers
from hearsay.record.lines import opened, unpacked
from hearsay.record.opening import called, naming, open_engine, writing
from hearsay.record.query import parse
from hearsay.record.rows import folded
from hearsay.record.tables import line as lines
from hearsay.record.tables import reading as readings
from hearsay.record.tables import report as reports
from hearsay.record.tables import source as sources
from hearsay.record.tables import version as versions
from hearsay.record.versions import history

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path
    from types import TracebackType

    from sqlalchemy import Connection, Select

    from hearsay.model.fetched import Fetched
    from hearsay.model.reading import ActorType, Reading, Stance
    from hearsay.model.story import State
    from hearsay.record.copying import Copied
    from hearsay.record.damage import Damage
    from hearsay.record.editions import Edition
    from hearsay.record.keeping import Addition, Outcome
    from hearsay.record.results import Results
    from hearsay.record.speakers import Speaker
    from hearsay.record.versions import Version

BATCH = 50
"""Readings that :meth:`Record.add_many` writes in one transaction, and that iteration fetches at once."""

BATCH_BYTES = 20_000_000
"""Bytes of sources after which :meth:`Record.add_many` writes earlier."""

MOST_HITS = 10_000
"""Hits of the largest page."""


def open_record(where: str | Path, *, create: bool = True) -> Record:
    """Open the record kept in a file, or make it, with its folder, where there is none and ``create`` is true.

    ``:memory:`` is a record that is gone when it is closed. A record of an earlier Hearsay is brought up to date.

    Raises:
        RecordError: if it cannot be opened, is not a record, or was made by a newer Hearsay.
    """
    return Record(where, create=create)


class Record:
    """A record of readings; :func:`open_record` opens one. A context manager.

    One file may be used by several processes at once: writers wait for each other, readers never wait. One record
    object may be used from several threads, but for ``:memory:``.

    Every method raises :class:`~hearsay.errors.RecordError` where the file is damaged or gone.
    """

    def __init__(self, where: str | Path, *, create: bool = True) -> None:
        self.where = called(where)
        self._engine = open_engine(where, create=create)

    def add(self, reading: Reading, source: bytes) -> Outcome:
        """Keep a reading and the source that it was made from, in one transaction.

        What is already kept changes nothing: the same reading of the same source, or a source that differs while
        the report on it does not (:func:`hearsay.record.rows.face`).

        Raises:
            UsageError: if ``source`` is not what was read, or a span of the reading runs past its text.
        """
        return next(self.add_many([(reading, source)]))

    def add_many(self, pairs: Iterable[tuple[Reading, bytes]]) -> Iterator[Outcome]:
        """Keep many readings, :data:`BATCH` to a transaction, and yield each outcome once it is on disk.

        An error in one reading is raised after those before it were kept.
        """
        waiting: list[Outcome | Addition] = []
        size = 0
        try:
            for reading, source in pairs:
                waiting.append(self._prepared(reading, source))
                size += len(source)
                if len(waiting) == BATCH or size > BATCH_BYTES:
                    batch, waiting, size = waiting, [], 0
                    yield from self._write(batch)
        except BaseException:
            self._write(waiting)
            raise
        yield from self._write(waiting)

    def report(self, report_id: str, version: int | None = None) -> Reading:
        """The newest reading of a report: of the version that it shows, or of the one given.

        Raises:
            UsageError: if there is no such report or version.
            RecordError: if what is stored is not what was kept.
        """
        query = _of(select(lines.c.body, readings.c.line_sha256).select_from(readings), report_id, version)
        with self._looking() as connection:
            row = connection.execute(query.join(lines, lines.c.reading == readings.c.key)).first()
        if row is None:
            raise _unknown(report_id, version)
        return opened(row.body, row.line_sha256, report_id)

    def held(self, report_id: str, source_sha256: str) -> tuple[Reading, int] | None:
        """The newest reading of the version of a report that was read from these bytes, and its number; or ``None``."""
        query = (
            select(lines.c.body, readings.c.line_sha256, versions.c.number)
            .select_from(readings)
            .join(lines, lines.c.reading == readings.c.key)
            .join(versions, versions.c.key == readings.c.version)
            .join(reports, reports.c.key == versions.c.report)
            .where(reports.c.id == report_id, versions.c.source == source_sha256)
            .order_by(readings.c.key.desc())
            .limit(1)
        )
        with self._looking() as connection:
            row = connection.execute(query).first()
        return None if row is None else (opened(row.body, row.line_sha256, report_id), row.number)

    def source(self, report_id: str, version: int | None = None) -> bytes:
        """The bytes that a version of a report was read from.

        Raises:
            UsageError: if there is no such report or version.
            RecordError: if what is stored is not what was kept.
        """
        query = _of(select(sources.c.body, sources.c.sha256).select_from(readings), report_id, version)
        with self._looking() as connection:
            row = connection.execute(query.join(sources, sources.c.sha256 == versions.c.source)).first()
        if row is None:
            raise _unknown(report_id, version)
        return unpacked(row.body, row.sha256)

    def versions(self, report_id: str) -> tuple[Version, ...]:
        """The versions of a report, first to last, each as it was last read.

        Raises:
            UsageError: if there is no such report.
        """
        with self._looking() as connection:
            found = history(connection, report_id)
        if not found:
            raise _unknown(report_id, None)
        return found

    def speakers(self, name: str = "") -> tuple[Speaker, ...]:
        """The speakers whose name or role answers a query, most statements first; all of them for none."""
        asked = parse(name)
        with self._looking() as connection:
            return speakers.named(connection, asked)

    def search(
        self,
        query: str = "",
        *,
        speaker: str | None = None,
        stance: Stance | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        outlet: str | None = None,
        kind: ActorType | None = None,
        state: State | None = None,
        limit: int = 20,
        after: str | None = None,
        counted: bool = False,
    ) -> Results:
        """Find words in the newest readings; :mod:`hearsay.record.query` tells the query language.

        With ``speaker``, ``stance``, ``kind`` or ``state``, each hit is a statement: the words must stand in it.
        Otherwise each hit is a report: its text and the canonical names of its actors are searched. Without words,
        what passes the filters is listed, newest first.

        Args:
            query: words, ``"phrases"``, ``begin*``, ``OR``, ``NOT``.
            speaker: words of the speaker's name or role, as a query.
            stance: what the speaker does to the content.
            since: the first day of publication (ISO 8601), as the report states it in its own zone.
            until: the last day of publication.
            outlet: the whole name of an outlet, in any case and without regard to diacritics.
            kind: what the speaker is: a person, a government, unnamed …
            state: how the claim stands that the statement is of; only stories that are told already have states.
            limit: hits of a page.
            after: where the page before ended (:attr:`Results.next`).
            counted: also count the facets of all that was found.

        Raises:
            UsageError: if a day or ``after`` is malformed, ``limit`` is out of range, or the query has more than
                :data:`hearsay.record.query.MOST_WORDS` words.
        """
        if not 1 <= limit <= MOST_HITS:
            raise UsageError(f"limit is {limit}: a page holds 1 to {MOST_HITS} hits")
        asked = search.Asked(
            parse(query),
            parse(speaker or ""),
            stance,
            search.day(since),
            search.day(until),
            None if outlet is None else folded(outlet),
            limit,
            after,
            kind,
            state,
        )
        with self._looking() as connection:
            return replace(search.find(connection, asked), facets=facets.facets(connection, asked) if counted else ())

    def fetched(self, address: str) -> Fetched | None:
        """What was last fetched from an address, if its bytes are kept."""
        with self._looking() as connection:
            return fetches.fetched(connection, address)

    def shelve(self, got: Fetched, *, whole: bool) -> None:
        """Keep how an address answered, so that it can be asked whether it has changed; ``whole`` with the bytes."""
        with self._writing() as connection:
            fetches.shelve(connection, got, whole=whole)

    def check(self) -> Iterator[Damage]:
        """Prove every span, hash, reference and index entry; yield what fails, with where it is and why.

        Never raises for damage: a file too damaged to be read is itself a finding.
        """
        return check.examine(self._engine)

    def editions(self) -> Iterator[Edition]:
        """The version that each report shows, in the order in which the reports were first kept.

        Of the record as it is when this begins, a few at a time.
        """
        with self._looking() as connection:
            yield from editions.shown(connection, BATCH)

    def copy(self, target: Record, step: Callable[[], None] = lambda: None) -> tuple[Copied, ...]:
        """Copy all that this record holds into one that is empty, whole or not at all.

        Args:
            target: the record that is filled; it may be kept by another engine.
            step: called after every few rows.

        Raises:
            UsageError: if the target holds anything.
            RecordError: if a stored reading is damaged.
        """
        both = naming(f"{self.where} → {target.where}")
        with both, self._engine.connect() as old, writing(target._engine) as new, new.begin():
            return copying.copy(old, new, step)

    def close(self) -> None:
        """Close the record."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __iter__(self) -> Iterator[Reading]:
        """The newest reading of every report, in the order in which the reports were first kept.

        Fetched a few at a time, so that the record may grow meanwhile; what is added then comes last.
        """
        query = (
            select(reports.c.key, reports.c.id, lines.c.body, readings.c.line_sha256)
            .select_from(reports)
            .join(readings, (readings.c.report == reports.c.key) & readings.c.shown)
            .join(lines, lines.c.reading == readings.c.key)
            .order_by(reports.c.key)
            .limit(BATCH)
        )
        last = 0
        while True:
            with self._looking() as connection:
                page = connection.execute(query.where(reports.c.key > last)).all()
            if not page:
                return
            for _, name, body, sha256 in page:
                yield opened(body, sha256, name)
            last = page[-1].key

    def __len__(self) -> int:
        with self._looking() as connection:
            return connection.scalar(select(func.count()).select_from(reports)) or 0

    def __bool__(self) -> bool:
        """A record is true, empty or not."""
        return True

    def __repr__(self) -> str:
        try:
            size = len(self)
        except RecordError as error:
            return f"<Record {error}>"
        return f"<Record {self.where}: {size} {'report' if size == 1 else 'reports'}>"

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that may write; it waits for other writers first, and is kept as a whole or not at all."""
        with naming(self.where), writing(self._engine) as connection, connection.begin():
            yield connection

    def _prepared(self, reading: Reading, source: bytes) -> Outcome | Addition:
        """The outcome, where nothing is to be kept; else all that is to be, worked out before the file is locked."""
        candidate = keeping.candidate(reading, source)
        with self._looking() as connection:
            known = keeping.kept(connection, candidate)
        return known or keeping.addition(candidate)

    def _write(self, batch: list[Outcome | Addition]) -> list[Outcome]:
        if all(isinstance(one, keeping.Outcome) for one in batch):
            return [one for one in batch if isinstance(one, keeping.Outcome)]
        with self._writing() as connection:
            return [one if isinstance(one, keeping.Outcome) else keeping.keep(connection, one) for one in batch]

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        """A connection that only looks; it waits for no writer, and sees one state of the record."""
        with naming(self.where), self._engine.connect() as connection:
            yield connection


def _of(query: Select[tuple[str, str]], report_id: str, version: int | None) -> Select[tuple[str, str]]:
    """The query, about the newest reading of a version of one report, or the one that it shows."""
    query = query.join(versions, versions.c.key == readings.c.version).join(reports, reports.c.key == readings.c.report)
    query = query.where(reports.c.id == report_id)
    if version is not None:
        query = query.where(versions.c.number == version)
    return query.order_by(readings.c.shown.desc(), versions.c.number.desc(), readings.c.key.desc()).limit(1)


def _unknown(report_id: str, version: int | None) -> UsageError:
    return UsageError(f"the record has no report {report_id}" + ("" if version is None else f" version {version}"))
