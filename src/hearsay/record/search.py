"""Search: the words of a query found in the record, each hit with its exact place in the report's text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal, select, tuple_

from hearsay.errors import RecordError, UsageError
from hearsay.record import fulltext, passages
from hearsay.record.lines import opened
from hearsay.record.paging import ended
from hearsay.record.query import Within
from hearsay.record.results import Hit, Results
from hearsay.record.tables import line as lines
from hearsay.record.tables import newest, standing
from hearsay.record.tables import reading as readings
from hearsay.record.tables import report as reports
from hearsay.record.tables import statement as statements
from hearsay.record.tables import version as versions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Select, TableClause

    from hearsay.model.reading import ActorType, Reading, Stance
    from hearsay.model.story import State
    from hearsay.record.passages import Passage
    from hearsay.record.query import Query

_MANY = 10_000  # statements of a state, from which on it is common


@dataclass(frozen=True, slots=True)
class Asked:
    """One search, parsed. Days are ISO 8601; ``outlet`` is folded (:func:`hearsay.record.rows.folded`)."""

    words: Query
    speaker: Query
    stance: Stance | None
    since: str | None
    until: str | None
    outlet: str | None
    limit: int
    after: str | None
    kind: ActorType | None = None
    state: State | None = None

    @property
    def of_statements(self) -> bool:
        """Whether the search is about what someone said, rather than about whole reports."""
        return any(one is not None for one in (self.stance, self.kind, self.state)) or not self.speaker.blank

    @property
    def within(self) -> tuple[Within, ...]:
        """What is asked of the columns of the index."""
        if not self.of_statements:
            return (Within(self.words),) if self.words.clauses else ()
        asked = (Within(self.speaker, "speaker"), Within(self.words, "content"))
        return tuple(one for one in asked if one.query.clauses)

    @property
    def hopeless(self) -> bool:
        """Whether words were asked that no text can hold, such as a lone punctuation mark."""
        return any(not query.blank and not query.clauses for query in (self.words, self.speaker))


@dataclass(frozen=True, slots=True)
class _Found:
    """A row that answers: its key, what it is ordered by, and the reading that it belongs to."""

    key: int
    rank: float | str
    reading: int


def day(given: str | date | None) -> str | None:
    """A day in ISO 8601.

    Raises:
        UsageError: if the string is not one.
    """
    if given is None:
        return None
    try:
        return (date.fromisoformat(given) if isinstance(given, str) else given).isoformat()[:10]
    except ValueError as error:
        raise UsageError(f"{given!r} is not a day such as 2024-10-25") from error


def find(connection: Connection, asked: Asked) -> Results:
    """One page of what answers a search."""
    if asked.hopeless:
        return Results(())
    found = _page(connection, asked)
    page, more = found[: asked.limit], len(found) > asked.limit
    known = _readings(connection, [one.reading for one in page])
    hits = tuple(_hit(connection, asked, one, *known[one.reading]) for one in page)
    return Results(hits, f"{page[-1].rank}/{page[-1].key}" if more else None)


def _page(connection: Connection, asked: Asked) -> list[_Found]:
    """The keys of a page and one more, best first: by BM25 where words were asked, else by day, newest first."""
    query: Select[Any] = answering(connection, asked)
    ranked = bool(asked.words.clauses)
    columns: tuple[ColumnElement[Any], ColumnElement[Any]] = ordered(asked)
    if ranked:
        table = query.subquery()
        columns, query = (table.c.rank, table.c.key), select(table)
    if asked.after is not None:
        here, after = tuple_(*columns), tuple_(*map(literal, _place(asked.after, ranked=ranked)))
        query = query.where(here > after if ranked else here < after)
    query = query.order_by(*(column if ranked else column.desc() for column in columns)).limit(asked.limit + 1)
    return [_Found(*row) for row in connection.execute(query)]


def ordered(asked: Asked) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """What the answers without words are listed by, from the last to the first: an index has them so."""
    return newest, statements.c.key if asked.of_statements else readings.c.key


def answering(connection: Connection, asked: Asked) -> Select[tuple[int, float | str, int]]:
    """All that answers a search: its key (of a statement or a reading), its rank, and its reading's key."""
    found = (_statements if asked.of_statements else _reports)(connection, asked)
    return found.where(readings.c.shown, *_filters(asked))


def _reports(connection: Connection, asked: Asked) -> Select[tuple[int, float | str, int]]:
    index = fulltext.REPORT_WORDS
    query = select(readings.c.key, _rank(connection, asked, index).label("rank"), readings.c.key.label("reading"))
    if not asked.words.clauses:
        return query
    query = query.join(index, index.c.rowid == readings.c.key)
    return query.where(fulltext.answers(connection, index, asked.within))


def _state(connection: Connection, asked: Asked) -> ColumnElement[str]:
    """The column that a state is compared with.

    A state that many statements have is met soon on a walk through the newest; sorting them all takes longer. The
    expression keeps the database from beginning with the index of states.
    """
    some = select(literal(1)).where(standing.c.state == asked.state).limit(_MANY).subquery()
    many = asked.state is not None and connection.scalar(select(func.count()).select_from(some)) == _MANY
    return func.coalesce(standing.c.state, "") if many else standing.c.state


def _statements(connection: Connection, asked: Asked) -> Select[tuple[int, float | str, int]]:
    index = fulltext.STATEMENT_WORDS
    query = select(statements.c.key, _rank(connection, asked, index).label("rank"), statements.c.reading)
    query = query.join(readings, readings.c.key == statements.c.reading)
    if asked.stance is not None:
        query = query.where(statements.c.stance == asked.stance)
    if asked.kind is not None:
        query = query.where(statements.c.speaker_type == asked.kind)
    if asked.state is not None:
        query = query.join(standing, standing.c.statement == statements.c.key)
        query = query.where(_state(connection, asked) == asked.state)
    if asked.within:
        query = query.join(index, index.c.rowid == statements.c.key)
        query = query.where(fulltext.answers(connection, index, asked.within))
    return query


def _rank(connection: Connection, asked: Asked, index: TableClause) -> ColumnElement[float] | ColumnElement[str]:
    return fulltext.score(connection, index, asked.within) if asked.words.clauses else newest


def _filters(asked: Asked) -> Iterator[ColumnElement[bool]]:
    if asked.since is not None:
        yield readings.c.day >= asked.since
    if asked.until is not None:
        yield readings.c.day <= asked.until
    if asked.outlet is not None:
        yield readings.c.outlet_folded == asked.outlet


def _place(after: str, *, ranked: bool) -> tuple[float | str, int]:
    rank, key = ended(after)
    try:
        return float(rank) if ranked else rank, key
    except ValueError as error:
        raise UsageError(f"{after!r} is not where a page of these results ended") from error


def _readings(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[Reading, int]]:
    """The readings of a page, each with the number of its version."""
    query = (
        select(readings.c.key, versions.c.number, lines.c.body, readings.c.line_sha256, reports.c.id)
        .join(lines, lines.c.reading == readings.c.key)
        .join(versions, versions.c.key == readings.c.version)
        .join(reports, reports.c.key == readings.c.report)
        .where(readings.c.key.in_(set(keys)))
    )
    return {key: (opened(body, sha256, name), number) for key, number, body, sha256, name in connection.execute(query)}


def _hit(connection: Connection, asked: Asked, found: _Found, reading: Reading, version: int) -> Hit:
    passage = _passage(connection, asked, found, reading)
    report, said = reading.report, passage.attribution
    speaker = None if said is None else reading.actor(said.speaker)
    return Hit(
        report.id,
        version,
        report.uri,
        report.headline,
        report.outlet,
        report.published,
        report.status,
        passage.span,
        passage.span.of(report.text),
        passage.highlights,
        None if said is None else said.id,
        None if speaker is None else speaker.name,
        None if said is None else said.stance,
        -found.rank if isinstance(found.rank, float) else 0.0,
    )


def _passage(connection: Connection, asked: Asked, found: _Found, reading: Reading) -> Passage:
    if not asked.of_statements:
        return passages.in_report(reading, asked.words)
    name = connection.scalar(select(statements.c.attribution).where(statements.c.key == found.key))
    said = next((attribution for attribution in reading.attributions if attribution.id == name), None)
    if said is None:
        raise RecordError(f"{reading.report.id}: the reading has no attribution {name}; 'hearsay check' tells more")
    return passages.in_statement(reading, said, asked.words)
