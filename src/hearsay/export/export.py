"""The record → a table in a file: the one entry of export."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from hearsay.errors import UsageError
from hearsay.export import readings, stories
from hearsay.export.forms import Format, writer
from hearsay.export.place import whole
from hearsay.export.readings import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hearsay.export.columns import Table
    from hearsay.export.forms import Writer
    from hearsay.pipeline import Record

OF_READINGS = {table.name: table for table in readings.TABLES}
OF_STORIES = {table.name: table for table in stories.TABLES}
TABLES: dict[str, Table[Any, Any]] = {**OF_READINGS, **OF_STORIES}


@dataclass(slots=True)
class Tally:
    """What an export met. ``units`` are reports or stories; ``bare`` counts those that gave no row, by the reason."""

    table: str
    unit: str
    units: int = 0
    rows: int = 0
    bare: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        told = f"{self.rows:,} rows of {self.table} from {self.units - self.bare.total():,} {self.unit}"
        if not self.bare:
            return told
        reasons = "; ".join(f"{number:,} × {why}" for why, number in self.bare.most_common())
        return f"{told}; {self.bare.total():,} more gave none: {reasons}"


def export(
    record: Record, what: str, form: Format, out: BinaryIO | str | Path, step: Callable[[], None] | None = None
) -> Tally:
    """Write one table of the record.

    What is held in memory does not grow with the record: a few reports or one story at a time, and a row group of
    Parquet. The tables of readings show the record as it was when the export began. Those of stories tell one story
    after the other: what others add meanwhile may be in them or not.

    Args:
        record: where it comes from.
        what: the table's name.
        form: how it is written.
        out: where it is written: a path, where the file is there as a whole or not at all, or an open stream.
        step: called after each report or story.

    Raises:
        UsageError: if there is no such table, pyarrow is needed and missing, or the file cannot be written or is one
            of the record's own.
        RecordError: if a stored reading is damaged; no file is written then.
    """
    if what not in TABLES:
        raise UsageError(f"there is no table {what}; there are {', '.join(TABLES)}")
    with _stream(record, out) as stream:
        into = writer(form, TABLES[what], stream)
        try:
            tally = _write(record, what, into, step)
            into.close()
        except BaseException:
            into.drop()
            raise
    return tally


def _write(record: Record, what: str, into: Writer, step: Callable[[], None] | None) -> Tally:
    table = TABLES[what]
    tally = Tally(what, "reports" if what in OF_READINGS else "stories")
    for unit in _shown(record) if what in OF_READINGS else record.each_story():
        before = tally.rows
        for row in table.rows(unit):
            into.write(row)
            tally.rows += 1
        tally.units += 1
        if tally.rows == before:
            tally.bare[_why(unit, what)] += 1
        if step:
            step()
    return tally


def _shown(record: Record) -> Iterator[Shown]:
    return (Shown(one.reading, one.number, one.kept_at) for one in record.editions())


def _why(unit: object, what: str) -> str:
    """Why a report or a story has no row."""
    if isinstance(unit, Shown) and unit.reading.unread:
        return f"not read ({unit.reading.unread})"
    return f"without {what.replace('_', ' ')}"


@contextmanager
def _stream(record: Record, out: BinaryIO | str | Path) -> Iterator[BinaryIO]:
    if not isinstance(out, (str, Path)):
        yield out
        return
    _spare(record, Path(out))
    with whole(out) as stream:
        yield stream


def _spare(record: Record, out: Path) -> None:
    """Refuse to write over the record: its file, or one of those that SQLite keeps beside it."""
    kept = os.path.realpath(Path(record.where).expanduser())
    if os.path.realpath(out.expanduser()) in {kept + ending for ending in ("", "-wal", "-shm", "-journal")}:
        raise UsageError(f"{out}: is the record itself")
