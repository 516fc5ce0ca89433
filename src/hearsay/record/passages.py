"""The passage of a report that best answers a query: where it is, what in it was found, and who says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.model.span import Span
from hearsay.record.query import Match, matches, merged
from hearsay.record.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hearsay.model.reading import Attribution, Reading
    from hearsay.record.query import Query
    from hearsay.record.words import Words

LONGEST = 320
"""Code points of a snippet; a longer part is cut between words."""

_LEAD = 100  # code points shown before the first highlight of a part that is cut

_TOLD = ("paragraph", "caption", "note")  # kinds that say more than a headline repeated


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text, the highlights in it, and the attribution that its first highlight lies in."""

    span: Span
    highlights: tuple[Span, ...]
    attribution: Attribution | None


def in_report(reading: Reading, query: Query) -> Passage:
    """The part of a report that answers most of a query, or its first paragraph where none of the text does.

    A report that was found by the name of an actor (a body that the text names by a role or a city) answers with that
    actor's mentions.
    """
    if not query.clauses and len(first := _best(_told(reading), ())) <= LONGEST:
        return Passage(first, (), None)
    found = words(reading.report.text)
    answers = matches(query, found) or _mentions(reading, query)
    span = _best(_told(reading), answers)
    return _cut(span, answers, found, reading.attributions)


def in_statement(reading: Reading, attribution: Attribution, query: Query) -> Passage:
    """The piece of an attribution's content that answers most of a query."""
    pieces = attribution.content or attribution.cue or attribution.source or (Span(0, 0),)
    if not query.clauses and len(pieces[0]) <= LONGEST:
        return Passage(pieces[0], (), attribution)
    found = words(reading.report.text)
    answers = matches(query, found)
    cut = _cut(_best([(piece, True) for piece in pieces], answers), answers, found, ())
    return Passage(cut.span, cut.highlights, attribution)


def innermost(attributions: Iterable[Attribution], place: Span) -> Attribution | None:
    """The attribution with the shortest piece of content that covers a place."""
    covering = [
        (len(piece), number, attribution)
        for number, attribution in enumerate(attributions)
        for piece in attribution.content
        if piece.covers(place)
    ]
    return min(covering, key=lambda entry: entry[:2])[2] if covering else None


def _told(reading: Reading) -> list[tuple[Span, bool]]:
    """The parts of a report, and whether each is one that tells rather than labels."""
    report = reading.report
    return [(part.span, part.kind in _TOLD) for part in report.parts] or [(Span(0, len(report.text)), True)]


def _mentions(reading: Reading, query: Query) -> tuple[Match, ...]:
    named = [actor for actor in reading.actors if matches(query, words(actor.name))]
    return tuple(Match(span, 0) for span in sorted(span for actor in named for span in actor.mentions))


def _best(passages: Sequence[tuple[Span, bool]], answers: Sequence[Match]) -> Span:
    """The passage with answers to most phrases; among equals one that tells; among those the first."""
    answered: dict[int, set[int]] = {}
    at = 0
    for answer in answers:
        while at < len(passages) - 1 and passages[at][0].end <= answer.span.start:
            at += 1
        if passages[at][0].covers(answer.span):
            answered.setdefault(at, set()).add(answer.phrase)
    order = range(len(passages))
    return passages[min(order, key=lambda n: (-len(answered.get(n, ())), not passages[n][1], n))][0]


def _cut(span: Span, answers: Sequence[Match], found: Words, attributions: Iterable[Attribution]) -> Passage:
    highlights = merged(answer.span for answer in answers if span.covers(answer.span))
    shown = _window(span, highlights[0].start if highlights else span.start, found)
    visible = tuple(highlight for highlight in highlights if shown.covers(highlight))
    return Passage(shown, visible, innermost(attributions, visible[0]) if visible else None)


def _window(span: Span, around: int, found: Words) -> Span:
    """A window of at most :data:`LONGEST` code points of ``span``, cut at words."""
    if len(span) <= LONGEST:
        return span
    first = max(span.start, around - _LEAD)
    last = min(span.end, first + LONGEST)
    inside = [place for place in found.places if first <= place[0] and place[1] <= last]
    start = span.start if first == span.start or not inside else inside[0][0]
    return Span(start, inside[-1][1] if inside else last)
