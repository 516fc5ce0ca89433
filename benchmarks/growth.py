"""``python -m benchmarks.growth``: what the next report costs in a record of growing size.

Each record is filled with variants of open texts (:mod:`benchmarks.variants`), or is one that is there. The next
reports are kept and linked one by one, their story is opened, and words are searched for.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import hearsay
from benchmarks.variants import archive, last
from hearsay.bench.table import machine
from hearsay.evaluation.corpora import AbsentError
from hearsay.evaluation.lineage import wikinews

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearsay.model.reading import Reading
    from hearsay.pipeline import Record

NEXT = 100
"""Reports that are timed one by one at each size."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a row for each size."""
    parser = argparse.ArgumentParser(prog="benchmarks.growth", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="the shared corpora; the demo if absent")
    parser.add_argument("--sizes", type=int, nargs="*", default=[1_000])
    parser.add_argument("--records", type=Path, nargs="*", default=[], help="records that are there; reports are added")
    given = parser.parse_args(arguments)
    readings = open_readings(given.data)
    print(f"{machine()}\nvariants of {len(readings)} open texts; ms of processor time, median (95th percentile)\n")
    print(f"{'reports':>9}{'keep':>16}{'link':>18}{'open a story':>18}{'search':>16}{'MB on disk':>12}{'peak MB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        made = [_filled(Path(folder) / f"{size}.db", size, readings) for size in sorted(given.sizes)]
        for where in (*made, *given.records):
            with hearsay.open_record(where) as record:
                record.link()
                print(_row(record, archive(readings, 2 * NEXT, first=last(record)), where), flush=True)
    return 0


def _filled(where: Path, size: int, readings: Sequence[Reading]) -> Path:
    with hearsay.open_record(where) as record:
        for _ in record.add_many(archive(readings, size)):
            pass
    return where


def open_readings(data: Path) -> list[Reading]:
    """Wikinews articles as they are read; the demo's reports where the corpus is absent."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            for one in wikinews.load(data):
                Path(folder, f"{one.name}.txt").write_text(
                    "\n\n".join((one.headline, one.day, *one.paragraphs)), "utf-8"
                )
        except AbsentError:
            folder = "demo/pages"
        found = hearsay.read_all([folder])
        return [one for one in found if isinstance(one, hearsay.Reading) and one.attributions]


def _row(record: Record, made: Iterator[tuple[Reading, bytes]], where: Path) -> str:
    size = len(record)
    for reading, source in islice(made, NEXT):  # a process that runs has its last reports at hand
        record.add(reading, source)
        record.link()
    keep, link, open_, search = [], [], [], []
    for reading, source in islice(made, NEXT):
        keep.append(_timed(lambda reading=reading, source=source: record.add(reading, source)))
        link.append(_timed(record.link))
        open_.append(_timed(lambda name=reading.report.id: record.story(name)))
        word = reading.report.text.split()[5]
        search.append(_timed(lambda word=word: record.search(word)))
    disk = sum(path.stat().st_size for path in where.parent.glob(f"{where.name}*")) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    cells = "".join(f"{_cell(times):>{width}}" for times, width in ((keep, 16), (link, 18), (open_, 18), (search, 16)))
    return f"{size:>9,}{cells}{disk:>12.0f}{peak:>9.0f}"


def _timed(action) -> float:  # type: ignore[no-untyped-def]
    began = time.process_time()
    action()
    return 1000 * (time.process_time() - began)


def _cell(times: list[float]) -> str:
    return f"{statistics.median(times):.1f} ({statistics.quantiles(times, n=20)[-1]:.1f})"


if __name__ == "__main__":
    sys.exit(main())
