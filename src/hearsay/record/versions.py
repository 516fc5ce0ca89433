"""The versions of a report, and what changed between two of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

from sqlalchemy import func, select

from hearsay.record.lines import opened
from hearsay.record.tables import line as lines
from hearsay.record.tables import reading as readings
from hearsay.record.tables import report as reports
from hearsay.record.tables import version as versions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from hearsay.model.report import Report

FIELDS = ("headline", "slug", "section", "outlet", "agency", "credit", "published", "status", "correction", "rights")
"""The fields of a report whose change is told; its parts tell the rest."""


@dataclass(frozen=True, slots=True)
class Version:
    """One state of a report, as it was last read.

    ``kept_at`` is when it was first kept (ISO 8601, UTC); ``readings`` is how many readings of it are kept.
    ``withdrawn`` is the number of the version by which its publisher withdrew it; ``None`` for one that stands, and for
    the one that withdraws.
    """

    number: int
    report_id: str
    uri: str
    headline: str | None
    published: str | None
    source_sha256: str
    kept_at: str
    readings: int
    withdrawn: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two versions: what changed (a field, or the kind of a part), from what, to what.

    ``before`` is ``None`` for something added, ``after`` for something removed. ``str()`` tells it in words.
    """

    what: str
    before: str | None
    after: str | None

    @property
    def how(self) -> Literal["added", "removed", "changed"]:
        """In one word."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"

    def __str__(self) -> str:
        if self.before is None or self.after is None:
            return f"{self.what} {self.how}: {self.after if self.before is None else self.before}"
        return f"{self.what} changed: {self.before} → {self.after}"


def history(connection: Connection, report_id: str) -> tuple[Version, ...]:
    """The versions of a report, first to last; empty where there is no such report."""
    newest = (
        select(readings.c.version, func.max(readings.c.key).label("key"), func.count().label("count"))
        .join(reports, reports.c.key == readings.c.report)
        .where(reports.c.id == report_id)
        .group_by(readings.c.version)
        .subquery()
    )
    query = (
        select(versions.c.number, readings.c.uri, readings.c.headline, readings.c.published, versions.c.source)
        .add_columns(versions.c.kept_at, newest.c.count)
        .join(readings, readings.c.version == versions.c.key)
        .join(newest, newest.c.key == readings.c.key)
        .order_by(versions.c.number)
    )
    found = [Version(number, report_id, *rest) for number, *rest in connection.execute(query)]
    kill = _kill(connection, report_id) if len(found) > 1 else None
    return tuple(one if one.number == kill else replace(one, withdrawn=kill) for one in found)


def _kill(connection: Connection, report_id: str) -> int | None:
    """The number of the version that a report shows, if that withdraws it."""
    query = (
        select(versions.c.number, lines.c.body, readings.c.line_sha256)
        .select_from(readings)
        .join(lines, lines.c.reading == readings.c.key)
        .join(versions, versions.c.key == readings.c.version)
        .join(reports, reports.c.key == readings.c.report)
        .where(reports.c.id == report_id, readings.c.shown)
    )
    row = connection.execute(query).first()
    gone = row and opened(row.body, row.line_sha256, report_id).report.status == "withdrawn"
    return row.number if row and gone else None


def changes(before: Report, after: Report) -> tuple[Change, ...]:
    """What changed from one version to another: first the fields, then the parts in reading order."""
    fields = tuple(
        Change(name, getattr(before, name), getattr(after, name))
        for name in FIELDS
        if getattr(before, name) != getattr(after, name)
    )
    return fields + tuple(_changed_parts(_parts(before), _parts(after)))


def _parts(report: Report) -> list[tuple[str, str]]:
    return [(part.kind, part.span.of(report.text)) for part in report.parts] or [("text", report.text)]


def _changed_parts(before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]]) -> Iterator[Change]:
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _replaced(before[start:end], after[new_start:new_end])


def _replaced(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> Iterator[Change]:
    """Parts of one kind that stand in the same order are one part changed; the others came or went."""
    for kind in dict.fromkeys(kind for kind, _ in (*old, *new)):
        olds = [text for other, text in old if other == kind]
        news = [text for other, text in new if other == kind]
        for before, after in zip_longest(olds, news):
            if before != after:
                yield Change(kind, before, after)
