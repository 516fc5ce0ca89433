"""What a table is: columns, each with its name, its type, what it holds and where that comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hearsay.model.span import Span

    Cell: TypeAlias = str | int | float | bool | Sequence[str] | Sequence[Span] | None
    Row: TypeAlias = tuple[Cell, ...]  # in the order of the table's columns

Type = Literal["text", "texts", "whole", "number", "flag", "spans"]
"""``whole`` and ``number`` are an integer and a real number; ``texts`` and ``spans`` are lists, empty for none."""

U = TypeVar("U")  # what a table is made of, one by one: a reading, a story
T = TypeVar("T")  # what one row is of


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column. ``what`` stands in the docs and in the schema of Parquet, word for word."""

    name: str
    type: Type
    what: str
    get: Callable[[T], Cell]


@dataclass(frozen=True, slots=True)
class Table(Generic[U, T]):
    """One table.

    Attributes:
        name: as ``--what`` names it.
        what: what one row is.
        columns: in order; the first is ``id``.
        each: what the rows are of, in one reading or one story.
    """

    name: str
    what: str
    columns: tuple[Column[T], ...]
    each: Callable[[U], Iterable[T]]

    def rows(self, unit: U) -> Iterator[Row]:
        """The rows that one reading or one story gives."""
        for one in self.each(unit):
            yield tuple(column.get(one) for column in self.columns)
