"""The product on one page: take in → read → keep → link."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING, overload

import msgspec

from hearsay.errors import RecordError, SourceError, UsageError
from hearsay.intake import files, take
from hearsay.intake.fetch import Fetcher
from hearsay.intake.source import Source
from hearsay.linking import Linker, before, drawn, heading, kept, tell
from hearsay.model.report import Rejected
from hearsay.model.story import Story
from hearsay.reading.read import made_by
from hearsay.reading.read import read as read_report
from hearsay.record import editions, store, stories
from hearsay.record.keeping import Outcome
from hearsay.record.links import Links
from hearsay.record.stories import Claiming
from hearsay.settings import Settings
from hearsay.story.moments import asked as moment
from hearsay.story.revisions import edits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from hearsay.intake.fetch import Shelf
    from hearsay.model.reading import Reading
    from hearsay.model.story import Claim, Drawn, Edit, Heading, State

SIDE_BY_SIDE = 8
"""From this many sources on, starting processes costs less time than it saves."""


@dataclass(frozen=True, slots=True)
class Options:
    """How sources are read: see ``hearsay read --help``."""

    body: bool = False
    dated: str | None = None
    again: bool = False


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
    """A record that also reads what it is given, and tells what its reports say together."""

    def __init__(self, where: str | Path, *, create: bool = True) -> None:
        super().__init__(where, create=create)
        self._linker = Linker()

    def take(
        self, *sources: str | Path, options: Options | None = None, settings: Settings | None = None
    ) -> Iterator[Kept | Rejected]:
        """Read sources and keep them, one transaction for each report; lazily, in the order of the sources.

        What is kept already, of the same bytes and read by the same version and model, is not read again, unless
        ``options.again`` says so.
        """
        options, settings = options or Options(), settings or Settings.from_environment()
        known = self._known if options == Options() and not settings.min_confidence else None
        for got in read_sources(sources, options, settings, known, self):
            yield self._keep(got) if isinstance(got, Taken) else got

    def take_source(self, source: Source, settings: Settings) -> Kept | Rejected:
        """Read one source that is at hand and keep it; what is kept of the same bytes already is not read again."""
        got = self._known(source) or read_source(source, Options(), settings)
        return self._keep(got) if isinstance(got, Taken) else got

    def link(self, step: Callable[[], None] | None = None) -> int:
        """Link the reports that are kept and not linked yet, each in a transaction; how many these were.

        Every view across reports does so first. ``step`` is called after each.
        """
        with self._looking() as connection:
            if Links(connection).pending() is None:
                return 0
        done = 0
        while self._link_one():
            done += 1
            if step:
                step()
        return done

    def relink(self) -> int:
        """Forget what was worked out across reports, and work it out anew; how many reports were linked."""
        with self._writing() as connection:
            Links(connection).clear()
        return self.link()

    def stories(self, *, least: int = 1, limit: int | None = None) -> tuple[Heading, ...]:
        """The stories of at least so many reports, the one that changed last first."""
        self.link()
        with self._looking() as connection:
            return tuple(heading(one) for one in stories.listed(connection, least=least, limit=limit))

    def each_story(self) -> Iterator[Story]:
        """Every story, told: in the order in which their first reports were kept, one in memory at a time."""
        self.link()
        key = 0
        while True:
            with self._looking() as connection:
                found = stories.after(connection, key, 1)
            if not found:
                return
            ((key, body),) = found
            yield self._told(key) if body is None else msgspec.json.decode(body, type=Story)

    def story(self, name: str, *, as_of: str | None = None) -> Story:
        """A story, by its id (one that it has or had) or by the id of one of its reports.

        Args:
            name: the id.
            as_of: a day (to its end) or a moment: what was known then, from the reports and versions of then.

        Raises:
            UsageError: if there is none, ``as_of`` is no moment, or nothing was known then.
        """
        key = self._find(name)
        if as_of is None:
            return self._told(key)
        told = self._then(key, as_of)
        if told is None:
            raise UsageError(f"nothing of story {name} was known as of {as_of}")
        return told

    def story_kept(self, name: str, until: str) -> Story | None:
        """What this record had of a story at a moment, whenever that was published; ``None`` for nothing.

        Args:
            name: as for :meth:`story`.
            until: ISO 8601, UTC, to the second.

        Raises:
            UsageError: if there is no such story.
        """
        key = self._find(name)
        with self._looking() as connection:
            return kept(until, Links(connection), key, editions.of_story(connection, key))

    def tell(self, most: int) -> int:
        """Work out what is told of stories that changed since they were asked for; how many these were.

        Args:
            most: so many at most, the one that changed last first.
        """
        self.link()
        with self._looking() as connection:
            stale = Links(connection).stale(most)
        for key in stale:
            self._told(key)
        return len(stale)

    def drawn(self, name: str) -> Drawn:
        """Why a story has the reports that it has, and what sets it apart from those that are near it.

        Raises:
            UsageError: if there is no such story.
        """
        key = self._find(name)
        with self._looking() as connection:
            return drawn(Links(connection), key)

    def claims(
        self,
        *,
        story: str | None = None,
        state: State | None = None,
        revised: bool = False,
        sources: int = 0,
        as_of: str | None = None,
        limit: int | None = None,
        untold: bool = True,
    ) -> Iterator[tuple[Story, Claim]]:
        """Claims with their stories, those of the story that changed last first, in the order of their weight.

        Args:
            story: only of this story.
            state: only of this state.
            revised: only those of which a speaker's figure changed.
            sources: only those with at least so many independent sources.
            as_of: as for :meth:`story`; a story of which nothing was known then has no claims.
            limit: only so many.
            untold: also those of stories that changed since somebody asked for them, which are told on the way.

        Raises:
            UsageError: if there is no such story, or ``as_of`` is no moment.
        """
        only = None if story is None else self._find(story)
        asked = Claiming(only, state, revised, sources, untold)
        return islice(self._claims(asked) if as_of is None else self._claims_then(asked, as_of), limit)

    def edits(self, report_id: str, number: int) -> tuple[Edit, ...]:
        """What a version of a report changed in what the one before it says.

        Raises:
            UsageError: if there is no such report or version.
        """
        return edits(self.report(report_id, number - 1), self.report(report_id, number))

    def _known(self, source: Source) -> Kept | None:
        """What is kept of a source, if this very reader has read these very bytes of this report."""
        try:
            name = take.identify(source, take.item(source))
            found = self.held(name, hashlib.sha256(source.data).hexdigest())
        except (RecordError, SourceError):
            return None
        if found is None or found[0].made_by != made_by(found[0].report):
            return None
        return Kept(found[0], Outcome("unchanged", name, found[1]))

    def _keep(self, got: Taken) -> Kept | Rejected:
        try:
            return Kept(got.reading, self.add(got.reading, got.source))
        except UsageError as error:
            return Rejected(got.reading.report.uri, f"its reading does not hold: {error}")

    def _find(self, name: str) -> int:
        self.link()
        with self._looking() as connection:
            key = stories.find(connection, name)
        if key is None:
            raise UsageError(f"the record has no story {name}")
        return key

    def _claims(self, asked: Claiming) -> Iterator[tuple[Story, Claim]]:
        """Story by story, so that no more stories are told than are asked for."""
        self.link()
        after: tuple[str, int] | None = None
        while True:
            with self._looking() as connection:
                found = stories.claiming(connection, asked, after)
            for one in found:
                told = self._told(one.key)
                yield from ((told, claim) for claim in told.claims if asked.fits(claim))
            if not found:
                return
            after = found[-1]

    def _claims_then(self, asked: Claiming, as_of: str) -> Iterator[tuple[Story, Claim]]:
        moment(as_of)
        for one in self.stories():
            key = self._find(one.id)
            if asked.story in {None, key} and (told := self._then(key, as_of)):
                yield from ((told, claim) for claim in told.claims if asked.fits(claim))

    def _then(self, key: int, as_of: str) -> Story | None:
        with self._looking() as connection:
            return before(as_of, Links(connection), key, editions.of_story(connection, key))

    def _link_one(self) -> bool:
        with self._writing() as connection:
            return self._linker.link(Links(connection))

    def _told(self, key: int) -> Story:
        with self._looking() as connection:
            body = stories.body(connection, key)
        if body is not None:
            return msgspec.json.decode(body, type=Story)
        with self._writing() as connection:
            return tell(Links(connection), key, editions.of_story(connection, key))


def open_record(where: str | Path | None = None, *, create: bool = True) -> Record:
    """The record kept at ``where`` (a file, or ``:memory:``); the user's own where nothing is said.

    Made, with its folder, if it is not there and ``create`` is true.

    Raises:
        RecordError: if it cannot be opened, is not a record, or was made by a newer Hearsay.
    """
    where = where if where is not None else Settings.from_environment().record_path()
    return Record(where, create=create)


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


@overload
def read_sources(
    sources: Iterable[str | Path], options: Options | None = None, settings: Settings | None = None
) -> Iterator[Taken | Rejected]: ...
@overload
def read_sources(
    sources: Iterable[str | Path],
    options: Options | None,
    settings: Settings | None,
    known: Callable[[Source], Kept | None] | None,
    shelf: Shelf | None = None,
) -> Iterator[Taken | Kept | Rejected]: ...
def read_sources(
    sources: Iterable[str | Path],
    options: Options | None = None,
    settings: Settings | None = None,
    known: Callable[[Source], Kept | None] | None = None,
    shelf: Shelf | None = None,
) -> Iterator[Taken | Kept | Rejected]:
    """Read sources and keep their bytes beside the readings, in order, with ``settings.jobs`` processes.

    Args:
        sources: as they are named on the command line.
        options: how they are read.
        settings: the limits, and how many processes.
        known: what is kept of a source already; such a source is not read.
        shelf: keeps how addresses answered, so that they can be asked whether they have changed.
    """
    options, settings = options or Options(), settings or Settings.from_environment()
    fetcher = Fetcher(settings, shelf)
    gathered = chain.from_iterable(files.gather(str(named), settings, fetcher) for named in sources)
    looked = (_look(one, known) for one in gathered)
    first: list[Source | Kept | Rejected] = []
    jobs = settings.jobs or os.cpu_count() or 1
    if jobs > 1:
        first = list(islice(looked, SIDE_BY_SIDE))
    if len(first) < SIDE_BY_SIDE:
        for one in chain(first, looked):
            yield read_source(one, options, settings) if isinstance(one, Source) else one
        return
    yield from _side_by_side(chain(first, looked), options, settings, jobs)


def _look(one: Source | Rejected, known: Callable[[Source], Kept | None] | None) -> Source | Kept | Rejected:
    return (known(one) or one) if known and isinstance(one, Source) else one


def read_source(source: Source, options: Options, settings: Settings) -> Taken | Rejected:
    """Read one source that is at hand; whatever goes wrong with it is a ``Rejected``."""
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


def read_opened(
    uri: str, data: bytes, options: Options | None = None, settings: Settings | None = None
) -> Iterator[Taken | Rejected]:
    """Read what bytes at hand hold: one report, or those of an archive, a table or a message of several."""
    options, settings = options or Options(), settings or Settings.from_environment()
    for one in files.opened(uri, data, settings):
        yield read_source(one, options, settings) if isinstance(one, Source) else one


def _side_by_side(
    sources: Iterator[Source | Kept | Rejected], options: Options, settings: Settings, jobs: int
) -> Iterator[Taken | Kept | Rejected]:
    """Read with several processes, at most a few sources ahead of the one that is asked for.

    Processes are spawned, not forked: the runtime of the model has threads, which do not survive a fork.
    """
    settings = replace(settings, threads=settings.threads or max(1, (os.cpu_count() or 1) // jobs))
    waiting: deque[tuple[Source, Future[Taken | Rejected]] | Kept | Rejected] = deque()
    pool = _pool(jobs)
    try:
        for source in sources:
            if not isinstance(source, Source):
                waiting.append(source)
            else:
                try:
                    waiting.append((source, pool.submit(read_source, source, options, settings)))
                except BrokenProcessPool:
                    pool = _pool(jobs)
                    waiting.append((source, pool.submit(read_source, source, options, settings)))
            while waiting and (len(waiting) > 4 * jobs or not isinstance(waiting[0], tuple)):
                yield _done(waiting.popleft(), options, settings)
        while waiting:
            yield _done(waiting.popleft(), options, settings)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


def _done(
    one: tuple[Source, Future[Taken | Rejected]] | Kept | Rejected, options: Options, settings: Settings
) -> Taken | Kept | Rejected:
    return _result(*one, options, settings) if isinstance(one, tuple) else one


def _result(source: Source, future: Future[Taken | Rejected], options: Options, settings: Settings) -> Taken | Rejected:
    """The result of one source. A process that dies takes those beside it along: each is tried again, alone."""
    try:
        return future.result()
    except BrokenProcessPool:
        pass
    with _pool(1) as alone:
        try:
            return alone.submit(read_source, source, options, settings).result()
        except BrokenProcessPool:
            return Rejected(source.uri, "the process that read it was killed")
