"""Answers that count the whole record, kept for a while: the longer one took, the longer it is given again."""

from __future__ import annotations

import time
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

WORTH = 0.1
"""Seconds: what takes less is always worked out anew."""

TIMES = 30.0
"""Times as long as it took an answer stands: 45 seconds for one of a second and a half."""

MOST = 50
"""Answers that are kept."""


class Lasting:
    """Answers by name. One may be used from several threads."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[float, object]] = {}
        self._lock = Lock()

    def get(self, name: str, make: Callable[[], T]) -> T:
        """The answer of that name, made where none stands; one name is always of one type."""
        with self._lock:
            until, known = self._kept.get(name, (0.0, None))
        if time.monotonic() < until:
            return known  # type: ignore[return-value]
        began = time.monotonic()
        made = make()
        ended = time.monotonic()
        if ended - began > WORTH:
            with self._lock:
                self._kept[name] = (ended + TIMES * (ended - began), made)
                while len(self._kept) > MOST:
                    del self._kept[next(iter(self._kept))]
        return made
