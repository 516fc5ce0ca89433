"""SQLite's full-text index, FTS5, which holds the forms and their places and no text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Float, func, literal_column
from sqlalchemy import text as sql

from hearsay.record.fulltext.indexes import COLUMNS
from hearsay.record.fulltext.terms import MASK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, TableClause

    from hearsay.record.query import Within


def put(connection: Connection, index: TableClause, rows: Sequence[tuple[int, str, str]]) -> None:
    """Index rows: each one's key, and the forms of its two columns."""
    names = ", ".join(COLUMNS[index.name])
    connection.exec_driver_sql(f"INSERT INTO {index.name} (rowid, {names}) VALUES (?, ?, ?)", list(rows))  # noqa: S608


def answers(index: TableClause, asked: Sequence[Within]) -> ColumnElement[bool]:
    """The condition that a row of the index answers all that is asked."""
    expression = " AND ".join(one.expression() for one in asked)
    return sql(f"{index.name} MATCH :expression").bindparams(expression=expression)  # type: ignore[return-value]


def score(_connection: Connection, index: TableClause, _asked: Sequence[Within]) -> ColumnElement[float]:
    """How well a row that answers does so: BM25, lower is better."""
    return func.bm25(literal_column(index.name), type_=Float)


def indexed(connection: Connection, index: TableClause) -> dict[int, int]:
    """The digest of each row."""
    name = index.name
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{name}_held USING fts5vocab('main', '{name}', 'instance')"
    )
    sized = connection.exec_driver_sql(f"SELECT id FROM {name}_docsize")  # noqa: S608 - our own names
    held = {row: 0 for (row,) in sized}
    terms = f'SELECT doc, term, col, "offset" FROM temp.{name}_held'  # noqa: S608
    for row, term, column, offset in connection.exec_driver_sql(terms):
        # A row whose size FTS5 has lost cannot be ranked: it starts from a digest that no row should have.
        held[row] = (held.get(row, 1) + hash((term, column, offset))) & MASK
    return held
