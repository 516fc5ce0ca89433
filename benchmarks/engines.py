"""``python -m benchmarks.engines --server ADDRESS``: the same record in a file and on a server, in one run.

A record of variants of open texts (:mod:`benchmarks.variants`), or one that is there, is copied to an empty database of
a PostgreSQL (``hearsay copy``). Then each kind of search is asked of both, each time for other words, in turns; and
new reports are kept, by one process and by several at once.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hearsay
from benchmarks.growth import open_readings
from benchmarks.variants import archive, last
from hearsay.bench.table import machine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hearsay.pipeline import Record

EACH = 20
"""Times that each kind of search is asked."""

ADDED = 200
"""Reports that each writer keeps, one by one."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a row for each kind of search, and one for each number of writers."""
    parser = argparse.ArgumentParser(prog="benchmarks.engines", description=__doc__)
    parser.add_argument("--server", required=True, help="an empty database, or one that was filled by this before")
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="the shared corpora; the demo if absent")
    parser.add_argument("--record", type=Path, help="a file that is there; reports are added to it")
    parser.add_argument("--size", type=int, default=1_000, help="reports of a record that is made")
    parser.add_argument("--writers", type=int, nargs="*", default=[1, 8])
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        where = given.record or Path(folder) / "record.db"
        with hearsay.open_record(where) as file, hearsay.open_record(given.server) as server:
            if not given.record:
                list(file.add_many(archive(open_readings(given.data), given.size)))
            if not len(server):
                began = time.perf_counter()
                file.copy(server)
                print(f"copied: {len(file) / (time.perf_counter() - began):.0f} reports/s", file=sys.stderr)
            print(f"{machine()}\n{len(file):,} reports; ms, median (slowest) of {EACH}\n")
            print(f"{'':28}{'file':>18}{'server':>18}")
            for name, asked in _kinds(file):
                print(_row(name, asked, (file, server)), flush=True)
            first = last(file)
        print(f"\n{'reports/s kept, writers':28}{'file':>18}{'server':>18}")
        for writers in given.writers:
            speeds = [_kept(str(place), writers, first, given.data) for place in (where, given.server)]
            first += writers * ADDED
            print(f"{writers:<28}{speeds[0]:>18.0f}{speeds[1]:>18.0f}", flush=True)
    print(f"\npeak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


def _kinds(record: Record) -> Iterator[tuple[str, list[Callable[[Record], Any]]]]:
    """Kinds of searches with the words of some reports: some of the commonest, and some that few have."""
    counts: Counter[str] = Counter()
    names, phrases = [], []
    for reading in islice(record, 500):
        words = [word for word in reading.report.text.split() if word.isalpha()]
        counts.update({word.casefold() for word in words})
        phrases.append(" ".join(words[10:13]))
        names += [actor.name for actor in reading.actors[:1]]
    order = [word for word, _ in counts.most_common()]
    common, rare = order[:EACH], order[-EACH:]
    middle = [word for word in order if 20 <= counts[word] <= 30]

    def searches(*queries: str, **options: Any) -> list[Callable[[Record], Any]]:
        return [lambda one, q=query: one.search(q, **options) for query in islice(queries * EACH, EACH)]  # type: ignore[misc]

    yield "one of the commonest words", searches(*common)
    yield "a word of one in twenty", searches(*middle)
    yield "a rare word", searches(*rare)
    yield "a phrase", searches(*(f'"{phrase}"' for phrase in phrases))
    yield "the beginning of a word", searches(*(f"{word[:4]}*" for word in middle))
    yield "a common word said", searches(*common, stance="asserts")
    yield "a speaker", [lambda one, n=name: one.search(speaker=n) for name in islice(names * EACH, EACH)]  # type: ignore[misc]
    yield "denials, with facets", searches("", stance="denies", counted=True)
    yield "a speaker's page", [lambda one, n=name: one.speakers(n) for name in islice(names * EACH, EACH)]  # type: ignore[misc]
    yield "a report", [lambda one: one.report(next(iter(one)).report.id)] * EACH


def _row(name: str, asked: list[Callable[[Record], Any]], records: Sequence[Record]) -> str:
    spent: list[list[float]] = [[] for _ in records]
    for ask in asked:
        for record, times in zip(records, spent, strict=True):
            began = time.perf_counter()
            ask(record)
            times.append((time.perf_counter() - began) * 1000)
    cells = (f"{statistics.median(times):.1f} ({max(times):.1f})" for times in spent)
    return f"{name:28}" + "".join(f"{cell:>18}" for cell in cells)


def _kept(where: str, writers: int, first: int, data: Path) -> float:
    """Reports a second, of so many processes that keep reports one by one, from when all are ready."""
    ready = multiprocessing.Barrier(writers + 1)
    arguments = [(where, ready, first + writer * ADDED, data) for writer in range(writers)]
    processes = [multiprocessing.Process(target=_write, args=one) for one in arguments]
    for one in processes:
        one.start()
    ready.wait()
    began = time.perf_counter()
    for one in processes:
        one.join()
    spent = time.perf_counter() - began
    assert all(one.exitcode == 0 for one in processes)
    return writers * ADDED / spent


def _write(where: str, ready: Any, first: int, data: Path) -> None:
    made = list(archive(open_readings(data), ADDED, first=first))
    with hearsay.open_record(where) as record:
        ready.wait()
        for reading, source in made:
            record.add(reading, source)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    sys.exit(main())
