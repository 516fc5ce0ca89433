"""The stories of a record as they are asked for: listed, opened by any of their ids, and their claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from hearsay.record.lines import opened
from hearsay.record.links import Summary
from hearsay.record.tables import claim, member, story
from hearsay.record.tables import line as lines
from hearsay.record.tables import reading as readings
from hearsay.record.tables import report as reports
from hearsay.record.tables import version as versions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from hearsay.model.reading import Reading
    from hearsay.model.story import Claim, State

PREFIX = "s"
"""What a story's id has before the id of the report that was kept first."""

AT_ONCE = 50
"""Stories that :func:`claiming` looks up at once."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A version of a report as it was last read, and when it was first kept (ISO 8601, UTC)."""

    number: int
    reading: Reading
    kept_at: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A story as it is listed, with the id of its first report."""

    first: str
    summary: Summary


class Carrying(NamedTuple):
    """A story that claims are looked for in: when it last changed (empty where no report states a day), and its key."""

    moment: str
    key: int


@dataclass(frozen=True, slots=True)
class Claiming:
    """Which claims are asked for: of one story, of one state, revised ones, those of at least so many sources.

    ``untold``: also those of stories that changed since somebody asked for them, which are told on the way.
    """

    story: int | None = None
    state: State | None = None
    revised: bool = False
    sources: int = 0
    untold: bool = True

    def fits(self, one: Claim) -> bool:
        """Whether a claim passes, its story aside."""
        known = len(one.independent_sources) >= self.sources and one.revised >= self.revised
        return known and self.state in {None, one.state}


def listed(connection: Connection, *, least: int, limit: int | None) -> tuple[Listing, ...]:
    """Stories of at least so many reports, the one that changed last first."""
    query = (
        select(reports.c.id, *(story.c[name] for name in Summary.__slots__))
        .join(reports, reports.c.key == story.c.key)
        .where(story.c.reports >= least)
        .order_by(story.c.moment.desc(), story.c.key)
    )
    return tuple(Listing(first, Summary(*rest)) for first, *rest in connection.execute(query.limit(limit)))


def find(connection: Connection, name: str) -> int | None:
    """The key of the story that a name leads to: the id that it has or had, or the id of one of its reports.

    A story's id names its first report. Where stories were joined, that report is in the story that took the others
    in, so that an id which was ever given leads on.
    """
    known = select(member.c.story).join(reports, reports.c.key == member.c.report)
    for given in (name.removeprefix(PREFIX) if name.startswith(PREFIX) else name, name):
        key = connection.scalar(known.where(reports.c.id == given))
        if key is not None:
            return int(key)
    return None


def body(connection: Connection, key: int) -> str | None:
    """What was worked out of a story, or ``None`` where it changed since."""
    return connection.scalar(select(story.c.body).where(story.c.key == key))


def claiming(connection: Connection, asked: Claiming, after: tuple[str, int] | None = None) -> tuple[Carrying, ...]:
    """The next stories that have a claim which passes, or may have: the one that changed last first.

    May have: what is told of a story that changed since is not known before it is told.

    Args:
        connection: to the record.
        asked: what passes.
        after: the moment and the key of the story that these come after.
    """
    if asked.story is not None:
        return (Carrying("", asked.story),) if after is None else ()
    passes = select(claim.c.number).where(claim.c.story == story.c.key, claim.c.sources >= asked.sources)
    if asked.revised:
        passes = passes.where(claim.c.revised)
    if asked.state is not None:
        passes = passes.where(claim.c.state == asked.state)
    query = select(story.c.moment, story.c.key)
    query = query.where(story.c.body.is_(None) | passes.exists() if asked.untold else passes.exists())
    if after is not None:
        moment, key = after
        query = query.where((story.c.moment < moment) | ((story.c.moment == moment) & (story.c.key > key)))
    query = query.order_by(story.c.moment.desc(), story.c.key).limit(AT_ONCE)
    return tuple(Carrying(*row) for row in connection.execute(query))


def editions(connection: Connection, key: int) -> Iterator[Edition]:
    """Every version of every report of a story, the reports in the order in which they were kept."""
    newest = (
        select(func.max(readings.c.key).label("key"))
        .join(member, member.c.report == readings.c.report)
        .where(member.c.story == key)
        .group_by(readings.c.version)
        .subquery()
    )
    query = (
        select(reports.c.id, versions.c.number, versions.c.kept_at, lines.c.body, readings.c.line_sha256)
        .select_from(newest)
        .join(readings, readings.c.key == newest.c.key)
        .join(reports, reports.c.key == readings.c.report)
        .join(versions, versions.c.key == readings.c.version)
        .join(lines, lines.c.reading == readings.c.key)
        .order_by(reports.c.key, versions.c.number)
    )
    for row in connection.execute(query):
        yield Edition(row.number, opened(row.body, row.line_sha256, row.id), row.kept_at)
