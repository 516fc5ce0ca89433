"""Stories told before somebody asks: a thread that works through those that changed, most of the time at rest.

So pages find them worked out, search knows how statements stand, and readers are hardly held up.
"""

from __future__ import annotations

import time
from threading import Event, Thread
from typing import TYPE_CHECKING

from hearsay.errors import RecordError

if TYPE_CHECKING:
    from hearsay.pipeline import Record

REST = 4.0
"""Times as long as it worked that it rests, so that readers have the processor."""

LOOK = 2.0
"""Seconds between looks where nothing is left to tell."""


class Telling:
    """The thread; a context manager."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._stopped = Event()
        self._thread = Thread(target=self._run, name="hearsay-tell", daemon=True)

    def __enter__(self) -> Telling:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        rest = 0.0
        while not self._stopped.wait(rest):
            began = time.monotonic()
            try:
                told = self._record.tell(1)
            except RecordError:  # whoever asks for the story is told
                told = 0
            rest = REST * (time.monotonic() - began) if told else LOOK
