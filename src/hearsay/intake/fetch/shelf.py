"""Where answers wait to be asked about again (conditional requests, RFC 9110, 13)."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from hearsay.model.fetched import Fetched

HELD = 200
"""Answers that are held in memory, where there is no record to hold them."""


class Shelf(Protocol):
    """Keeps answers. What it gives back is whole, or nothing."""

    def fetched(self, address: str) -> Fetched | None:
        """The last answer of an address, with its bytes."""

    def shelve(self, got: Fetched, *, whole: bool) -> None:
        """Keep an answer; ``whole`` tells that its bytes are kept nowhere else (a feed, a robots.txt)."""


class MemoryShelf:
    """A shelf that is gone with its process."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, Fetched] = OrderedDict()
        self._lock = threading.Lock()

    def fetched(self, address: str) -> Fetched | None:
        """The last answer of an address."""
        with self._lock:
            return self._held.get(address)

    def shelve(self, got: Fetched, *, whole: bool) -> None:
        """Keep an answer, unless its bytes are a page's, which would fill the memory."""
        if not whole:
            return
        with self._lock:
            self._held[got.address] = got
            self._held.move_to_end(got.address)
            if len(self._held) > HELD:
                self._held.popitem(last=False)
