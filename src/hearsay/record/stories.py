"""The stories of a record as they are asked for: listed, opened by any of their ids, and their claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from hearsay.record.links import Summary
from hearsay.record.tables import claim, member, story
from hearsay.record.tables import report as reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from hearsay.model.story import Claim, State

PREFIX = "s"
"""What a story's id has before the id of the report that was kept first."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A story as it is listed, with the id of its first report."""

    first: str
    summary: Summary


@dataclass(frozen=True, slots=True)
class Claiming:
    """Which claims are asked for: of one story, of one state, revised ones, those of at least so many sources."""

    story: int | None = None
    state: State | None = None
    revised: bool = False
    sources: int = 0

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
        .order_by(story.c.moment.is_(None), story.c.moment.desc(), story.c.key)
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


def claiming(connection: Connection, asked: Claiming) -> tuple[tuple[int, int], ...]:
    """The claims that pass, as story and number: those of the story that changed last first."""
    query = select(claim.c.story, claim.c.number).join(story, story.c.key == claim.c.story)
    query = query.where(claim.c.sources >= asked.sources)
    if asked.revised:
        query = query.where(claim.c.revised)
    if asked.story is not None:
        query = query.where(claim.c.story == asked.story)
    if asked.state is not None:
        query = query.where(claim.c.state == asked.state)
    order = (story.c.moment.is_(None), story.c.moment.desc(), claim.c.story, claim.c.number)
    return tuple((row.story, row.number) for row in connection.execute(query.order_by(*order)))
