"""``python -m benchmarks.serving``: what pages take, of a record of growing size, and with many readers at once.

The record is filled with variants of open texts (:mod:`benchmarks.variants`). The server runs in a process of its own;
every page is asked for over loopback. Then a crowd reads for some seconds while reports are being added.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import hearsay
from benchmarks.growth import open_readings
from benchmarks.variants import archive
from hearsay.bench.table import machine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearsay.model.reading import Reading
    from hearsay.pipeline import Record

EACH = 15
"""Times that each page is asked for, each time another story, claim, report …"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a table for each size, and one of the crowd at the last."""
    parser = argparse.ArgumentParser(prog="benchmarks.serving", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="the shared corpora; the demo if absent")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--readers", type=int, default=100)
    parser.add_argument("--seconds", type=int, default=20)
    given = parser.parse_args(arguments)
    readings = open_readings(given.data)
    print(f"{machine()}\nvariants of {len(readings)} open texts; milliseconds, median (95th percentile)")
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "record.db"
        made = archive(readings, max(given.sizes) + 10_000)
        with hearsay.open_record(where) as record:
            for size in sorted(given.sizes):
                for _ in record.add_many(islice(made, max(0, size - len(record)))):
                    pass
                record.link()
                with _Server(where) as served:
                    _pages(size, record, served)
            with _Server(where) as served:
                _crowd(record, served, made, given.readers, given.seconds)
    return 0


class _Server:
    """The server in a process of its own, and the most memory that it had."""

    def __init__(self, where: Path) -> None:
        command = [sys.executable, "-m", "hearsay", "serve", "--record", str(where), "--port", "0"]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert self._process.stderr is not None
        line = self._process.stderr.readline()
        self.address = line.split(" at ", 1)[1].split("/stories", 1)[0]
        threading.Thread(target=self._process.stderr.read, daemon=True).start()

    def __enter__(self) -> _Server:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(10)

    @property
    def peak(self) -> float:
        """In MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("utf-8")
        return float(status.split("VmHWM:", 1)[1].split()[0]) / 1000

    def get(self, path: str) -> float:
        """Seconds until a page has come."""
        asked = urllib.request.Request(self.address + path, headers={"Accept": "text/html"})
        began = time.perf_counter()
        with urllib.request.urlopen(asked, timeout=60) as answer:
            answer.read()
        return time.perf_counter() - began


def _paths(record: Record) -> dict[str, list[str]]:
    chance = random.Random(11)
    stories = record.stories(limit=2000)
    reports = [one.report for one in islice(record, 600)]
    shown = [chance.choice(reports) for _ in range(EACH)]
    told = [record.story(one.id) for one in chance.sample(stories, min(EACH, len(stories)))]
    words = [chance.choice(one.text.split()[5:40]).strip(".,") for one in shown]
    speakers = [one.name for one in record.speakers()[:EACH]]
    return {
        "/stories": ["/stories"] * EACH,
        "a story": [f"/stories/{one.id}" for one in told],
        "a claim": [f"/claims/{one.claims[0].id}" for one in told if one.claims],
        "a report": [f"/reports/{one.id}" for one in shown],
        "search by words": [f"/search?q={quote(one)}" for one in words],
        "search by stance": ["/search?stance=denies"] * 3,
        "/speakers": ["/speakers"] * 3,
        "a speaker": [f"/speakers/{quote(one)}" for one in speakers],
        "/outlets": ["/outlets"] * 3,
        "an outlet": [f"/outlets/{quote(one.outlet)}" for one in shown if one.outlet],
        "/claims": ["/claims"] * 3,
    }


def _pages(size: int, record: Record, served: _Server) -> None:
    print(f"\n{size:,} reports", flush=True)
    for name, paths in _paths(record).items():
        times = [1000 * served.get(path) for path in paths]
        if times:
            print(f"  {name:<18}{_cell(times):>18}", flush=True)
    print(f"  peak memory {served.peak:.0f} MB")


def _crowd(record: Record, served: _Server, made: Iterator[tuple[Reading, bytes]], readers: int, seconds: int) -> None:
    """So many readers at once, each asking for one page after another, while reports come in."""
    paths = [path for name, some in _paths(record).items() if name.startswith(("a ", "search by w")) for path in some]
    until, times, failed = time.monotonic() + seconds, [], []

    def read(number: int) -> None:
        chance = random.Random(number)
        while time.monotonic() < until:
            try:
                times.append(1000 * served.get(chance.choice(paths)))
            except OSError as error:
                failed.append(str(error))
            time.sleep(chance.random())

    threads = [threading.Thread(target=read, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    added = 0
    while time.monotonic() < until:
        reading, source = next(made)
        record.add(reading, source)
        record.link()
        added += 1
        time.sleep(0.2)
    for thread in threads:
        thread.join()
    print(f"\n{readers} readers for {seconds} s while {added} reports were added: {len(times)} pages,", end=" ")
    print(f"{len(times) / seconds:.0f} a second, {len(failed)} failed; {_cell(times)} ms; peak {served.peak:.0f} MB")


def _cell(times: list[float]) -> str:
    spread = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    return f"{statistics.median(times):.1f} ({spread:.1f})"


if __name__ == "__main__":
    sys.exit(main())
