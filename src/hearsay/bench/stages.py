"""What is timed: each stage prepares what it needs, then yields after every page.

A stage imports what it times by itself, so that a process holds nothing of the other stages.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hearsay.pipeline import Taken

Stage = Callable[[Path, int], Iterator[None]]
"""Goes through the pages of a folder some times over; the first step is the end of its preparation."""

QUERIES = 40


def peer(folder: Path, rounds: int) -> Iterator[None]:
    """Trafilatura alone: bytes to body and metadata."""
    import trafilatura

    pages = [path.read_bytes() for path in sorted(folder.iterdir())]
    yield
    for page in pages * rounds:
        trafilatura.bare_extraction(page, with_metadata=True)
        yield


def intake(folder: Path, rounds: int) -> Iterator[None]:
    """Bytes to report, without the reading."""
    from hearsay.errors import SourceError
    from hearsay.intake import files, take
    from hearsay.model.report import Rejected
    from hearsay.settings import Settings

    settings = Settings()
    sources = [source for source in files.gather(str(folder), settings) if not isinstance(source, Rejected)]
    yield
    for source in sources * rounds:
        with contextlib.suppress(SourceError):
            take.take(source, settings)
        yield


def reading(folder: Path, rounds: int) -> Iterator[None]:
    """Report to reading, in one process of two threads."""
    from hearsay.reading.read import read
    from hearsay.settings import Settings

    settings = Settings(threads=2, jobs=1)
    reports = [taken.reading.report for taken in _taken(folder)]
    yield
    for report in reports * rounds:
        read(report, settings)
        yield


def chain(folder: Path, rounds: int) -> Iterator[None]:
    """File to reading, in one process of two threads."""
    return _chain(folder, rounds, jobs=1, threads=2)


def chains(folder: Path, rounds: int) -> Iterator[None]:
    """File to reading, in two processes of one thread each; their start is preparation."""
    return _chain(folder, rounds, jobs=2, threads=1)


def adding(folder: Path, rounds: int) -> Iterator[None]:
    """Readings into a new record, each in a transaction of its own, after they were read."""
    from hearsay.record.store import open_record

    taken = _taken(folder)
    yield
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as place, open_record(Path(place) / "record.db") as record:
            for got in taken:
                record.add(got.reading, got.source)
                yield


def keeping(folder: Path, rounds: int) -> Iterator[None]:
    """File to the kept record, in two processes of one thread each beside the one that writes."""
    from hearsay.pipeline import open_record
    from hearsay.settings import Settings

    yield
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as place, open_record(Path(place) / "record.db") as record:
            for _ in record.take(folder, settings=Settings(jobs=2, threads=1)):
                yield


def searching(folder: Path, rounds: int) -> Iterator[None]:
    """Full-text queries on the record of all pages: the longest word of each of the first headlines."""
    from hearsay.record.store import open_record

    taken = _taken(folder)
    headlines = [got.reading.report.headline for got in taken if got.reading.report.headline]
    with tempfile.TemporaryDirectory() as place, open_record(Path(place) / "record.db") as record:
        for got in taken:
            record.add(got.reading, got.source)
        yield
        for headline in headlines[:QUERIES] * rounds:
            record.search(max(headline.split(), key=len))
            yield


def _chain(folder: Path, rounds: int, *, jobs: int, threads: int) -> Iterator[None]:
    from hearsay.pipeline import read_sources
    from hearsay.settings import Settings

    yield
    for _ in read_sources([folder] * rounds, None, Settings(jobs=jobs, threads=threads)):
        yield


def _taken(folder: Path) -> list[Taken]:
    from hearsay.model.report import Rejected
    from hearsay.pipeline import read_sources
    from hearsay.settings import Settings

    return [got for got in read_sources([folder], None, Settings(jobs=1)) if not isinstance(got, Rejected)]


STAGES: dict[str, tuple[str, Stage]] = {
    "peer": ("trafilatura alone", peer),
    "intake": ("intake alone", intake),
    "reading": ("reading alone, two threads", reading),
    "chain": ("whole chain, one process of two threads", chain),
    "chains": ("whole chain, two processes of one thread", chains),
    "keeping": ("file to kept record, two processes", keeping),
    "adding": ("adding to the record", adding),
    "searching": ("searching the record (queries)", searching),
}
