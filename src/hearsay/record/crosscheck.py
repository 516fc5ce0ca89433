"""Check of what was worked out across reports. Whatever fails here can be made anew from the readings."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import func, select

from hearsay.model.story import Derivation, Story
from hearsay.record import editions
from hearsay.record.damage import Damage
from hearsay.record.tables import claim, derivation, link, mark, member, story, trace
from hearsay.record.tables import report as reports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from hearsay.model.span import Span


def across(connection: Connection) -> Iterator[Damage]:
    """Everything across reports that does not hold."""
    names = {row.key: row.id for row in connection.execute(select(reports.c.key, reports.c.id))}
    yield from _traces(connection, names)
    yield from _links(connection, names)
    yield from _derivations(connection, names)
    yield from _stories(connection, names)


def _traces(connection: Connection, names: dict[int, str]) -> Iterator[Damage]:
    """A linked report has its marks, and is in one story."""
    counted = select(mark.c.report, func.count().label("many")).group_by(mark.c.report)
    kept = {row.report: row.many for row in connection.execute(counted)}
    inside = set(connection.scalars(select(member.c.report)))
    for key, marks in connection.execute(select(trace.c.report, trace.c.marks)):
        if len(marks) // array("q").itemsize != kept.get(key, 0):
            yield _damaged(names[key], "its marks are not those of its trace")
        if key not in inside:
            yield _damaged(names[key], "is linked, and in no story")


def _links(connection: Connection, names: dict[int, str]) -> Iterator[Damage]:
    pairs = {(row.report, row.other) for row in connection.execute(select(link))}
    yield from (_damaged(names[a], f"a link to {names[b]} leads one way") for a, b in pairs if (b, a) not in pairs)


def _derivations(connection: Connection, names: dict[int, str]) -> Iterator[Damage]:
    for row in connection.execute(select(derivation)).all():
        where = f"{names[row.report]} of {names[row.of]}"
        try:
            made = msgspec.json.decode(row.body, type=Derivation)
        except ValueError as error:
            yield _damaged(where, f"the derivation cannot be opened: {error}")
            continue
        if (made.report, made.of) != (names[row.report], names[row.of]):
            yield _damaged(where, f"tells of {made.report} and {made.of}")
        sizes = [_size(connection, key) for key in (row.report, row.of)]
        if not all(_inside(p.span, sizes[0]) and _inside(p.of, sizes[1]) for p in made.passages):
            yield _damaged(where, "a passage runs past the text")


def _stories(connection: Connection, names: dict[int, str]) -> Iterator[Damage]:
    counted = select(member.c.story, func.count().label("many"), func.min(member.c.report).label("first"))
    inside = {row.story: row for row in connection.execute(counted.group_by(member.c.story))}
    told = select(claim.c.story, func.count().label("many")).group_by(claim.c.story)
    claims = {row.story: row.many for row in connection.execute(told)}
    for row in connection.execute(select(story)).all():
        where = f"story {names[row.key]}"
        found = inside.get(row.key)
        if found is None or found.first != row.key or found.many != row.reports:
            yield _damaged(where, "its reports are not those that it counts")
        if row.body is not None:
            yield from (_damaged(where, why) for why in _body(row.body, row.reports, claims.get(row.key, 0)))


def _body(body: str, count: int, claims: int) -> Iterator[str]:
    try:
        told = msgspec.json.decode(body, type=Story)
    except ValueError as error:
        yield f"what is told of it cannot be opened: {error}"
        return
    if len(told.reports) != count or len(told.claims) != claims:
        yield "what is told of it is not what is listed"


def _size(connection: Connection, report: int) -> int:
    """Code points of the text by which a report stood when it was linked."""
    until = connection.scalar(select(trace.c.reading).where(trace.c.report == report))
    held = list(editions.of_report(connection, report, until)) if until is not None else []
    return len(editions.standing(held).reading.report.text) if held else 0


def _inside(span: Span, size: int) -> bool:
    return 0 <= span.start <= span.end <= size


def _damaged(where: str, why: str) -> Damage:
    return Damage("story", where, f"{why}; 'hearsay stories --relink' makes it anew")
