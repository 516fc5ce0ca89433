"""The product on one page: take in → read → keep."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from hearsay.errors import SourceError, UsageError
from hearsay.intake import files, take
from hearsay.model.report import Rejected
from hearsay.reading.read import read as read_report
from hearsay.record import store
from hearsay.record.opening import open_engine
from hearsay.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from hearsay.intake.files import Source
    from hearsay.model.reading import Reading
    from hearsay.record.keeping import Outcome

SIDE_BY_SIDE = 8
"""From this many sources on, starting processes costs less time than it saves."""


@dataclass(frozen=True, slots=True)
class Options:
    """How sources are read: see ``hearsay read --help``."""

    body: bool = False
    dated: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A reading, and the bytes that it was made from."""

    reading: Reading
    source: bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one source that was added: ``outcome`` tells new, version, reread or unchanged."""

    reading: Reading
    outcome: Outcome


class Record(store.Record):
    """A record that also reads what it is given."""

    def take(
        self, *sources: str | Path, options: Options | None = None, settings: Settings | None = None
    ) -> Iterator[Kept | Rejected]:
        """Read sources and keep them, one transaction for each report; lazily, in the order of the sources."""
        for got in read_sources(sources, options, settings):
            yield got if isinstance(got, Rejected) else self._keep(got)

    def _keep(self, got: Taken) -> Kept | Rejected:
        try:
            return Kept(got.reading, self.add(got.reading, got.source))
        except UsageError as error:
            return Rejected(got.reading.report.uri, f"its reading does not hold: {error}")


def open_record(where: str | Path | None = None, *, create: bool = True) -> Record:
    """The record kept at ``where`` (a file, or ``:memory:``); the user's own where nothing is said.

    Made, with its folder, if it is not there and ``create`` is true.

    Raises:
        RecordError: if it cannot be opened, is not a record, or was made by a newer Hearsay.
    """
    where = where if where is not None else Settings.from_environment().record_path()
    return Record(where, open_engine(where, create=create))


def read(source: str | Path, *, body: bool = False, dated: str | None = None) -> Reading:
    """Read one report: a file or an address.

    Args:
        source: a file (HTML, plain text, wire copy), or an address that begins with http.
        body: the file is the body; its text stays exactly as it is.
        dated: the report's date (``YYYY-MM-DD``) where it states none.

    Raises:
        SourceError: if it cannot be read, is empty, or is a folder of several reports.
    """
    got = list(read_all([source], body=body, dated=dated))
    if len(got) != 1:
        raise SourceError(str(source), f"{len(got)} reports, not one; read_all reads them")
    if isinstance(got[0], Rejected):
        raise SourceError(got[0].uri, got[0].why)
    return got[0]


def read_all(
    sources: Iterable[str | Path], *, body: bool = False, dated: str | None = None
) -> Iterator[Reading | Rejected]:
    """Read many sources (files, folders, addresses), lazily and in order; what cannot be read is a ``Rejected``."""
    for got in read_sources(sources, Options(body, dated), replace(Settings.from_environment(), jobs=1)):
        yield got if isinstance(got, Rejected) else got.reading


def read_sources(
    sources: Iterable[str | Path], options: Options | None = None, settings: Settings | None = None
) -> Iterator[Taken | Rejected]:
    """Read sources and keep their bytes beside the readings, in order, with ``settings.jobs`` processes."""
    options, settings = options or Options(), settings or Settings.from_environment()
    gathered = chain.from_iterable(files.gather(str(named), settings) for named in sources)
    first: list[Source | Rejected] = []
    jobs = settings.jobs or os.cpu_count() or 1
    if jobs > 1:
        first = list(islice(gathered, SIDE_BY_SIDE))
    if len(first) < SIDE_BY_SIDE:
        for one in chain(first, gathered):
            yield _read_one(one, options, settings)
        return
    yield from _side_by_side(chain(first, gathered), options, settings, jobs)


def _read_one(source: Source | Rejected, options: Options, settings: Settings) -> Taken | Rejected:
    if isinstance(source, Rejected):
        return source
    try:
        report = take.take(source, settings, dated=options.dated, body=options.body)
        return Taken(read_report(report, settings), source.data)
    except SourceError as error:
        return Rejected(error.uri, error.why)
    except (RecursionError, MemoryError) as error:
        return Rejected(source.uri, f"too deep or too large to read ({type(error).__name__})")
    except Exception as error:
        # A page that trips a rule must not end a run over an archive: it is named, counted, and the rest goes on.
        return Rejected(source.uri, f"a fault of Hearsay, please report it: {type(error).__name__}: {error}")


def _side_by_side(
    sources: Iterator[Source | Rejected], options: Options, settings: Settings, jobs: int
) -> Iterator[Taken | Rejected]:
    """Read with several processes, at most a few sources ahead of the one that is asked for.

    Processes are spawned, not forked: the runtime of the model has threads, which do not survive a fork.
    """
    settings = replace(settings, threads=settings.threads or max(1, (os.cpu_count() or 1) // jobs))
    waiting: deque[tuple[Source | Rejected, Future[Taken | Rejected]]] = deque()
    pool = _pool(jobs)
    try:
        for source in sources:
            try:
                waiting.append((source, pool.submit(_read_one, source, options, settings)))
            except BrokenProcessPool:
                pool = _pool(jobs)
                waiting.append((source, pool.submit(_read_one, source, options, settings)))
            if len(waiting) > 4 * jobs:
                yield _result(*waiting.popleft(), options, settings)
        while waiting:
            yield _result(*waiting.popleft(), options, settings)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


def _result(
    source: Source | Rejected, future: Future[Taken | Rejected], options: Options, settings: Settings
) -> Taken | Rejected:
    """The result of one source. A process that dies takes those beside it along: each is tried again, alone."""
    try:
        return future.result()
    except BrokenProcessPool:
        pass
    with _pool(1) as alone:
        try:
            return alone.submit(_read_one, source, options, settings).result()
        except BrokenProcessPool:
            return Rejected(source.uri, "the process that read it was killed")
