"""The forms that a table is written in: JSON Lines, CSV (RFC 4180) and Parquet, row after row.

pyarrow is imported here alone, and only where Parquet is asked for.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, Protocol

import msgspec

from hearsay.errors import UsageError
from hearsay.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearsay.export.columns import Cell, Column, Row, Table, Type

Format = Literal["jsonl", "csv", "parquet"]

GROUP_ROWS = 10_000
"""Rows of one row group of Parquet, at most."""

GROUP_LETTERS = 16_000_000
"""Letters of text after which a row group is written earlier: a row group is what is held in memory."""


class Writer(Protocol):
    """Writes the rows of one table into a stream."""

    def write(self, row: Row) -> None:
        """One row."""

    def close(self) -> None:
        """What comes after the last row. The stream stays open."""

    def drop(self) -> None:
        """Write no more: what was written stays without an end, so that nobody takes it for the whole."""


def writer(form: Format, table: Table[Any, Any], stream: BinaryIO) -> Writer:
    """A writer of that form.

    Raises:
        UsageError: if the form is Parquet and pyarrow is not installed.
    """
    return _WRITERS[form](table, stream)


class _Lines:
    """One JSON object a line."""

    def __init__(self, table: Table[Any, Any], stream: BinaryIO) -> None:
        self._names = [column.name for column in table.columns]
        self._stream = stream

    def write(self, row: Row) -> None:
        self._stream.write(msgspec.json.encode(dict(zip(self._names, row, strict=True))) + b"\n")

    def close(self) -> None:
        pass

    def drop(self) -> None:
        pass


class _Csv:
    """A header and one record a row, in UTF-8; lists are JSON in their cell, what is not known is an empty cell."""

    def __init__(self, table: Table[Any, Any], stream: BinaryIO) -> None:
        self._text = io.TextIOWrapper(stream, "utf-8", newline="", write_through=True)
        self._rows = csv.writer(self._text)
        self._rows.writerow([column.name for column in table.columns])

    def write(self, row: Row) -> None:
        self._rows.writerow(map(_cell, row))

    def close(self) -> None:
        self._text.detach()

    def drop(self) -> None:
        self._text.detach()


def _cell(cell: Cell) -> str | int | float | None:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if cell is None or isinstance(cell, (str, int, float)):
        return cell
    return msgspec.json.encode(cell).decode()


class _Valve(io.RawIOBase):
    """Passes bytes on until it is shut; the library writes its footer even when it is given up."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.shut = False

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        return len(data) if self.shut else self._stream.write(data)


class _Parquet:
    """Parquet, a row group at a time, with what each column holds in its schema."""

    def __init__(self, table: Table[Any, Any], stream: BinaryIO) -> None:
        try:
            import pyarrow as pa
            from pyarrow import parquet
        except ImportError as error:
            raise UsageError("Parquet needs pyarrow: pip install 'hearsay[bulk]'") from error
        self._batch = pa.record_batch
        self._columns = table.columns
        self._schema = _schema(table, pa)
        self._valve = _Valve(stream)
        sink = pa.PythonFile(self._valve, mode="w")
        self._file = parquet.ParquetWriter(sink, self._schema, compression="zstd")
        self._rows: list[Row] = []
        self._letters = 0

    def write(self, row: Row) -> None:
        self._rows.append(row)
        self._letters += sum(len(cell) for cell in row if isinstance(cell, str))
        if len(self._rows) == GROUP_ROWS or self._letters >= GROUP_LETTERS:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._file.close()

    def drop(self) -> None:
        self._valve.shut = True
        self._file.close()

    def _flush(self) -> None:
        if self._rows:
            cells = zip(self._columns, zip(*self._rows, strict=True), strict=True)
            arrays = [[_PREPARED[column.type](cell) for cell in held] for column, held in cells]
            self._file.write_batch(self._batch(arrays, schema=self._schema), row_group_size=GROUP_ROWS)
        self._rows, self._letters = [], 0


def _schema(table: Table[Any, Any], pa: Any) -> Any:
    place = pa.struct([pa.field("start", pa.int32(), False), pa.field("end", pa.int32(), False)])
    types: dict[Type, Any] = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "whole": pa.int64(),
        "number": pa.float64(),
        "flag": pa.bool_(),
        "spans": pa.list_(place),
    }
    fields = [_field(column, types[column.type], pa) for column in table.columns]
    return pa.schema(fields, {"table": table.name, "what": table.what, "hearsay": __version__})


def _field(column: Column[Any], kind: Any, pa: Any) -> Any:
    return pa.field(column.name, kind, metadata={"what": column.what})


def _real(cell: Any) -> float | None:
    """A number as 64 bits hold it; beyond them it is infinite."""
    try:
        return None if cell is None else float(cell)
    except OverflowError:
        return float("inf") if cell > 0 else float("-inf")


def _same(cell: Any) -> Any:
    return cell


_PREPARED: dict[Type, Callable[[Any], Any]] = {
    "text": _same,
    "texts": list,
    "whole": _same,
    "number": _real,
    "flag": _same,
    "spans": lambda cell: [{"start": one.start, "end": one.end} for one in cell],
}

_WRITERS: dict[Format, Callable[[Table[Any, Any], BinaryIO], Writer]] = {
    "jsonl": _Lines,
    "csv": _Csv,
    "parquet": _Parquet,
}
