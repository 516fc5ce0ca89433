"""What was worked out across reports, kept beside the readings: traces, derivations, links, stories, claims.

Everything here is told in keys of reports and in bytes; what they mean is :mod:`hearsay.story`'s affair. A
:class:`Links` lives inside one transaction, which holds the write lock: two processes that link one record take turns.
"""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, insert, literal, select, union_all, update

from hearsay.record import editions
from hearsay.record.tables import claim, derivation, link, mark, member, standing, story, trace
from hearsay.record.tables import line as lines
from hearsay.record.tables import reading as readings
from hearsay.record.tables import report as reports
from hearsay.record.tables import statement as statements
from hearsay.record.tables import version as versions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sqlalchemy import CompoundSelect, Connection

    from hearsay.model.reading import Reading

_MANY = 500
"""Values of one ``IN``: SQLite takes no more than 999 in old builds."""

LONGEST = 200
"""Reports that are looked at of those with one mark, the last kept first: what more of them have tells little."""

_AT_ONCE = 16  # marks of one query

_KILL = '"status":"withdrawn"'  # as the codec writes it; in a text these quotation marks are escaped


@dataclass(frozen=True, slots=True)
class Shown:
    """The reading that a report shows: the report's key and the reading's."""

    report: int
    reading: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What a story lists of a report without opening it."""

    report: int
    id: str
    outlet: str | None
    headline: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Summary:
    """A story as it is listed.

    ``key`` is the key of the report of it that was kept first. ``last_change`` is a report's own stamp, ``moment`` the
    same in UTC, to sort by; empty where no report states a day.
    """

    key: int
    title: str
    reports: int
    outlets: int
    origins: int
    last_change: str | None
    moment: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What the list of claims asks of a claim without opening its story; ``said`` are its statements' places.

    A place is the id of a report and the attribution's id in the reading that the report shows.
    """

    id: str
    state: str
    revised: bool
    sources: int
    text: str
    said: tuple[tuple[str, str], ...] = ()


class Links:
    """The tables across reports, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def pending(self) -> Shown | None:
        """The reading that was kept longest ago of those that are not linked yet.

        Readings are linked in the order of their keys, so all that come after the last one linked are pending. One that
        came late and is not shown may be the text of a report that was withdrawn before: its report is linked again.
        """
        last = select(func.coalesce(func.max(trace.c.reading), 0)).scalar_subquery()
        after = readings.alias("after")
        later = select(literal(1)).where(
            after.c.report == readings.c.report, after.c.shown, after.c.key > readings.c.key
        )
        query = select(readings.c.report, readings.c.key).where(readings.c.key > last, ~later.exists())
        row = self._connection.execute(query.order_by(readings.c.key).limit(1)).first()
        return None if row is None else Shown(row.report, row.key)

    def reading(self, report: int) -> Reading:
        """The reading by which a report stands.

        Raises:
            RecordError: if what is stored is not what was kept.
        """
        return editions.standing(editions.of_report(self._connection, report)).reading

    def put(self, shown: Shown, features: bytes, marks: Collection[int]) -> None:
        """Keep what finds a report's relatives, in place of what was kept of an earlier reading of it."""
        self._forget(shown.report)
        packed = array("q", sorted(set(marks)))
        self._connection.execute(
            insert(trace).values(report=shown.report, reading=shown.reading, features=features, marks=packed.tobytes())
        )
        if packed:
            self._connection.execute(insert(mark), [{"key": key, "report": shown.report} for key in packed])

    def sharing(self, marks: Collection[int], report: int, most: int) -> tuple[int, ...]:
        """Other reports that share marks, those that share most first, the older first among equals.

        Of each mark :data:`LONGEST` reports are looked at, so that it costs no more in a large record.
        """
        counts = Counter[int]()
        for some in _chunks(sorted(set(marks)), _AT_ONCE):
            given = {f"key{number}": key for number, key in enumerate(some)}
            counts.update(self._connection.scalars(_latest(len(some)), {**given, "report": report}))
        return tuple(sorted(counts, key=lambda other: (-counts[other], other))[:most])

    def features(self, keys: Iterable[int]) -> dict[int, bytes]:
        """What was kept of each report's features."""
        found: dict[int, bytes] = {}
        for some in _chunks(keys):
            query = select(trace.c.report, trace.c.features).where(trace.c.report.in_(some))
            found.update((row.report, row.features) for row in self._connection.execute(query))
        return found

    def derive(self, report: int, of: int, body: str) -> None:
        """Keep that one report's text comes from another's; they are linked by it."""
        self._connection.execute(insert(derivation).values(report=report, of=of, body=body))
        self.join(report, of)

    def join(self, report: int, other: int) -> None:
        """Keep that two reports are near each other."""
        known = select(literal(1)).where(link.c.report == report, link.c.other == other)
        if report != other and self._connection.scalar(known) is None:
            pairs = [{"report": report, "other": other}, {"report": other, "other": report}]
            self._connection.execute(insert(link), pairs)

    def component(self, report: int) -> frozenset[int]:
        """The reports that links lead to, near or far, itself included."""
        found, edge = {report}, [report]
        while edge:
            reached: set[int] = set()
            for some in _chunks(edge):
                reached.update(self._connection.scalars(select(link.c.other).where(link.c.report.in_(some))))
            edge = sorted(reached - found)
            found.update(edge)
        return frozenset(found)

    def beyond(self, keys: Collection[int]) -> frozenset[int]:
        """The reports that are near some others and not among them."""
        found: set[int] = set()
        for some in _chunks(keys):
            found.update(self._connection.scalars(select(link.c.other).where(link.c.report.in_(some))))
        return frozenset(found.difference(keys))

    def derivations(self, keys: Collection[int]) -> Iterator[tuple[int, int, str]]:
        """The derivations of these reports from each other: copy, what it comes from, body."""
        inside = frozenset(keys)
        for some in _chunks(sorted(inside)):
            query = select(derivation).where(derivation.c.report.in_(some)).order_by(*derivation.primary_key)
            for row in self._connection.execute(query):
                if row.of in inside:
                    yield row.report, row.of, row.body

    def facts(self, keys: Iterable[int]) -> dict[int, Facts]:
        """What a story lists of each report."""
        columns = (reports.c.key, reports.c.id, readings.c.outlet, readings.c.headline, readings.c.published)
        found: dict[int, Facts] = {}
        for some in _chunks(keys):
            query = select(*columns).join(readings, (readings.c.report == reports.c.key) & readings.c.shown)
            rows = self._connection.execute(query.where(reports.c.key.in_(some)))
            found.update((row.key, Facts(*row)) for row in rows)
            for key in self._killed(some):
                one = self.reading(key).report
                found[key] = Facts(key, one.id, one.outlet, one.headline, one.published)
        return found

    def _killed(self, keys: list[int]) -> tuple[int, ...]:
        """Those of some reports that were withdrawn after another version of them was kept."""
        other = select(literal(1)).where(versions.c.report == readings.c.report, versions.c.key != readings.c.version)
        query = select(readings.c.report).join(lines, lines.c.reading == readings.c.key)
        query = query.where(readings.c.report.in_(keys), readings.c.shown, other.exists(), lines.c.body.contains(_KILL))
        return tuple(self._connection.scalars(query))

    def partition(self, keys: Collection[int]) -> dict[int, frozenset[int]]:
        """The stories that these reports are in now, each with all its reports."""
        found: dict[int, frozenset[int]] = {}
        for some in _chunks(keys):
            stories = select(member.c.story).where(member.c.report.in_(some)).distinct()
            found.update((key, self.members(key)) for key in self._connection.scalars(stories))
        return found

    def members(self, key: int) -> frozenset[int]:
        """The reports of a story."""
        return frozenset(self._connection.scalars(select(member.c.report).where(member.c.story == key)))

    def dissolve(self, key: int) -> None:
        """Forget a story; its reports stay."""
        for table in (standing, claim, member):
            self._connection.execute(delete(table).where(table.c.story == key))
        self._connection.execute(delete(story).where(story.c.key == key))

    def found(self, summary: Summary, keys: Collection[int]) -> None:
        """Keep a story; what is told of it is worked out when somebody asks."""
        values = {name: getattr(summary, name) for name in Summary.__slots__}
        self._connection.execute(insert(story).values(**values, body=None))
        self._connection.execute(insert(member), [{"report": key, "story": summary.key} for key in sorted(keys)])

    def stale(self, most: int) -> tuple[int, ...]:
        """Stories that nobody has asked for since they changed, the one that changed last first."""
        query = select(story.c.key).where(story.c.body.is_(None)).order_by(story.c.moment.desc(), story.c.key)
        return tuple(self._connection.scalars(query.limit(most)))

    def tell(self, key: int, body: str, claims: Iterable[ClaimRow]) -> None:
        """Keep what was worked out of a story."""
        self._connection.execute(update(story).where(story.c.key == key).values(body=body))
        for table in (standing, claim):
            self._connection.execute(delete(table).where(table.c.story == key))
        told = list(claims)
        if told:
            columns = [name for name in ClaimRow.__slots__ if name != "said"]
            rows = [{name: getattr(row, name) for name in columns} for row in told]
            self._connection.execute(
                insert(claim), [{"story": key, "number": number, **row} for number, row in enumerate(rows, 1)]
            )
        numbered = reversed(list(enumerate(told, 1)))
        self._stand(key, {place: (number, row.state) for number, row in numbered for place in row.said})

    def clear(self) -> None:
        """Forget everything that was worked out across reports; every report is pending then."""
        for table in (standing, claim, member, story, link, derivation, mark, trace):
            self._connection.execute(delete(table))

    def _stand(self, key: int, stood: Mapping[tuple[str, str], tuple[int, str]]) -> None:
        """Keep how the statements of a story stand, each by the weightiest claim that it is of: number and state."""
        query = (
            select(statements.c.key, reports.c.id, statements.c.attribution)
            .select_from(member)
            .join(reports, reports.c.key == member.c.report)
            .join(readings, (readings.c.report == member.c.report) & readings.c.shown)
            .join(statements, statements.c.reading == readings.c.key)
            .where(member.c.story == key)
        )
        rows = [
            dict(zip(("statement", "story", "number", "state"), (statement, key, *stood[report, said]), strict=True))
            for statement, report, said in self._connection.execute(query)
            if (report, said) in stood
        ]
        if rows:
            self._connection.execute(insert(standing), rows)

    def _forget(self, report: int) -> None:
        old = self._connection.scalar(select(trace.c.marks).where(trace.c.report == report))
        if old is None:
            return
        marks = array("q")
        marks.frombytes(old)
        for some in _chunks(marks):
            self._connection.execute(delete(mark).where(mark.c.key.in_(some), mark.c.report == report))
        self._connection.execute(delete(trace).where(trace.c.report == report))
        self._connection.execute(
            delete(derivation).where((derivation.c.report == report) | (derivation.c.of == report))
        )
        others = self._connection.scalars(select(link.c.other).where(link.c.report == report)).all()
        self._connection.execute(delete(link).where(link.c.report == report))
        for some in _chunks(others):
            self._connection.execute(delete(link).where(link.c.report.in_(some), link.c.other == report))


@lru_cache(maxsize=_AT_ONCE)
def _latest(marks: int) -> CompoundSelect[tuple[int]]:
    """The reports with each of so many marks, ``key0`` and on, but for ``report``: those kept last."""
    other = mark.c.report != bindparam("report")
    lists = (
        select(mark.c.report).where(mark.c.key == bindparam(f"key{number}"), other).order_by(mark.c.report.desc())
        for number in range(marks)
    )
    return union_all(*(select(one.limit(LONGEST).subquery().c.report) for one in lists))


def _chunks(values: Iterable[int], size: int = _MANY) -> Iterator[list[int]]:
    given = list(values)
    for at in range(0, len(given), size):
        yield given[at : at + size]
