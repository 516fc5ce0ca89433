"""The figures of a claim as a history: who gave which, as of when, and what it took the place of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.model.story import Count
from hearsay.story.claims import things

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hearsay.model.reading import Figure, Reading
    from hearsay.story.claims.heard import Heard
    from hearsay.story.claims.things import Thing

_WORDY = 160  # characters on either side of a statement's content that can say what it counts


def history(heard: Sequence[Heard], readings: Mapping[str, Reading]) -> tuple[Count, ...]:
    """Every figure of the statements that stand for themselves, in time; repetitions in copies add none."""
    counts: list[Count] = []
    known: list[tuple[str, Thing]] = []
    for one in sorted((one for one in heard if not one.repeats), key=lambda one: one.order):
        body = one.voice.body if one.voice else ""
        for figure in one.said.figures:
            counted = _thing(one, figure, readings[one.said.report])
            counts.append(_count(one, figure, _replaced(counts, known, body, counted, figure)))
            known.append((body, counted))
    return tuple(counts)


def changes(counts: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Each figure that took the place of another, after that other."""
    for count in counts:
        if count.replaced is not None:
            yield counts[count.replaced], count


def _count(one: Heard, figure: Figure, replaced: int | None) -> Count:
    return Count(
        report=one.said.report,
        speaker=one.voice.name if one.voice else None,
        low=figure.low,
        high=figure.high,
        modifier=figure.modifier,
        unit=figure.unit,
        about=figure.about,
        said_on=one.said_on,
        span=figure.span,
        replaced=replaced,
    )


def _replaced(
    counts: Sequence[Count], known: Sequence[tuple[str, Thing]], body: str, counted: Thing, figure: Figure
) -> int | None:
    """The last figure of the same body on the same thing, where it was another."""
    for place in range(len(counts) - 1, -1, -1):
        if body and known[place][0] == body and known[place][1].same(counted):
            before = counts[place]
            return None if (before.low, before.high) == (figure.low, figure.high) else place
    return None


def _thing(one: Heard, figure: Figure, reading: Reading) -> Thing:
    content = one.said.attribution.content
    start = min((piece.start for piece in content), default=figure.span.start)
    end = max((piece.end for piece in content), default=figure.span.end)
    return things.thing(reading.report.text, max(start, figure.span.start - _WORDY), end, figure)
