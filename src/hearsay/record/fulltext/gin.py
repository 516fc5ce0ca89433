"""PostgreSQL's full-text index: a GIN index of the forms that each row has, and the forms in their order beside it.

A ``tsvector`` counts places to 16,383 only, keeps 256 of a word, and PostgreSQL's own ranking does not regard how rare
a word is. So the index finds the rows that have the forms, wherever they stand; the forms kept beside it tell where a
phrase stands and how often; and the score is that of FTS5, worked out here: the answers are those of a file.

``terms`` are the forms without their order, ``forms`` each of them with a space before and after, so that no two share
one. A report is asked as a whole, with a bar between its text and its names; of a statement, the speaker and the
content are asked apart, and have columns of their own.

The formula is BM25 as FTS5 has it (https://www.sqlite.org/fts5.html#the_bm25_function).
"""

from __future__ import annotations

import math
from collections import Counter
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Float,
    Integer,
    and_,
    bindparam,
    cast,
    column,
    func,
    insert,
    literal,
    not_,
    or_,
    select,
    table,
    update,
)
from sqlalchemy import Text as Stored
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY

from hearsay.record.fulltext.indexes import COLUMNS, REPORT_WORDS
from hearsay.record.fulltext.terms import expected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, TableClause

    from hearsay.record.query import Clause, Phrase, Within

LONGEST = 1000
"""Bytes of a form that the index knows; PostgreSQL takes no more than 2,046."""

LARGEST = 500_000
"""Bytes of the different forms of a row that are indexed (PostgreSQL takes a megabyte of them, with its own marks). A
row with more has no terms, and is looked through."""

BAR = "|"

_SIZES = table("words_size", *map(column, ("name", "rows", "forms")))

_K1, _B, _LEAST = 1.2, 0.75, 1e-6


def put(connection: Connection, index: TableClause, rows: Sequence[tuple[int, str, str]]) -> None:
    """Index rows: each one's key, and the forms of its two columns."""
    made = [_row(index, key, columns) for key, *columns in rows]
    values: dict[str, Any] = {name: bindparam(name) for name in made[0]}
    for name in values:
        if name.endswith("terms"):
            values[name] = func.array_to_tsvector(bindparam(name, type_=ARRAY(Stored)))
    connection.execute(insert(index).values(values), made)
    grown = {"rows": _SIZES.c.rows + len(made), "forms": _SIZES.c.forms + sum(row["size"] for row in made)}
    connection.execute(update(_SIZES).where(_SIZES.c.name == index.name).values(grown))


def answers(index: TableClause, asked: Sequence[Within]) -> ColumnElement[bool]:
    """The condition that a row of the index answers all that is asked."""
    return and_(*(or_(*(_clause(index, one.column, clause) for clause in one.query.clauses)) for one in asked))


def score(connection: Connection, index: TableClause, asked: Sequence[Within]) -> ColumnElement[float]:
    """How well a row that answers does so: each phrase by how often it stands there, and in how few of all rows."""
    size = select(_SIZES.c.rows, _SIZES.c.forms).where(_SIZES.c.name == index.name)
    rows, forms = connection.execute(size).one()
    mean = forms / rows if forms else 1.0
    long = _real(index.c.size) * (_B / mean) + (1 - _B)
    said = Counter((one.column, phrase) for one in asked for clause in one.query.clauses for phrase in clause.wanted)
    parts = []
    for (name, phrase), times in said.items():
        having = connection.scalar(select(func.count()).select_from(index).where(_has(index, name, phrase))) or 0
        rare = max(math.log((rows - having + 0.5) / (having + 0.5)), _LEAST)
        often = _real(_often(_forms(index, name), phrase))
        parts.append(often * (times * rare * (_K1 + 1)) / (often + long * _K1))
    return -reduce(add, parts)


def indexed(connection: Connection, index: TableClause) -> dict[int, int]:
    """The digest of each row; of one whose terms are not those of its forms, a digest that no row should have."""
    sets = [func.tsvector_to_array(one).label(one.name) if one.name.endswith("terms") else one for one in index.c]
    found = {}
    for row in connection.execute(select(*sets).execution_options(yield_per=500)).mappings():
        kept = dict(row)
        columns = _columns(index, kept)
        made = _row(index, kept["rowid"], columns)
        right = all(made[name] == kept[name] for name in made if not name.endswith("terms")) and all(
            _set(made[name]) == _set(kept[name]) for name in made if name.endswith("terms")
        )
        found[kept["rowid"]] = expected(index, columns) if right else -1
    return found


def _row(index: TableClause, key: int, columns: Sequence[str]) -> dict[str, Any]:
    first, second = (one.split() for one in columns)
    row: dict[str, Any] = {"rowid": key, "size": len(first) + len(second)}
    if index is REPORT_WORDS:
        return row | {"terms": _terms([*first, *second]), "forms": _spaced([*first, BAR, *second])}
    for name, forms in zip(COLUMNS[index.name], (first, second), strict=True):
        row |= {f"{name}_terms": _terms(forms), f"{name}_forms": _spaced(forms)}
    return row


def _columns(index: TableClause, kept: dict[str, Any]) -> list[str]:
    """The forms of the two columns, as they were given."""
    if index is REPORT_WORDS:
        text, _, names = kept["forms"].partition(f" {BAR} ")
        return [" ".join(text.split()), " ".join(names.split())]
    return [" ".join(kept[f"{name}_forms"].split()) for name in COLUMNS[index.name]]


def _terms(forms: list[str]) -> list[str] | None:
    found = sorted({_term(form) for form in forms})
    return found if sum(len(one.encode()) for one in found) <= LARGEST else None


def _term(form: str) -> str:
    """A form as the index knows it."""
    return form if len(form) <= LONGEST // 4 else form.encode()[:LONGEST].decode(errors="ignore")


def _set(terms: list[str] | None) -> frozenset[str] | None:
    return None if terms is None else frozenset(terms)


def _spaced(forms: list[str]) -> str:
    return "".join(f" {form} " for form in forms)


def _clause(index: TableClause, name: str | None, clause: Clause) -> ColumnElement[bool]:
    wanted = (_has(index, name, phrase) for phrase in clause.wanted)
    return and_(*wanted, *(not_(_has(index, name, phrase)) for phrase in clause.unwanted))


def _has(index: TableClause, name: str | None, phrase: Phrase) -> ColumnElement[bool]:
    """The condition that a row has a phrase: its forms by the index, their order by the forms themselves."""
    terms = _held(index, name, "terms")
    stands = func.strpos(_forms(index, name), _needle(phrase)) > 0
    large = and_(terms.is_(None), stands)
    known = terms.op("@@", is_comparison=True)(cast(literal(_asked(phrase)), TSQUERY))
    exact = len(phrase.forms) == 1 and _term(phrase.forms[0]) == phrase.forms[0]
    return or_(known if exact else and_(known, stands), large)


def _asked(phrase: Phrase) -> str:
    """The forms of a phrase in the language of ``tsquery``; a form holds no quotation mark and no backslash."""
    terms = [f"'{_term(form)}'" for form in phrase.forms]
    return " & ".join(terms) + (":*" if phrase.prefix else "")


def _needle(phrase: Phrase) -> str:
    spaced = _spaced(list(phrase.forms))
    return spaced[:-1] if phrase.prefix else spaced


def _often(forms: ColumnElement[str], phrase: Phrase) -> ColumnElement[int]:
    """How often a phrase stands in the forms."""
    needle = _needle(phrase)
    left = func.octet_length(func.replace(forms, needle, ""), type_=Integer)
    return (func.octet_length(forms, type_=Integer) - left) // len(needle.encode())


def _forms(index: TableClause, name: str | None) -> ColumnElement[str]:
    return _held(index, name, "forms")


def _held(index: TableClause, name: str | None, what: str) -> ColumnElement[Any]:
    return index.c[what if name is None else f"{name}_{what}"]


def _real(value: ColumnElement[Any]) -> ColumnElement[float]:
    return cast(value, Float(53))
