"""The full-text index: the one module that is written for SQLite's FTS5 alone.

Two indexes hold forms (:mod:`hearsay.record.words`) and no text: ``report_words`` one row for each reading, under the
reading's key, and ``statement_words`` one for each attribution, under the statement's. Rows are never taken out;
search passes over readings that are not shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Float, column, func, literal_column, table
from sqlalchemy import text as sql

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, TableClause

    from hearsay.record.query import Query

REPORT_WORDS = table("report_words", column("rowid"))
STATEMENT_WORDS = table("statement_words", column("rowid"))
_COLUMNS = {"report_words": ("text", "names"), "statement_words": ("speaker", "content")}

_MASK = (1 << 64) - 1


def index_reading(connection: Connection, key: int, text: str, names: str) -> None:
    """Index the forms of one reading: its text, and the names of its actors."""
    connection.exec_driver_sql("INSERT INTO report_words (rowid, text, names) VALUES (?, ?, ?)", (key, text, names))


def index_statements(connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None:
    """Index statements: each one's key, the forms of its speaker's name and of its content."""
    if rows:
        connection.exec_driver_sql("INSERT INTO statement_words (rowid, speaker, content) VALUES (?, ?, ?)", list(rows))


def answers(index: TableClause, expression: str) -> ColumnElement[bool]:
    """The condition that a row of the index answers an FTS5 expression."""
    return sql(f"{index.name} MATCH :expression").bindparams(expression=expression)  # type: ignore[return-value]


def score(index: TableClause) -> ColumnElement[float]:
    """How well a row of the index answers: BM25, lower is better."""
    return func.bm25(literal_column(index.name), type_=Float)


def within(column_name: str, query: Query) -> str:
    """The expression that asks a query of one column."""
    return f"{{{column_name}}} : ({query.expression()})"


def indexed(connection: Connection, index: str) -> dict[int, int]:
    """A digest of what the index holds for each of its rows, to compare in this process with :func:`expected`."""
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{index}_held USING fts5vocab('main', '{index}', 'instance')"
    )
    sized = connection.exec_driver_sql(f"SELECT id FROM {index}_docsize")  # noqa: S608 - our own names
    held = {row: 0 for (row,) in sized}
    terms = f'SELECT doc, term, col, "offset" FROM temp.{index}_held'  # noqa: S608
    for row, term, name, offset in connection.exec_driver_sql(terms):
        # A row whose size FTS5 has lost cannot be ranked: it starts from a digest that no row should have.
        held[row] = (held.get(row, 1) + hash((term, name, offset))) & _MASK
    return held


def expected(index: str, columns: Iterable[str]) -> int:
    """The digest of one row that holds these forms, column by column."""
    return sum(_terms(index, columns)) & _MASK


def _terms(index: str, columns: Iterable[str]) -> Iterator[int]:
    for name, forms in zip(_COLUMNS[index], columns, strict=True):
        for offset, term in enumerate(forms.split()):
            yield hash((term, name, offset))
