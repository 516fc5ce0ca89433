"""Who speaks in the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from hearsay.model.reading import ActorType  # noqa: TC001 - the schema of the interface is made from it
from hearsay.record import fulltext
from hearsay.record.query import Within
from hearsay.record.tables import reading as readings
from hearsay.record.tables import statement as statements

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from hearsay.record.query import Query


@dataclass(frozen=True, slots=True)
class Speaker:
    """A canonical name that statements are made under, and in how many statements of how many reports."""

    name: str
    type: ActorType
    statements: int
    reports: int


def named(connection: Connection, name: Query) -> tuple[Speaker, ...]:
    """The speakers whose name or role holds the words, most statements first; all of them where none are given.

    Only the newest reading of each report counts.
    """
    index = fulltext.STATEMENT_WORDS
    said = func.count(statements.c.key)
    query = (
        select(statements.c.speaker, statements.c.speaker_type, said, func.count(readings.c.report.distinct()))
        .join(readings, readings.c.key == statements.c.reading)
        .where(readings.c.shown, statements.c.speaker.is_not(None))
        .group_by(statements.c.speaker, statements.c.speaker_type)
        .order_by(said.desc(), statements.c.speaker, statements.c.speaker_type)
    )
    if name.clauses:
        query = query.join(index, index.c.rowid == statements.c.key)
        query = query.where(fulltext.answers(connection, index, [Within(name, "speaker")]))
    elif not name.blank:
        return ()
    return tuple(Speaker(*row) for row in connection.execute(query))
