"""The proof of one stored reading: its line, its spans, its references, and the rows and index entries beside it."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from hearsay.errors import RecordError
from hearsay.record import fulltext, references, rows
from hearsay.record.damage import Damage
from hearsay.record.lines import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hearsay.model.reading import Reading
    from hearsay.record.damage import Kind


@dataclass(frozen=True, slots=True)
class Stored:
    """One reading as the tables hold it.

    ``statements`` are the stored columns under each statement's key; ``indexed`` is what the index holds of the
    reading (:func:`hearsay.record.fulltext.indexed`), ``said`` of each statement, under its key; neither may have it.
    """

    report_id: str
    version: int
    source: str
    source_size: int
    row: rows.ReadingRow
    line: str
    proof: bytes
    statements: Mapping[int, Mapping[str, str | None]]
    indexed: int | None
    said: Mapping[int, int]

    @property
    def where(self) -> str:
        """How a person finds it."""
        return f"report {self.report_id} version {self.version}"

    def damaged(self, kind: Kind, place: str, why: str) -> Damage:
        """A finding at a place of this reading."""
        return Damage(kind, f"{self.where} {place}".rstrip(), why)


def prove(stored: Stored) -> Iterator[Damage]:
    """Everything about one stored reading that does not hold."""
    if hashlib.sha256(stored.line.encode("utf-8", "surrogatepass")).hexdigest() != stored.row.line_sha256:
        yield stored.damaged("line", "", "the stored reading is not the one that was kept")
    try:
        reading = decoded(stored.line, stored.where)
    except RecordError as error:
        yield Damage("line", stored.where, str(error).removeprefix(f"{stored.where}: "))
        return
    yield from _references(stored, reading)
    yield from _spans(stored, reading)
    yield from _row(stored, reading)
    try:
        beside = rows.derive(reading)
    except ValueError:  # a span or an id, named above
        return
    yield from _statements(stored, beside)
    if stored.indexed != fulltext.expected(fulltext.REPORT_WORDS, (beside.text_forms, beside.name_forms)):
        yield stored.damaged("index", "", "the index of its words is out of step with its text")


def _references(stored: Stored, reading: Reading) -> Iterator[Damage]:
    yield from (stored.damaged("reference", where, why) for where, why in references.dangling(reading))
    if reading.report.id != stored.report_id:
        yield stored.damaged("reference", "", f"the reading is of report {reading.report.id}")
    if reading.report.source_sha256 != stored.source:
        yield stored.damaged("reference", "", f"the reading is of source {reading.report.source_sha256}")


def _spans(stored: Stored, reading: Reading) -> Iterator[Damage]:
    text = reading.report.text
    places = tuple(rows.places(reading))
    if len(stored.proof) != len(places) * rows.DIGEST:
        yield stored.damaged("span", "", f"{len(places)} spans, {len(stored.proof) / rows.DIGEST:g} proofs")
    for number, (place, span) in enumerate(places):
        proof = stored.proof[number * rows.DIGEST : (number + 1) * rows.DIGEST]
        if span.end > len(text):
            yield stored.damaged("span", place, f"{span.start}..{span.end} runs past a text of {len(text)}")
        elif proof and proof != rows.digest(span.of(text)):
            yield stored.damaged("span", place, f"the words at {span.start}..{span.end} are not those quoted")
    for number, part in enumerate(reading.report.parts):
        if part.source is not None and part.source.end > stored.source_size:
            yield stored.damaged("span", f"part.{number}.source", "runs past the bytes of the source")


def _row(stored: Stored, reading: Reading) -> Iterator[Damage]:
    derived = asdict(rows.reading_row(reading, stored.line.encode("utf-8", "surrogatepass")))
    for name, value in asdict(stored.row).items():
        if name != "line_sha256" and value != derived[name]:
            yield stored.damaged("row", name, f"is {value!r}, where the reading says {derived[name]!r}")


def _statements(stored: Stored, beside: rows.Rows) -> Iterator[Damage]:
    keys = {columns["attribution"]: key for key, columns in stored.statements.items()}
    for statement in beside.statements:
        key = keys.pop(statement.attribution, None)
        if key is None or dict(stored.statements[key]) != statement.stored():
            yield stored.damaged("row", statement.attribution, "its statement is missing or says something else")
        elif stored.said.get(key) != fulltext.expected(
            fulltext.STATEMENT_WORDS, (statement.speaker_forms, statement.content_forms)
        ):
            yield stored.damaged("index", statement.attribution, "the index of its words is out of step")
    yield from (stored.damaged("row", str(name), "is a statement that the reading does not hold") for name in keys)
