"""Readings taken off the record's shelf: many at once, and those that were just read kept at hand."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from hearsay.record.lines import opened
from hearsay.record.tables import line as lines
from hearsay.record.tables import reading as readings
from hearsay.record.tables import report as reports
from hearsay.record.tables import version as versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    from hearsay.model.reading import Reading
    from hearsay.record.store import Record

AT_HAND = 1000
"""Readings that are kept open."""

_AT_ONCE = 500  # keys of one question


class Shelf:
    """The readings of a record by report and version. One shelf may be used from several threads.

    What is at hand is known by the digest of its stored line, and so is never out of date: a report that was read
    anew has another line.
    """

    def __init__(self, record: Record, at_hand: int = AT_HAND) -> None:
        self._record = record
        self._at_hand = at_hand
        self._open: OrderedDict[str, Reading] = OrderedDict()
        self._lock = Lock()

    def take(self, wanted: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Reading]:
        """The newest reading of each version asked for, by report id and number; what there is not is left out."""
        asked = set(wanted)
        with self._record._looking() as connection:
            digests = _digests(connection, asked)
            with self._lock:
                known = {sha: self._open[sha] for _, sha in digests.values() if sha in self._open}
            missing = {key: (sha, name) for (name, _), (key, sha) in digests.items() if sha not in known}
            fetched = _fetch(connection, missing)
        self._keep(fetched)
        return {place: known.get(sha) or fetched[sha] for place, (_, sha) in digests.items()}

    def _keep(self, fetched: Mapping[str, Reading]) -> None:
        with self._lock:
            self._open.update(fetched)
            while len(self._open) > self._at_hand:
                self._open.popitem(last=False)


def _digests(connection: Connection, asked: set[tuple[str, int]]) -> dict[tuple[str, int], tuple[int, str]]:
    """For each version its newest reading's key and digest."""
    found: dict[tuple[str, int], tuple[int, str]] = {}
    names = sorted({name for name, _ in asked})
    for at in range(0, len(names), _AT_ONCE):
        newest = (
            select(func.max(readings.c.key).label("key"))
            .join(reports, reports.c.key == readings.c.report)
            .where(reports.c.id.in_(names[at : at + _AT_ONCE]))
            .group_by(readings.c.version)
            .subquery()
        )
        query = (
            select(reports.c.id, versions.c.number, readings.c.key, readings.c.line_sha256)
            .join(newest, newest.c.key == readings.c.key)
            .join(versions, versions.c.key == readings.c.version)
            .join(reports, reports.c.key == readings.c.report)
        )
        for name, number, key, sha in connection.execute(query):
            if (name, number) in asked:
                found[name, number] = (key, sha)
    return found


def _fetch(connection: Connection, missing: Mapping[int, tuple[str, str]]) -> dict[str, Reading]:
    fetched: dict[str, Reading] = {}
    keys = sorted(missing)
    for at in range(0, len(keys), _AT_ONCE):
        query = select(lines.c.reading, lines.c.body).where(lines.c.reading.in_(keys[at : at + _AT_ONCE]))
        for key, body in connection.execute(query):
            sha, name = missing[key]
            fetched[sha] = opened(body, sha, name)
    return fetched
