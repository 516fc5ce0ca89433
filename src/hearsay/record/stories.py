"""The stories of a record as they are asked for: listed, opened by any of their ids, and their claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from hearsay.record.links import Summary
from hearsay.record.tables import claim, member, story
from hearsay.record.tables import report as reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from hearsay.model.story import Claim, State

PREFIX = "s"
"""What a story's id has before the id of the report that was kept first."""

AT_ONCE = 50
"""Stories that :func:`claiming` looks up at once."""


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


def after(connection: Connection, key: int, limit: int) -> tuple[tuple[int, str | None], ...]:
    """The next stories after one, by their keys: the key, and what is told of it, ``None`` where it changed since."""
    query = select(story.c.key, story.c.body).where(story.c.key > key).order_by(story.c.key).limit(limit)
    return tuple((row.key, row.body) for row in connection.execute(query))


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
