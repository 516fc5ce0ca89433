"""Statements as they are compared: what one speaker's word in one report is about, with what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.model.reading import Attribution
from hearsay.model.span import Span
from hearsay.story.claims import terms, things
from hearsay.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.model.reading import Actor, Figure, Reading
    from hearsay.model.report import PartKind, Report
    from hearsay.story.claims.things import Thing

_WORDY = 160  # characters before a figure that can say what it counts
_TOLD: tuple[PartKind, ...] = ("headline", "paragraph", "note", "caption")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and its surroundings.

    ``own`` are the words of its content (of its sentence where it has none), ``sentence`` those of the sentences that
    it stands in, ``around`` with the sentence before, ``block`` those of its paragraph. ``first`` and ``last`` are
    the numbers of its sentences in the report, ``part`` that of its paragraph. ``things`` are what its figures count.
    """

    report: str
    attribution: Attribution
    speaker: Actor | None
    text: str
    own: tuple[str, ...]
    sentence: tuple[str, ...]
    around: tuple[str, ...]
    block: tuple[str, ...]
    first: int
    last: int
    part: int
    headline: bool
    figures: tuple[Figure, ...]
    things: tuple[Thing, ...]

    @property
    def key(self) -> tuple[str, str]:
        """Which statement it is: the report's id, and the attribution's in it."""
        return self.report, self.attribution.id


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    part: int
    headline: bool


def statements(reading: Reading) -> tuple[Said, ...]:
    """Every statement of a report, in reading order."""
    text = reading.report.text
    told = [
        _Sentence(span, number, part.kind == "headline")
        for number, part in enumerate(reading.report.parts)
        if part.kind in _TOLD
        for span in sentences.split(text, part.span)
    ]
    found = ((one, _touched(told, one)) for one in (*reading.attributions, *_corrections(reading)))
    return tuple(_said(reading, one, told, where) for one, where in found if where)


def _corrections(reading: Reading) -> Iterator[Attribution]:
    """The report's correction of an earlier one in its own voice, where no attribution has it. Its id is empty."""
    note = note_of(reading.report)
    if note and not any(
        one.stance == "retracts" and any(piece.overlaps(note) for piece in (*one.content, *one.cue))
        for one in reading.attributions
    ):
        yield Attribution(id="", kind="indirect", content=(note,), stance="retracts")


def note_of(report: Report) -> Span | None:
    """Where a report says that it corrects an earlier one, or an earlier version of itself."""
    if not report.correction:
        return None
    at = report.text.find(report.correction)
    return Span(at, at + len(report.correction)) if at >= 0 else None


def _touched(told: list[_Sentence], one: Attribution) -> range:
    """The sentences that a statement stands in, from its first word to its last."""
    pieces = (*one.source, *one.cue, *one.content)
    if not pieces:
        return range(0)
    start, end = min(piece.start for piece in pieces), max(piece.end for piece in pieces)
    inside = [number for number, each in enumerate(told) if each.span.start < end and each.span.end > start]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _said(reading: Reading, one: Attribution, told: list[_Sentence], where: range) -> Said:
    text, report = reading.report.text, reading.report
    anchor = min(piece.start for piece in one.content or one.cue or one.source)
    home = next((told[number] for number in where if told[number].span.end > anchor), told[where[0]])
    sentence = " ".join(told[number].span.of(text) for number in where)
    before = told[where[0] - 1] if where[0] else None
    lead = before.span.of(text) if before and not before.headline else ""
    content = " ".join(piece.of(text) for piece in one.content)
    figures = tuple(_figures(reading, one))
    return Said(
        report=report.id,
        attribution=one,
        speaker=reading.actor(one.speaker),
        text=content,
        own=terms.words(content or sentence),
        sentence=terms.words(sentence),
        around=terms.words(f"{lead} {sentence}"),
        block=terms.words(report.parts[home.part].span.of(text)),
        first=where[0],
        last=where[-1],
        part=home.part,
        headline=home.headline,
        figures=figures,
        things=tuple(_thing(text, one, figure) for figure in figures),
    )


def _figures(reading: Reading, one: Attribution) -> Iterator[Figure]:
    """The figures that a statement gives."""
    for figure in reading.figures:
        if figure.attribution == one.id and (figure.low is not None or figure.high is not None):
            yield figure


def _thing(text: str, one: Attribution, figure: Figure) -> Thing:
    start = min((piece.start for piece in one.content), default=figure.span.start)
    end = max((piece.end for piece in one.content), default=figure.span.end)
    return things.thing(text, max(start, figure.span.start - _WORDY), end, figure)
