"""A reading as the rows that stand for it: the one place where what is stored beside the line is derived from it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from hearsay.model.report import Provenance
from hearsay.record.references import dangling
from hearsay.record.words import fold, forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.model.reading import Actor, Attribution, Reading
    from hearsay.model.report import Report
    from hearsay.model.span import Span

DIGEST = 8
"""Bytes of SHA-256 kept of the words at each span."""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """What search asks of a reading without opening it."""

    line_sha256: str
    face_sha256: str
    uri: str
    headline: str | None
    outlet: str | None
    outlet_folded: str | None
    published: str | None
    day: str | None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """An attribution as search finds it; the last two are indexed and not stored."""

    attribution: str
    speaker: str | None
    speaker_type: str | None
    stance: str
    speaker_forms: str
    content_forms: str

    def stored(self) -> dict[str, str | None]:
        """The columns of the table."""
        return {
            "attribution": self.attribution,
            "speaker": self.speaker,
            "speaker_type": self.speaker_type,
            "stance": self.stance,
        }


@dataclass(frozen=True, slots=True)
class Rows:
    """What stands beside the row of a reading; the last two are indexed and not stored.

    ``proof`` is a digest (:func:`digest`) of the words at each span, one after the other as :func:`places` has them.
    """

    proof: bytes
    statements: tuple[StatementRow, ...]
    text_forms: str
    name_forms: str


def derive(reading: Reading) -> Rows:
    """The rows that stand beside the row of a reading.

    Raises:
        ValueError: if a span runs past the text, or a reference leads nowhere.
    """
    for where, why in dangling(reading):
        raise ValueError(f"{where}: {why}")
    text = reading.report.text
    return Rows(
        b"".join(digest(span.of(text)) for _, span in places(reading)),
        tuple(_statement_row(reading, attribution) for attribution in reading.attributions),
        forms(text),
        " ".join(filter(None, (forms(_names(actor)) for actor in reading.actors))),
    )


def reading_row(reading: Reading, line: bytes) -> ReadingRow:
    """The row of the reading itself, whose line is given."""
    report = reading.report
    return ReadingRow(
        hashlib.sha256(line).hexdigest(),
        face(report),
        report.uri,
        report.headline,
        report.outlet,
        None if report.outlet is None else folded(report.outlet),
        report.published,
        None if report.published is None else report.published[:10],
    )


def folded(name: str) -> str:
    """A name as names are compared: its words folded, a space between."""
    return " ".join(fold(part) for part in name.split())


def face(report: Report) -> str:
    """SHA-256 of what a reader of the page sees of the report: a new face is a new version.

    Left out is what can change while the published report stays as it was: the bytes and where in them a part stood,
    their charset and type, where and when the page was fetched, the statements that the fields were weighed from, and
    the time of modification, which many systems renew with every fetch. A provenance that is not there leaves no trace.
    """
    origin = None if report.provenance is None else replace(report.provenance, fetched=None)
    shown = replace(
        report,
        uri="",
        source_sha256="",
        media_type="",
        charset=None,
        modified=None,
        evidence=(),
        parts=tuple(replace(part, source=None) for part in report.parts),
    )
    fields = msgspec.to_builtins(shown)
    del fields["provenance"]
    if origin is not None and origin != Provenance():
        fields["provenance"] = msgspec.to_builtins(origin)
    return hashlib.sha256(msgspec.json.encode(fields)).hexdigest()


def places(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Every span of a reading into its text, under its name: ``a3.content.0``, ``e1.mention.2``, ``part.4``."""
    for number, part in enumerate(reading.report.parts):
        yield f"part.{number}", part.span
    for attribution in reading.attributions:
        for role in ("source", "cue", "content"):
            for number, span in enumerate(getattr(attribution, role)):
                yield f"{attribution.id}.{role}.{number}", span
    for actor in reading.actors:
        for number, span in enumerate(actor.mentions):
            yield f"{actor.id}.mention.{number}", span
    for number, time in enumerate(reading.times):
        yield f"time.{number}", time.span
    for number, figure in enumerate(reading.figures):
        yield f"figure.{number}", figure.span


def digest(quoted: str) -> bytes:
    """What is kept of the words at a span, to prove that they are still the same words."""
    return hashlib.sha256(quoted.encode()).digest()[:DIGEST]


def _statement_row(reading: Reading, attribution: Attribution) -> StatementRow:
    speaker = reading.actor(attribution.speaker)
    text = reading.report.text
    return StatementRow(
        attribution.id,
        None if speaker is None else speaker.name,
        None if speaker is None else speaker.type,
        attribution.stance,
        "" if speaker is None else forms(_names(speaker)),
        " ".join(filter(None, (forms(piece.of(text)) for piece in attribution.content))),
    )


def _names(actor: Actor) -> str:
    return actor.name if actor.role is None else f"{actor.name} {actor.role}"
