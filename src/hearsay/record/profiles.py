"""Speakers looked at one by one: what each said, and what others said about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal, select, tuple_

from hearsay.model.reading import Stance  # noqa: TC001 - the schema of the interface is made from it
from hearsay.record import fulltext
from hearsay.record.paging import ended
from hearsay.record.query import Clause, Phrase, Query, Within
from hearsay.record.tables import newest
from hearsay.record.tables import reading as readings
from hearsay.record.tables import report as reports
from hearsay.record.tables import statement as statements
from hearsay.record.tables import version as versions
from hearsay.record.words import words

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select

    from hearsay.record.store import Record

MOST_ABOUT = 50
"""Statements about a speaker that are listed."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement by its place: the report, its version, and the attribution in it."""

    report: str
    version: int
    attribution: str
    speaker: str | None
    stance: Stance
    outlet: str | None
    headline: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something is the case."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Profile:
    """One speaker: the statements, newest first, and those of others that name them.

    ``stances`` counts what the speaker does to the contents, ``months`` the statements by month of publication.
    ``next`` leads to the statements after these.
    """

    name: str
    type: str
    statements: int
    reports: int
    stances: tuple[Tally, ...]
    months: tuple[Tally, ...]
    said: tuple[Saying, ...]
    about: tuple[Saying, ...]
    next: str | None = None


def profile(record: Record, name: str, *, limit: int = 50, after: str | None = None) -> Profile | None:
    """A speaker by the canonical name, ``None`` where nothing is said under it.

    Raises:
        UsageError: if ``after`` is not where a page ended.
    """
    with record._looking() as connection:
        mine = (readings.c.shown, statements.c.speaker == name)
        head = connection.execute(_shown(func.min(statements.c.speaker_type), func.count(), _reports()).where(*mine))
        kind, said, where = head.one()
        if not said:
            return None
        stances = _tally(connection, statements.c.stance, mine)
        months = _tally(connection, func.substr(readings.c.day, 1, 7), mine)
        page, following = _sayings(connection, mine, limit, after)
        about = _about(connection, name)
    by_month = tuple(sorted((one for one in months if one.name), key=lambda one: one.name))
    return Profile(name, kind, said, where, stances, by_month, page, about, following)


def _shown(*columns: ColumnElement[Any]) -> Select[Any]:
    return select(*columns).select_from(statements).join(readings, readings.c.key == statements.c.reading)


def _reports() -> ColumnElement[int]:
    return func.count(readings.c.report.distinct())


def _tally(
    connection: Connection, what: ColumnElement[str], where: tuple[ColumnElement[bool], ...]
) -> tuple[Tally, ...]:
    query = _shown(what, func.count()).where(*where).group_by(what).order_by(func.count().desc(), what)
    return tuple(Tally(name or "", number) for name, number in connection.execute(query))


def _listed() -> Select[Any]:
    columns = (reports.c.id, versions.c.number, statements.c.attribution, statements.c.speaker, statements.c.stance)
    query = _shown(*columns, readings.c.outlet, readings.c.headline, readings.c.published)
    query = query.join(reports, reports.c.key == readings.c.report)
    return query.join(versions, versions.c.key == readings.c.version)


def _sayings(
    connection: Connection, where: tuple[ColumnElement[bool], ...], limit: int, after: str | None
) -> tuple[tuple[Saying, ...], str | None]:
    day = func.coalesce(readings.c.day, "")
    query = _listed().add_columns(day, statements.c.key).where(*where)
    if after is not None:
        query = query.where(tuple_(day, statements.c.key) < tuple_(*map(literal, ended(after))))
    rows = connection.execute(query.order_by(day.desc(), statements.c.key.desc()).limit(limit + 1)).all()
    page = tuple(Saying(*row[:8]) for row in rows[:limit])
    return page, f"{rows[limit - 1][8]}/{rows[limit - 1][9]}" if len(rows) > limit else None


def _about(connection: Connection, name: str) -> tuple[Saying, ...]:
    """Statements of others whose content holds the name."""
    forms = tuple(words(name).forms)
    if not forms:
        return ()
    index = fulltext.STATEMENT_WORDS
    asked = Within(Query((Clause((Phrase(forms),)),)), "content")
    query = _listed().join(index, index.c.rowid == statements.c.key)
    query = query.where(fulltext.answers(connection, index, [asked]), readings.c.shown)
    query = query.where(statements.c.speaker.is_(None) | (statements.c.speaker != name))
    rows = connection.execute(query.order_by(newest.desc(), statements.c.key.desc()).limit(MOST_ABOUT))
    return tuple(Saying(*row) for row in rows)
