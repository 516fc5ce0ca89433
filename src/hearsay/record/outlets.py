"""Outlets: what each published of its own and what it took from others, and from whom."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from hearsay.record.rows import folded
from hearsay.record.tables import derivation
from hearsay.record.tables import reading as readings
from hearsay.record.tables import report as reports

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Select

    from hearsay.record.store import Record


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet, the number of its reports, and how many of them are copies of another report."""

    name: str
    reports: int
    copies: int


@dataclass(frozen=True, slots=True)
class Taken:
    """How many reports an outlet has from another, ``None`` for one that is not named."""

    outlet: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class Item:
    """A report of an outlet; ``copy`` tells that its text comes from another."""

    id: str
    headline: str | None
    published: str | None
    uri: str
    copy: bool


@dataclass(frozen=True, slots=True)
class OutletPage:
    """One outlet: the share of its own, whom it copies, who copies it, and its reports, newest first.

    ``next`` leads to the reports after these.
    """

    name: str
    reports: int
    copies: int
    copied_from: tuple[Taken, ...]
    copied_by: tuple[Taken, ...]
    items: tuple[Item, ...]
    next: str | None = None


def outlets(record: Record, *, limit: int = 200, after: int = 0) -> tuple[Outlet, ...]:
    """The outlets, those with most reports first."""
    count = func.count(readings.c.report.distinct())
    copies = func.count(derivation.c.report.distinct())
    query = (
        select(func.min(readings.c.outlet), count, copies)
        .outerjoin(derivation, derivation.c.report == readings.c.report)
        .where(readings.c.shown, readings.c.outlet_folded.is_not(None))
        .group_by(readings.c.outlet_folded)
        .order_by(count.desc(), readings.c.outlet_folded)
        .limit(limit)
        .offset(after)
    )
    with record._looking() as connection:
        return tuple(Outlet(*row) for row in connection.execute(query))


def outlet(record: Record, name: str, *, limit: int = 50, after: int = 0) -> OutletPage | None:
    """One outlet by its name, in any case and without regard to diacritics; ``None`` where there is none."""
    own = folded(name)
    with record._looking() as connection:
        head = connection.execute(_head(own)).one()
        if not head.reports:
            return None
        items = connection.execute(_items(own).limit(limit + 1).offset(after)).all()
        copied_from, copied_by = _partners(connection, own)
    listed = tuple(Item(row.id, row.headline, row.published, row.uri, bool(row.copied)) for row in items[:limit])
    following = str(after + limit) if len(items) > limit else None
    return OutletPage(head.outlet, head.reports, head.copies, copied_from, copied_by, listed, following)


def _head(own: str) -> Select[Any]:
    number, copies = func.count(readings.c.report.distinct()), func.count(derivation.c.report.distinct())
    name = func.min(readings.c.outlet).label("outlet")
    counted = select(name, number.label("reports"), copies.label("copies"))
    counted = counted.outerjoin(derivation, derivation.c.report == readings.c.report)
    asked: Select[Any] = counted.where(readings.c.shown, readings.c.outlet_folded == own)  # type: ignore[assignment]
    return asked


def _items(own: str) -> Select[Any]:
    copied = select(derivation.c.report).where(derivation.c.report == readings.c.report).exists()
    columns = (readings.c.headline, readings.c.published, readings.c.uri, copied.label("copied"))
    query: Select[Any] = select(reports.c.id, *columns)
    query = query.join(readings, readings.c.report == reports.c.key)
    query = query.where(readings.c.shown, readings.c.outlet_folded == own)
    return query.order_by(readings.c.day.is_(None), readings.c.day.desc(), readings.c.key.desc())


def _partners(connection: Connection, own: str) -> tuple[tuple[Taken, ...], tuple[Taken, ...]]:
    """Whom an outlet copies, and who copies it."""
    ours, theirs = readings.alias(), readings.alias()
    pairs = select(ours.c.report, theirs.c.report, theirs.c.outlet)
    pairs = pairs.where(ours.c.shown, theirs.c.shown, ours.c.outlet_folded == own)
    sides = ((derivation.c.report, derivation.c.of), (derivation.c.of, derivation.c.report))
    found = (
        connection.execute(
            pairs.join_from(ours, derivation, mine == ours.c.report).join(theirs, their == theirs.c.report)
        ).all()
        for mine, their in sides
    )
    copied_from, copied_by = found
    return (
        _counted({(row[0], row[2]) for row in copied_from}),
        _counted({(row[1], row[2]) for row in copied_by}),
    )


def _counted(pairs: Iterable[tuple[int, str | None]]) -> tuple[Taken, ...]:
    """Each outlet once, with the number of different copies."""
    counts = Counter(name for _, name in pairs)
    return tuple(
        Taken(name, number) for name, number in sorted(counts.items(), key=lambda one: (-one[1], one[0] or ""))
    )
