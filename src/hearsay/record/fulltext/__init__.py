"""The full-text indexes: one interface, and beneath it SQLite's FTS5 and PostgreSQL's GIN.

Two indexes hold forms (:mod:`hearsay.record.words`): ``report_words`` one row for each reading, under the reading's
key, and ``statement_words`` one for each attribution, under the statement's. Rows are never taken out; search passes
over readings that are not shown. Both engines find the same rows and score them by the same formula.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.record.fulltext import fts5, gin
from hearsay.record.fulltext.indexes import REPORT_WORDS, STATEMENT_WORDS
from hearsay.record.fulltext.terms import expected

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from sqlalchemy import ColumnElement, Connection, TableClause

    from hearsay.record.query import Within

__all__ = [
    "REPORT_WORDS",
    "STATEMENT_WORDS",
    "answers",
    "expected",
    "index_readings",
    "index_statements",
    "indexed",
    "score",
]


def index_readings(connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None:
    """Index readings: each one's key, the forms of its text, and of the names of its actors."""
    if rows:
        _engine(connection).put(connection, REPORT_WORDS, rows)


def index_statements(connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None:
    """Index statements: each one's key, the forms of its speaker's name and of its content."""
    if rows:
        _engine(connection).put(connection, STATEMENT_WORDS, rows)


def answers(connection: Connection, index: TableClause, asked: Sequence[Within]) -> ColumnElement[bool]:
    """The condition that a row of the index answers all that is asked."""
    found: ColumnElement[bool] = _engine(connection).answers(index, asked)
    return found


def score(connection: Connection, index: TableClause, asked: Sequence[Within]) -> ColumnElement[float]:
    """How well a row of the index answers: BM25, lower is better."""
    found: ColumnElement[float] = _engine(connection).score(connection, index, asked)
    return found


def indexed(connection: Connection, index: TableClause) -> dict[int, int]:
    """A digest of what the index holds for each of its rows, to compare in this process with :func:`expected`."""
    found: dict[int, int] = _engine(connection).indexed(connection, index)
    return found


def _engine(connection: Connection) -> ModuleType:
    return fts5 if connection.dialect.name == "sqlite" else gin
