"""Facets of a search: how many of the hits have which speaker, stance, state, kind of speaker, outlet and month."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from hearsay.record import search
from hearsay.record.tables import reading as readings
from hearsay.record.tables import standing
from hearsay.record.tables import statement as statements

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Column, ColumnElement, Connection

    from hearsay.record.search import Asked

MOST_COUNTED = 2000
"""Hits that are counted: the newest, or where words were asked, those that were kept first. All of them, if fewer."""

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
    """The facets of what answers a search, whatever its page; of reports, the outlet and the month alone."""
    if asked.hopeless:
        return ()
    answers = search.answering(connection, replace(asked, after=None))
    if not asked.words.clauses:
        answers = answers.order_by(*(column.desc() for column in search.ordered(asked)))
    found = answers.limit(MOST_COUNTED).subquery()
    columns: dict[str, ColumnElement[str] | Column[str]] = {
        "outlet": readings.c.outlet,
        "month": func.substr(readings.c.day, 1, 7),
    }
    if asked.of_statements:
        columns |= {"speaker": statements.c.speaker, "stance": statements.c.stance, "state": standing.c.state}
        columns |= {"kind": statements.c.speaker_type}
    query = select(*columns.values()).select_from(found).join(readings, readings.c.key == found.c.reading)
    if asked.of_statements:
        query = query.join(statements, statements.c.key == found.c.key)
        query = query.outerjoin(standing, standing.c.statement == found.c.key)
    rows = connection.execute(query).all()
    return tuple(Facet(name, _values(row[at] for row in rows)) for at, name in enumerate(columns))


def _values(found: Iterable[str | None]) -> tuple[Value, ...]:
    counts = Counter(name for name in found if name is not None)
    return tuple(Value(*one) for one in sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:MOST])
