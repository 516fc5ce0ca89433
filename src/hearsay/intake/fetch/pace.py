"""When a host may be asked: one request at a time, with a pause between two, and longer where it asks for that."""

from __future__ import annotations

import random
import threading
import time
from collections import defaultdict
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hearsay.settings import Settings

GROWTH = 2.0
"""Each wait after a failure is so many times as long as the one before."""


class BusyError(Exception):
    """A host that must not be asked before ``seconds`` from now, which is longer than a run waits."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"it asks to be left alone for {seconds:.0f} seconds")
        self.seconds = seconds


class Pace:
    """The turns of every host. Threads that ask one host wait for each other; those of others do not."""

    def __init__(
        self,
        settings: Settings,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._pause = settings.fetch_pause_ms / 1000
        self._longest = float(settings.fetch_wait)
        self._clock = clock
        self._sleep = sleep
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._free: dict[str, float] = {}
        self._guard = threading.Lock()

    @contextmanager
    def turn(self, host: str, delay: float = 0.0) -> Iterator[None]:
        """Wait for a host's turn, and take it; the next one comes a pause, or ``delay`` seconds, after this one ends.

        Raises:
            BusyError: if the wait is longer than the setting ``fetch_wait``.
        """
        with self._guard:
            lock = self._locks[host]
        with lock:
            wait = self._free.get(host, 0.0) - self._clock()
            if wait > self._longest:
                raise BusyError(wait)
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                self.hold(host, max(self._pause, delay))

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long."""
        with self._guard:
            self._free[host] = max(self._free.get(host, 0.0), self._clock() + seconds)

    def back_off(self, host: str, tried: int, asked: float | None) -> None:
        """After a failure: leave the host alone as it asks (Retry-After), or longer with each try, with jitter.

        Half of the wait is by chance, so that many who failed at once do not come back at once.
        """
        grown = max(self._pause, 0.001) * GROWTH**tried
        self.hold(host, grown * (0.5 + random.random() / 2) if asked is None else asked)  # noqa: S311


def retry_after(stated: str | None) -> float | None:
    """The seconds that a server asks to wait: a number of them, or a date (RFC 9110, 10.2.3); ``None`` for neither."""
    if not stated:
        return None
    words = stated.strip()
    if words.isascii() and words.isdigit():
        return float(words[:9])
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
