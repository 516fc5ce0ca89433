"""The record leafed through: what pages and lists ask beside search, none of it opening a reading.

Functions on a :class:`~hearsay.record.store.Record`; each looks once, and sees one state of the record.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, literal, select, tuple_

from hearsay.model.story import Counts, Heading
from hearsay.record.paging import ended
from hearsay.record.stories import PREFIX
from hearsay.record.tables import claim, member, standing, story
from hearsay.record.tables import reading as readings
from hearsay.record.tables import report as reports
from hearsay.record.tables import statement as statements
from hearsay.record.tables import version as versions

if TYPE_CHECKING:
    from collections.abc import Collection

    from hearsay.model.story import State
    from hearsay.record.store import Record

MOST_NEWS = 1000
"""Readings that are told of at once; the mark leads to the rest."""


@dataclass(frozen=True, slots=True)
class Headings:
    """One page of stories, the one that changed last first. ``next`` leads to the page after it."""

    stories: tuple[Heading, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class News:
    """What came into the record since a mark: the reports, the stories that they belong to, the mark behind them."""

    mark: int
    reports: tuple[str, ...]
    stories: tuple[str, ...]


def headings(record: Record, *, least: int = 1, limit: int = 50, after: str | None = None) -> Headings:
    """A page of stories of at least so many reports.

    Raises:
        UsageError: if ``after`` is not where a page ended.
    """
    moment = story.c.moment
    columns = (story.c.title, story.c.reports, story.c.outlets, story.c.origins, story.c.last_change)
    query = select(reports.c.id, moment, story.c.key, *columns).join(reports, reports.c.key == story.c.key)
    query = query.where(story.c.reports >= least)
    if after is not None:
        query = query.where(tuple_(moment, story.c.key) < tuple_(*map(literal, ended(after))))
    query = query.order_by(moment.desc(), story.c.key.desc()).limit(limit + 1)
    with record._looking() as connection:
        rows = connection.execute(query).all()
    page = tuple(
        Heading(PREFIX + row.id, row.title, Counts(row.reports, row.outlets, row.origins), row.last_change)
        for row in rows[:limit]
    )
    return Headings(page, f"{rows[limit - 1][1]}/{rows[limit - 1].key}" if len(rows) > limit else None)


def story_of_claim(record: Record, claim_id: str) -> str | None:
    """The id of the story that a claim is of, ``None`` where no claim of that id is told."""
    query = select(reports.c.id).join(claim, claim.c.story == reports.c.key).where(claim.c.id == claim_id)
    with record._looking() as connection:
        found = connection.scalar(query.limit(1))
    return None if found is None else PREFIX + found


def story_of_report(record: Record, report_id: str) -> str | None:
    """The id of the story that a report stands in, ``None`` where it is not linked."""
    first = reports.alias()
    query = select(first.c.id).join(member, member.c.story == first.c.key)
    query = query.join(reports, reports.c.key == member.c.report).where(reports.c.id == report_id)
    with record._looking() as connection:
        found = connection.scalar(query)
    return None if found is None else PREFIX + found


@dataclass(frozen=True, slots=True)
class Fate:
    """The claim that a statement is of: its id, how it stands, and whether a speaker's figure changed."""

    id: str
    state: State
    revised: bool


def fates(record: Record, report_ids: Collection[str]) -> dict[tuple[str, str], Fate]:
    """What became of the statements of reports, by report and attribution, where their stories are told."""
    query = select(reports.c.id, statements.c.attribution, claim.c.id, claim.c.state, claim.c.revised)
    query = query.select_from(reports).join(readings, (readings.c.report == reports.c.key) & readings.c.shown)
    query = query.join(statements, statements.c.reading == readings.c.key)
    query = query.join(standing, standing.c.statement == statements.c.key)
    query = query.join(claim, (claim.c.story == standing.c.story) & (claim.c.number == standing.c.number))
    with record._looking() as connection:
        rows = connection.execute(query.where(reports.c.id.in_(report_ids))).all()
    return {(row[0], row[1]): Fate(*row[2:]) for row in rows}


def untold(record: Record, report_ids: Collection[str], most: int) -> tuple[str, ...]:
    """Ids of stories that reports stand in and that changed since somebody asked for them."""
    first = reports.alias()
    query = select(first.c.id).select_from(story).join(first, first.c.key == story.c.key)
    query = query.join(member, member.c.story == story.c.key).join(reports, reports.c.key == member.c.report)
    query = query.where(story.c.body.is_(None), reports.c.id.in_(report_ids)).distinct().limit(most)
    with record._looking() as connection:
        return tuple(PREFIX + name for name in connection.scalars(query))


def kept_since(record: Record, report_ids: tuple[str, ...], moment: str) -> frozenset[str]:
    """Those of the reports of which a version was kept after a moment (ISO 8601, UTC)."""
    query = select(reports.c.id).join(versions, versions.c.report == reports.c.key)
    query = query.where(reports.c.id.in_(report_ids), versions.c.kept_at > moment)
    with record._looking() as connection:
        return frozenset(connection.scalars(query))


def news(record: Record, mark: int | None) -> News:
    """What was kept since a mark, the oldest first; for ``None``, nothing but the mark of now.

    Where much was kept, the first :data:`MOST_NEWS` of it; asked again with the mark that it gives, the next.
    """
    with record._looking() as connection:
        newest = connection.scalar(select(func.max(readings.c.key))) or 0
        if mark is None or newest == mark:
            return News(newest, (), ())
        first = reports.alias()
        query = select(readings.c.key, reports.c.id, first.c.id.label("story"))
        query = query.join(reports, readings.c.report == reports.c.key)
        query = query.outerjoin(member, member.c.report == reports.c.key)
        query = query.outerjoin(first, first.c.key == member.c.story)
        query = query.where(readings.c.key > mark, readings.c.key <= newest).order_by(readings.c.key)
        rows = connection.execute(query.limit(MOST_NEWS)).all()
    found = dict.fromkeys(PREFIX + row.story for row in rows if row.story)
    mark = rows[-1].key if len(rows) == MOST_NEWS else newest
    return News(mark, tuple(dict.fromkeys(row.id for row in rows)), tuple(found))
