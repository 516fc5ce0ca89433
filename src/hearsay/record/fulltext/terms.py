"""The digest of what an index holds of one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.record.fulltext.indexes import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import TableClause

MASK = (1 << 64) - 1


def expected(index: TableClause, columns: Iterable[str]) -> int:
    """The digest of one row that holds these forms, column by column; it is of this process alone."""
    return sum(_terms(index, columns)) & MASK


def _terms(index: TableClause, columns: Iterable[str]) -> Iterator[int]:
    for name, forms in zip(COLUMNS[index.name], columns, strict=True):
        for offset, term in enumerate(forms.split()):
            yield hash((term, name, offset))
