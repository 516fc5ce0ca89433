"""A text cut where attributions begin and end, so that pieces which overlap can be shown side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hearsay.model.reading import Attribution, Reading
    from hearsay.model.report import Part
    from hearsay.model.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text, and what they are: roles (source, cue, content) of the attributions that they belong to.

    ``opens`` are the attributions whose first words these are: the place that links lead to.
    """

    text: str
    start: int
    roles: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the report in pieces."""

    kind: str
    start: int
    end: int
    pieces: tuple[Piece, ...]


def blocks(reading: Reading) -> tuple[Block, ...]:
    """The report part by part."""
    marks = _marks(reading.attributions)
    opens = {one.id: min(span.start for span in _spans(one)) for one in reading.attributions if _spans(one)}
    return tuple(_block(reading.report.text, part, marks, opens) for part in reading.report.parts)


def around(text: str, spans: Sequence[Span], reach: int = 160) -> tuple[Piece, ...]:
    """The words of some spans (role ``content``) with the text about them, cut at words, with an ellipsis."""
    if not spans:
        return ()
    first, last = min(one.start for one in spans), max(one.end for one in spans)
    begin, end = max(0, first - reach), min(len(text), last + reach)
    begin = 0 if begin == 0 else text.find(" ", begin - 1, first) + 1 or first
    end = len(text) if end == len(text) else text.rfind(" ", last, end) if " " in text[last:end] else last
    pieces, at = [], begin
    for span in sorted(spans):
        if span.start > at:
            pieces.append(Piece(_flat(text[at : span.start]), at))
        pieces.append(Piece(_flat(text[max(at, span.start) : span.end]), span.start, ("content",)))
        at = max(at, span.end)
    pieces.append(Piece(_flat(text[at:end]), at))
    head = (Piece("… ", begin),) if begin else ()
    tail = (Piece(" …", end),) if end < len(text) else ()
    return (*head, *(one for one in pieces if one.text), *tail)


def _spans(one: Attribution) -> tuple[Span, ...]:
    return (*one.source, *one.cue, *one.content)


def _marks(said: Iterable[Attribution]) -> tuple[tuple[Span, str, str], ...]:
    return tuple(
        (span, role, one.id)
        for one in said
        for role, spans in (("source", one.source), ("cue", one.cue), ("content", one.content))
        for span in spans
    )


def _block(text: str, part: Part, marks: Sequence[tuple[Span, str, str]], opens: dict[str, int]) -> Block:
    here = [mark for mark in marks if mark[0].start < part.end and part.start < mark[0].end]
    edges = {part.start, part.end}
    edges |= {edge for span, _, _ in here for edge in (span.start, span.end) if part.start < edge < part.end}
    ordered = sorted(edges)
    pieces = []
    for start, end in pairwise(ordered):
        over = [(role, name) for span, role, name in here if span.start <= start and end <= span.end]
        roles, names = dict.fromkeys(role for role, _ in over), dict.fromkeys(name for _, name in over)
        first = tuple(name for name in names if opens.get(name) == start)
        pieces.append(Piece(text[start:end], start, tuple(roles), tuple(names), first))
    return Block(part.kind, part.start, part.end, tuple(pieces))


def _flat(words: str) -> str:
    return words.replace("\n", " ")
