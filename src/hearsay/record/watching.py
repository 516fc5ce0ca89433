"""What ``hearsay watch`` must remember: due times, how questions stood, messages and their deliveries.

A question's new state and the messages that tell of the change are written in one transaction, and only where nobody
wrote a newer state meanwhile: no message is lost, and none is written twice. A delivery is taken for a while before it
is sent, so that two processes do not send it both; it is marked once the receiver has it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, update

from hearsay.record.tables import delivery, message
from hearsay.record.tables import reading as readings
from hearsay.record.tables import report as reports
from hearsay.record.tables import watched_item as items
from hearsay.record.tables import watched_question as questions
from hearsay.record.tables import watched_source as sources

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection, Table

    from hearsay.record.store import Record


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source: when it is due (seconds since 1970), and how often in a row it could not be had, and why."""

    address: str
    due: float
    failed: int = 0
    why: str | None = None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item of a source: SHA-256 of what was said of it, when its page is due, what came of it, itself in JSON."""

    source: str
    name: str
    mark: str
    due: float | None
    looked: int
    outcome: str
    body: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """How a question stood: its words, a count of its states, the last reading seen, and the state, JSON."""

    name: str
    asked: str
    revision: int
    seen: int
    body: str


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message, by the number that orders it and the key that a receiver knows it by."""

    number: int
    key: str
    body: str
    tries: int = 0


def source(record: Record, address: str) -> SourceRow | None:
    """What is known of a source."""
    with record._looking() as connection:
        row = connection.execute(select(sources).where(sources.c.address == address)).first()
    return None if row is None else SourceRow(*row)


def keep_source(record: Record, row: SourceRow) -> None:
    """Keep when a source is due."""
    with record._writing() as connection:
        _replace(connection, sources, row, address=row.address)


def item(record: Record, source: str, name: str) -> ItemRow | None:
    """What is known of an item."""
    with record._looking() as connection:
        row = connection.execute(select(items).where(items.c.source == source, items.c.name == name)).first()
    return None if row is None else ItemRow(*row)


def due_items(record: Record, source: str, now: float) -> tuple[ItemRow, ...]:
    """The items of a source whose pages are due."""
    with record._looking() as connection:
        found = connection.execute(select(items).where(items.c.source == source, items.c.due <= now))
        return tuple(ItemRow(*row) for row in found)


def keep_item(record: Record, row: ItemRow) -> None:
    """Keep what came of an item."""
    with record._writing() as connection:
        _replace(connection, items, row, source=row.source, name=row.name)


def newest(record: Record) -> int:
    """The last reading that is kept: where it is the same, no question has another answer."""
    with record._looking() as connection:
        return connection.scalar(select(func.max(readings.c.key))) or 0


def question(record: Record, name: str) -> QuestionRow | None:
    """How a question stood."""
    with record._looking() as connection:
        row = connection.execute(select(questions).where(questions.c.name == name)).first()
    return None if row is None else QuestionRow(*row)


def answer(
    record: Record, row: QuestionRow, told: Sequence[tuple[str, str]], channels: Collection[str], now: float
) -> bool:
    """Keep how a question stands, with the messages (key, JSON) that tell what changed and a delivery of each.

    Returns:
        whether it was kept: not where another process kept a state of this revision or a later one before.
    """
    with record._writing() as connection:
        kept = connection.scalar(select(questions.c.revision).where(questions.c.name == row.name)) or 0
        if kept != row.revision - 1:
            return False
        _replace(connection, questions, row, name=row.name)
        for key, body in told:
            _tell(connection, key, body, channels, now)
    return True


def seen(record: Record, name: str, revision: int, reading: int) -> None:
    """Keep that a question stands as it did, up to a reading."""
    with record._writing() as connection:
        still = (questions.c.name == name) & (questions.c.revision == revision)
        connection.execute(update(questions).where(still).values(seen=reading))


def messages(record: Record, limit: int, before: int | None = None) -> tuple[MessageRow, ...]:
    """The last messages, newest first; of those before a number, if one is given."""
    query = select(message.c.number, message.c.key, message.c.body).order_by(message.c.number.desc())
    if before is not None:
        query = query.where(message.c.number < before)
    with record._looking() as connection:
        return tuple(MessageRow(*row) for row in connection.execute(query.limit(limit)))


def take(record: Record, channel: str, now: float, lease: float) -> MessageRow | None:
    """Take the oldest message that a channel has not sent, if it is due, for ``lease`` seconds.

    Messages of a channel go out in order: one that waits holds up those behind it.
    """
    query = (
        select(message.c.number, message.c.key, message.c.body, delivery.c.tries, delivery.c.due)
        .join(delivery, delivery.c.message == message.c.number)
        .where(delivery.c.channel == channel, delivery.c.due.is_not(None))
        .order_by(message.c.number)
        .limit(1)
    )
    with record._looking() as connection:
        row = connection.execute(query).first()
    if row is None or row.due > now:
        return None
    with record._writing() as connection:
        mine = (delivery.c.message == row.number) & (delivery.c.channel == channel) & (delivery.c.due == row.due)
        taken = connection.execute(update(delivery).where(mine).values(due=now + lease, tries=row.tries + 1))
    return MessageRow(row.number, row.key, row.body, row.tries + 1) if taken.rowcount == 1 else None


def sent(record: Record, number: int, channel: str) -> None:
    """The receiver has it."""
    _mark(record, number, channel, None, None)


def postpone(record: Record, number: int, channel: str, due: float, why: str) -> None:
    """It could not be sent: try again then."""
    _mark(record, number, channel, due, why)


def waiting(record: Record) -> tuple[tuple[str, int, float, str | None], ...]:
    """Channels with messages that are not sent: how many, when the next is tried, and what failed last."""
    query = (
        select(delivery.c.channel, func.count(), func.min(delivery.c.due), func.max(delivery.c.why))
        .where(delivery.c.due.is_not(None))
        .group_by(delivery.c.channel)
        .order_by(delivery.c.channel)
    )
    with record._looking() as connection:
        return tuple((row[0], row[1], row[2], row[3]) for row in connection.execute(query))


def is_kept(record: Record, uri: str) -> bool:
    """Whether a report of this address, as it was named, is kept."""
    query = select(reports.c.key).join(readings, readings.c.report == reports.c.key).where(readings.c.uri == uri)
    with record._looking() as connection:
        return connection.scalar(query.limit(1)) is not None


def _tell(connection: Connection, key: str, body: str, channels: Collection[str], now: float) -> None:
    if connection.scalar(select(message.c.number).where(message.c.key == key)) is not None:
        return
    number = (connection.scalar(select(func.max(message.c.number))) or 0) + 1
    connection.execute(insert(message).values(number=number, key=key, body=body))
    for channel in channels:
        connection.execute(insert(delivery).values(message=number, channel=channel, due=now, tries=0, why=None))


def _mark(record: Record, number: int, channel: str, due: float | None, why: str | None) -> None:
    with record._writing() as connection:
        one = (delivery.c.message == number) & (delivery.c.channel == channel)
        connection.execute(update(delivery).where(one).values(due=due, why=why))


def _replace(connection: Connection, table: Table, row: SourceRow | ItemRow | QuestionRow, **key: str) -> None:
    connection.execute(delete(table).where(*(table.c[name] == value for name, value in key.items())))
    connection.execute(insert(table).values(**asdict(row)))
