"""What may be asked for: robots.txt (RFC 9309), one for each scheme, host and port.

A robots.txt that is not there (4xx) allows everything; one that cannot be had (5xx, no connection) forbids everything
for a while. It is asked for again after a day, one that could not be had after ten minutes.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protego import Protego

from hearsay.errors import SourceError
from hearsay.intake.fetch.target import TargetError

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx2

    from hearsay.model.fetched import Fetched

TOKEN = "hearsay"  # noqa: S105 - the name that a robots.txt calls Hearsay by
LARGEST = 512_000
"""Bytes of a robots.txt that are read; RFC 9309, 2.5, asks for 500 KiB at least. What stands behind is passed over."""
DAY = 24 * 3600.0
"""Seconds that a robots.txt holds: RFC 9309, 2.4, allows no more."""
AWHILE = 600.0
"""Seconds until one that could not be had is asked for again."""
HELD = 2000
"""Hosts whose rules are held."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a host allows. ``parsed`` is ``None`` where all is allowed, or, with a reason in ``closed``, nothing."""

    until: float
    parsed: Protego | None = None
    closed: str | None = None

    def forbids(self, url: httpx2.URL) -> str | None:
        """Why an address must not be asked for, or ``None``."""
        if self.closed:
            return self.closed
        if self.parsed is None or self.parsed.can_fetch(str(url), TOKEN):
            return None
        return "its robots.txt forbids it"

    @property
    def delay(self) -> float:
        """Seconds between two requests, as Crawl-delay asks for (no part of the RFC, but widely used)."""
        return float((self.parsed and self.parsed.crawl_delay(TOKEN)) or 0.0)


class Robots:
    """The rules of every host, fetched as they are needed.

    Args:
        ask: fetches a robots.txt: its answer, whatever the status, no older than so many seconds.
    """

    def __init__(self, ask: Callable[[str, float], Fetched]) -> None:
        self._ask = ask
        self._rules: OrderedDict[str, Rules] = OrderedDict()
        self._lock = threading.Lock()

    def rules(self, url: httpx2.URL) -> Rules:
        """The rules of an address's host."""
        where = f"{url.scheme}://{url.netloc.decode('ascii')}"
        with self._lock:
            held = self._rules.get(where)
        if held is not None and held.until > time.time():
            return held
        made = self._made(f"{where}/robots.txt")
        with self._lock:
            self._rules[where] = made
            if len(self._rules) > HELD:
                self._rules.popitem(last=False)
        return made

    def _made(self, address: str) -> Rules:
        try:
            got = self._ask(address, DAY)
        except TargetError:
            raise
        except SourceError as error:
            return Rules(time.time() + AWHILE, closed=f"its robots.txt cannot be had ({error.why})")
        if got.status >= 500:
            why = f"its robots.txt cannot be had (the server answered {got.status})"
            return Rules(time.time() + AWHILE, closed=why)
        until = got.checked + DAY
        return Rules(until) if got.status >= 400 else Rules(until, Protego.parse(got.data.decode("utf-8", "replace")))
