"""Sources added in the background, one after the other, while whoever handed them in watches.

One thread reads and writes; the pages go on meanwhile. What was handed in waits in memory, so it is bounded.
"""

from __future__ import annotations

import secrets
from collections import Counter, OrderedDict
from dataclasses import dataclass, field
from queue import Full, Queue
from threading import Lock, Thread
from typing import TYPE_CHECKING

from hearsay.api.objects import Job, Result
from hearsay.errors import HearsayError
from hearsay.model.report import Rejected, Skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hearsay.pipeline import Record, Taken

MOST_WAITING = 8
"""Jobs that wait; a further one is refused."""

MOST_RESULTS = 1000
"""Reports of one job that are told one by one; the rest are counted."""

MOST_KNOWN = 200
"""Jobs that can be asked for; older ones are forgotten."""


class BusyError(HearsayError):
    """More was handed in than waits."""


@dataclass(slots=True)
class _Work:
    id: str
    total: int
    gather: Callable[[], Iterator[Taken | Rejected]]
    done: bool = False
    results: list[Result] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)

    def seen(self) -> Job:
        return Job(self.id, self.total, self.done, tuple(self.results), dict(self.counts), dict(self.skipped))

    def tell(self, result: Result) -> None:
        """Add what became of one report."""
        self.counts[result.status] += 1
        if len(self.results) < MOST_RESULTS:
            self.results.append(result)


class Jobs:
    """The jobs of one record; the thread starts with the first and ends with the process."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._waiting: Queue[_Work] = Queue(MOST_WAITING)
        self._known: OrderedDict[str, _Work] = OrderedDict()
        self._lock = Lock()
        self._thread: Thread | None = None

    def hand_in(self, total: int, gather: Callable[[], Iterator[Taken | Rejected]]) -> Job:
        """Take work in, to be read when its turn comes.

        Args:
            total: how many sources there are.
            gather: reads them; called in the thread.

        Raises:
            BusyError: if too much is waiting.
        """
        work = _Work(secrets.token_urlsafe(9), total, gather)
        try:
            self._waiting.put_nowait(work)
        except Full:
            raise BusyError("too much is waiting to be read; try again in a minute") from None
        with self._lock:
            self._known[work.id] = work
            while len(self._known) > MOST_KNOWN:
                self._known.popitem(last=False)
            if self._thread is None:
                self._thread = Thread(target=self._run, name="hearsay-add", daemon=True)
                self._thread.start()
        return work.seen()

    def get(self, job_id: str) -> Job | None:
        """How a job stands, ``None`` for one that is not known."""
        work = self._known.get(job_id)
        return work.seen() if work else None

    def _run(self) -> None:
        while True:
            work = self._waiting.get()
            try:
                for got in work.gather():
                    if isinstance(got, Skipped):
                        work.skipped[got.why] += 1
                    else:
                        work.tell(self._kept(got))
                self._record.link()
            except Exception as error:  # the thread goes on, whatever one job runs into
                work.tell(Result("", "rejected", why=f"{type(error).__name__}: {error}"))
            finally:
                work.done = True

    def _kept(self, got: Taken | Rejected) -> Result:
        if isinstance(got, Rejected):
            return Result(got.uri, "rejected", why=got.why)
        uri = got.reading.report.uri
        try:
            outcome = self._record.add(got.reading, got.source)
        except HearsayError as error:
            return Result(uri, "rejected", why=str(error))
        return Result(uri, outcome.status, outcome.report_id, outcome.version)
