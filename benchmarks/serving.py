"""``python -m benchmarks.serving``: what every kind of page takes, and what a crowd waits while reports are added.

The record is made of variants of open texts (:mod:`benchmarks.variants`), or is the one that is named. The server runs
in a process of its own; every page and its JSON are asked for over loopback, each time about something else. Then a
crowd (:mod:`benchmarks.readers`, with locust, the extra ``load``) reads while reports are being added.
"""

from __future__ import annotations

import argparse
import csv
import os
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
from benchmarks.variants import archive, last
from hearsay.bench.table import machine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearsay.model.reading import Reading
    from hearsay.pipeline import Record

EACH = 20
"""Times that each kind of page is asked for, each time about another story, claim, report …"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a row for each kind of page, and one for the crowd."""
    parser = argparse.ArgumentParser(prog="benchmarks.serving", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="the shared corpora; the demo if absent")
    parser.add_argument("--record", type=Path, help="a record that is there; reports are added to it")
    parser.add_argument("--size", type=int, default=1_000, help="reports of a record that is made")
    parser.add_argument("--readers", type=int, default=100)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--kinds", default="", help="only kinds of pages that hold these words")
    given = parser.parse_args(arguments)
    readings = open_readings(given.data)
    print(f"{machine()}\nvariants of {len(readings)} open texts; milliseconds")
    with tempfile.TemporaryDirectory() as folder:
        where = given.record or Path(folder) / "record.db"
        with hearsay.open_record(where) as record:
            for _ in record.add_many(archive(readings, 0 if given.record else given.size)):
                pass
            record.link()
            paths = _paths(record)
            with _Server(where) as served:
                _pages(record, {kind: some for kind, some in paths.items() if given.kinds in kind}, served)
                if given.readers:
                    more = archive(readings, 100_000, first=last(record))
                    _crowd(record, served, paths, more, given)
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

    def get(self, path: str, accept: str) -> float:
        """Milliseconds until an answer has come."""
        asked = urllib.request.Request(self.address + path, headers={"Accept": accept})
        began = time.perf_counter()
        with urllib.request.urlopen(asked, timeout=300) as answer:
            answer.read()
        return 1000 * (time.perf_counter() - began)


def _paths(record: Record) -> dict[str, list[str]]:
    chance = random.Random(11)
    stories = record.stories(limit=4000)
    large = [one for one in stories if one.counts.reports > 4]
    told = [record.story(one.id) for one in chance.sample(stories, min(EACH, len(stories)))]
    many = [record.story(one.id) for one in chance.sample(large, min(EACH, len(large)))]
    reports = [chance.choice(one.reports).id for one in (*told, *many)]
    shown = [record.report(one) for one in chance.sample(reports, min(EACH, len(reports)))]
    words = [chance.choice([word for word in one.report.text.split() if word.isalpha()]) for one in shown]
    pairs = [" ".join(chance.sample([w for w in one.report.text.split() if w.isalpha()], 2)) for one in shown]
    names = [
        actor.name for one in shown for actor in one.actors if any(s.speaker == actor.id for s in one.attributions)
    ]
    often = [one.name for one in record.speakers()[:5]]
    claims = [chance.choice(one.claims).id for one in (*told, *many) if one.claims]
    stances = ("asserts", "denies", "confirms", "expects", "demands")
    states = ("reported once", "repeated", "corroborated", "contested", "retracted")
    kinds = ("person", "government", "organisation", "unnamed")
    return {
        "/stories": ["/stories"] * 5,
        "a story": [f"/stories/{one.id}" for one in told],
        "a story of 5 and more": [f"/stories/{one.id}" for one in many],
        "a claim": [f"/claims/{one}" for one in claims[:EACH]],
        "/claims": ["/claims"] * 5,
        "claims of a state": [f"/claims?state={quote(one)}" for one in states],
        "a report": [f"/reports/{one.report.id}" for one in shown],
        "versions of a report": [f"/reports/{one.report.id}/versions" for one in shown],
        "/search": ["/search"] * 3,
        "search: a word": [f"/search?q={quote(one)}" for one in words],
        "search: two words": [f"/search?q={quote(one)}" for one in pairs],
        "search: a common word": [f"/search?q={one}" for one in ("said", "the", "people", "that", "have")],
        "search: a speaker": [f"/search?speaker={quote(one)}" for one in names[:EACH]],
        "search: a stance": [f"/search?stance={one}" for one in stances],
        "search: a kind": [f"/search?kind={one}" for one in kinds],
        "search: a state": [f"/search?state={quote(one)}" for one in states],
        "search: stance, word": [f"/search?stance=asserts&q={quote(one)}" for one in words],
        "search: days": [f"/search?since=2015-0{m}-01&until=2015-0{m}-28" for m in range(1, 8)],
        "/speakers": ["/speakers"] * 5,
        "a speaker": [f"/speakers/{quote(one)}" for one in names[-EACH:]],
        "who speaks most": [f"/speakers/{quote(one)}" for one in often],
        "/outlets": ["/outlets"] * 5,
        "an outlet": [f"/outlets/{quote(one.report.outlet)}" for one in shown if one.report.outlet],
    }


def _pages(record: Record, paths: dict[str, list[str]], served: _Server) -> None:
    print(f"\n{len(record):,} reports{'page: median':>24}{'95th':>8}{'JSON: median':>16}{'95th':>8}", flush=True)
    for kind, some in paths.items():
        page = [] if kind.startswith("versions") else [served.get(path, "text/html") for path in some]
        twin = [served.get(path, "application/json") for path in some]
        print(f"  {kind:<24}{_cell(page)}    {_cell(twin)}", flush=True)
    print(f"  peak memory {served.peak:.0f} MB", flush=True)


def _crowd(
    record: Record,
    served: _Server,
    paths: dict[str, list[str]],
    more: Iterator[tuple[Reading, bytes]],
    given: argparse.Namespace,
) -> None:
    """So many readers at once, while reports come in."""
    with tempfile.TemporaryDirectory() as folder:
        named = Path(folder) / "paths"
        named.write_text(
            "".join(
                f"{kind}\t{path}\n" for kind, some in paths.items() if not kind.startswith("versions") for path in some
            ),
            "utf-8",
        )
        tool = [sys.executable, "-m", "locust", "-f", "benchmarks/readers.py", "--headless", "--only-summary"]
        tool += ["-u", str(given.readers), "-r", str(given.readers), "-t", f"{given.seconds}s"]
        tool += ["-H", served.address, "--csv", f"{folder}/told", "--loglevel", "ERROR"]
        crowd = subprocess.Popen(
            tool, env=os.environ | {"HEARSAY_PATHS": str(named)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        added: list[float] = []
        while crowd.poll() is None:
            began = time.perf_counter()
            for reading, source in islice(more, 1):
                record.add(reading, source)
                record.link()
            added.append(1000 * (time.perf_counter() - began))
            time.sleep(0.2)
        with Path(f"{folder}/told_stats.csv").open(encoding="utf-8") as lines:
            whole = next(line for line in csv.DictReader(lines) if line["Name"] == "Aggregated")
        print(Path(f"{folder}/told_failures.csv").read_text("utf-8"), file=sys.stderr)
    print(
        f"\n{given.readers} readers for {given.seconds} s while {len(added)} reports were added: "
        f"{whole['Request Count']} pages, {float(whole['Requests/s']):.0f} a second, {whole['Failure Count']} failed; "
        f"median {whole['50%']} ms, 95th percentile {whole['95%']} ms; "
        f"a report was added in {statistics.median(added):.0f} ms; peak memory {served.peak:.0f} MB"
    )


def _cell(times: list[float]) -> str:
    if not times:
        return f"{'':>12}{'':>8}"
    spread = statistics.quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]
    return f"{statistics.median(times):>12.0f}{spread:>8.0f}"


if __name__ == "__main__":
    sys.exit(main())
