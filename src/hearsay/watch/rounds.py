"""A watch at work: rounds of looking, asking and telling, one after another."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from hearsay.intake.fetch import Fetcher
from hearsay.record import watching
from hearsay.record.watching import QuestionRow
from hearsay.watch.changes import compare
from hearsay.watch.messages import Message, encode, word
from hearsay.watch.outbox import Outbox
from hearsay.watch.sources import Sources
from hearsay.watch.standing import Standing, stand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from hearsay.pipeline import Record
    from hearsay.settings import Settings
    from hearsay.watch.plan import Loaded, Question

NAP = 5.0
"""Seconds between two rounds, at most: by then something is due, or what another process added is seen."""


@dataclass(frozen=True, slots=True)
class Round:
    """What a round did: outcomes of sources counted, the messages that are new, and how many were sent."""

    counts: Mapping[str, int] = field(default_factory=dict)
    messages: tuple[Message, ...] = ()
    sent: int = 0


class Watch:
    """Watches the sources of a plan and answers its questions.

    Args:
        record: is kept up to date, and remembers the rest.
        loaded: the plan.
        settings: the limits in force.
        tell: is told, in one line, what could not be read or sent.
        clock: the time, in seconds since 1970.
    """

    def __init__(
        self,
        record: Record,
        loaded: Loaded,
        settings: Settings,
        tell: Callable[[str], None] = lambda _: None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._record = record
        self._plan = loaded.plan
        self._settings = settings
        self._clock = clock
        self._fetcher = Fetcher(settings, record)
        self._sources = Sources(record, self._fetcher, settings, clock, tell)
        self._outbox = Outbox(record, loaded, settings, clock, tell)

    def round(self) -> Round:
        """Look at what is due, ask every question, send what waits."""
        self._sources.counts.clear()
        told: list[Message] = []
        # A question that is new starts from where things stand when every source has been looked at.
        known = all(watching.question(self._record, one.name) for one in self._plan.question)
        for source in self._plan.source:
            if self._sources.due(source.address) <= self._clock():
                self._sources.look(source.address, self._plan.interval(source))
                told += self._ask() if known else []
        told += self._ask()
        self._outbox.publish()
        return Round(dict(self._sources.counts), tuple(told), self._outbox.send())

    def rounds(self, sleep: Callable[[float], None] = time.sleep) -> Iterator[Round]:
        """Rounds without end, as sources fall due."""
        while True:
            yield self.round()
            due = min((self._sources.due(one.address) for one in self._plan.source), default=0.0)
            sleep(min(NAP, max(0.05, due - self._clock())))

    def close(self) -> None:
        """Close every connection."""
        self._fetcher.close()

    def _ask(self) -> list[Message]:
        """Ask every question that there may be another answer to; the messages that tell what changed."""
        newest = watching.newest(self._record)
        return [one for question in self._plan.question for one in self._answer(question, newest)]

    def _answer(self, question: Question, newest: int) -> tuple[Message, ...]:
        asked = msgspec.json.encode(question).decode()
        known = watching.question(self._record, question.name)
        same = known is not None and known.asked == asked
        if known is not None and same and known.seen == newest:
            return ()
        before = msgspec.json.decode(known.body, type=Standing) if known is not None and same else None
        now = stand(self._record, question, before or Standing())
        if known is not None and now == before:
            watching.seen(self._record, question.name, known.revision, newest)
            return ()
        revision = known.revision + 1 if known is not None else 1
        told = () if before is None else self._worded(question, before, now, revision)
        row = QuestionRow(question.name, asked, revision, newest, msgspec.json.encode(now).decode())
        pairs = [(one.id, encode(one)) for one in told]
        # Where another process was quicker, it has told of this; the next round asks from there.
        kept = watching.answer(self._record, row, pairs, self._plan.channels, self._clock())
        return told if kept else ()

    def _worded(self, question: Question, before: Standing, now: Standing, revision: int) -> tuple[Message, ...]:
        changes = compare(before, now, new=question.kind in ("search", "speaker"))
        at = datetime.fromtimestamp(self._clock(), UTC).isoformat(timespec="seconds")
        public = self._settings.public_address
        return tuple(word(question, one, revision, number, at, public) for number, one in enumerate(changes))
