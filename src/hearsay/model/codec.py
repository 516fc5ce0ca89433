"""Records to the public JSON (schema ``hearsay/1``) and back."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from hearsay.model.reading import Actor, Attribution, Figure, MadeBy, Reading, Time
from hearsay.model.report import Rejected, Report

SCHEMA = "hearsay/1"


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report and everything that was read in it, as a line of the public JSON (schema ``hearsay/1``)."""

    schema: str
    report: Report
    attributions: tuple[Attribution, ...]
    actors: tuple[Actor, ...]
    times: tuple[Time, ...]
    figures: tuple[Figure, ...]
    made_by: MadeBy
    unread: str | None = None


@dataclass(frozen=True, slots=True)
class _RejectedLine:
    schema: str
    rejected: Rejected


def encode(record: Reading | Rejected) -> bytes:
    """One line of JSON, without its line end.

    A lone surrogate cannot be written as UTF-8; intake replaces them, so a record never holds one.
    """
    if isinstance(record, Rejected):
        return msgspec.json.encode(_RejectedLine(SCHEMA, record))
    return msgspec.json.encode(
        ReportLine(
            SCHEMA,
            record.report,
            record.attributions,
            record.actors,
            record.times,
            record.figures,
            record.made_by,
            record.unread,
        )
    )


def decode(line: bytes | str) -> Reading | Rejected:
    """The record that a line of JSON holds.

    Raises:
        ValueError: if the line is not JSON, not of this schema, or holds a malformed field.
    """
    head = msgspec.json.decode(line)
    if not isinstance(head, dict) or head.get("schema") != SCHEMA:
        raise ValueError(f"not a line of schema {SCHEMA}")
    if "rejected" in head:
        return msgspec.json.decode(line, type=_RejectedLine).rejected
    got = msgspec.json.decode(line, type=ReportLine)
    return Reading(got.report, got.attributions, got.actors, got.times, got.figures, got.made_by, got.unread)
