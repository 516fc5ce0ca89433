"""Sending what waits: each message to each channel once, in order, for as long as it takes.

A delivery is taken before it is sent and marked after. A process that is killed in between leaves it taken until the
lease is over; it is then sent again under the same id, which is how a receiver that has it already knows it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hearsay.errors import SourceError, UsageError
from hearsay.intake.fetch import StatusError
from hearsay.record import watching
from hearsay.watch import mail, syndication, webhook
from hearsay.watch.messages import decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearsay.pipeline import Record
    from hearsay.record.watching import MessageRow
    from hearsay.settings import Settings
    from hearsay.watch.plan import Loaded

LONGEST = 3600.0
"""Seconds of the longest wait for a receiver that is down; it is tried for ever."""
FIRST = 5.0
"""Seconds of the first wait; each is twice the one before."""


class Outbox:
    """Sends what waits in a record to the channels of a plan.

    Args:
        record: keeps the messages.
        loaded: the plan, with its ways out.
        settings: the limits in force.
        clock: the time, in seconds since 1970.
        tell: is told, in one line, what could not be sent.
    """

    def __init__(
        self,
        record: Record,
        loaded: Loaded,
        settings: Settings,
        clock: Callable[[], float],
        tell: Callable[[str], None],
    ) -> None:
        self._record = record
        self._loaded = loaded
        self._settings = settings
        self._clock = clock
        self._tell = tell

    def send(self) -> int:
        """Send what is due; how many were sent."""
        out, settings = self._loaded.plan.out, self._settings
        done = 0
        for hook in out.webhook:
            done += self._channel(hook.channel, partial(webhook.send, hook, settings, self._clock))
        for box in out.mail:
            done += self._channel(box.channel, partial(mail.send, box, settings))
        return done

    def publish(self) -> None:
        """Write the feeds.

        Raises:
            UsageError: if a file cannot be written.
        """
        out = self._loaded.plan.out
        wanted = ((out.rss, syndication.rss), (out.atom, syndication.atom), (out.json, syndication.json))
        if not any(named for named, _ in wanted):
            return
        messages = [decode(row.body) for row in watching.messages(self._record, syndication.MOST)]
        for named, form in wanted:
            try:
                if named:
                    syndication.write(self._loaded.path(named), form, messages)
            except OSError as error:
                raise UsageError(f"{named}: {error.strerror or error}") from error

    def _channel(self, channel: str, deliver: Callable[[MessageRow], None]) -> int:
        """Send a channel's messages in order, until one fails."""
        done = 0
        lease = 2.0 * self._settings.fetch_total + self._settings.fetch_timeout
        while row := watching.take(self._record, channel, self._clock(), lease):
            try:
                deliver(row)
            except (SourceError, UsageError) as error:
                wait = error.wait if isinstance(error, StatusError) else None
                due = self._clock() + (min(FIRST * 2 ** (row.tries - 1), LONGEST) if wait is None else wait)
                watching.postpone(self._record, row.number, channel, due, str(error))
                self._tell(f"{channel}: not sent yet: {error}")
                break
            watching.sent(self._record, row.number, channel)
            done += 1
        return done
