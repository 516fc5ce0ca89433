"""Facets of a search: how many of the hits have which speaker, stance, state, kind of speaker, outlet and month."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from hearsay.record import search
from hearsay.record.tables import reading as readings
from hearsay.record.tables import standing
from hearsay.record.tables import statement as statements

if TYPE_CHECKING:
    from sqlalchemy import Column, ColumnElement, Connection

    from hearsay.record.search import Asked

MOST = 12
"""Values of a facet that are counted out."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet, and the number of hits that have it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One side of what was found: its name and values.

    The names are ``outlet`` and ``month``, and of statements ``speaker``, ``stance``, ``state`` (of the claim that a
    statement is of) and ``kind``.
    """

    name: str
    values: tuple[Value, ...]


def facets(connection: Connection, asked: Asked) -> tuple[Facet, ...]:
    """The facets of all that answers a search, whatever its page; of reports, the outlet and the month alone."""
    if asked.hopeless:
        return ()
    found = search.answering(replace(asked, after=None)).subquery()
    counts: dict[str, ColumnElement[str] | Column[str]] = {
        "outlet": readings.c.outlet,
        "month": func.substr(readings.c.day, 1, 7),
    }
    if asked.of_statements:
        counts |= {"speaker": statements.c.speaker, "stance": statements.c.stance, "state": standing.c.state}
        counts |= {"kind": statements.c.speaker_type}
    made = []
    for name, column in counts.items():
        query = select(column, func.count()).select_from(found).join(readings, readings.c.key == found.c.reading)
        if asked.of_statements:
            query = query.join(statements, statements.c.key == found.c.key)
        if name == "state":
            query = query.join(standing, standing.c.statement == found.c.key)
        query = query.where(column.is_not(None)).group_by(column).order_by(func.count().desc(), column).limit(MOST)
        values = tuple(Value(value, count) for value, count in connection.execute(query))
        made.append(Facet(name, values))
    return tuple(made)
