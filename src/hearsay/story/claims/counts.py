"""The figures of a claim as a history: who gave which, as of when, and what it took the place of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.model.story import Count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearsay.model.reading import Figure
    from hearsay.story.claims.heard import Heard
    from hearsay.story.claims.things import Thing

_ROUNDED = 0.02  # of a figure, by which one that is round may differ


def history(heard: Sequence[Heard]) -> tuple[Count, ...]:
    """Every figure of the statements that stand for themselves, in time; repetitions in copies add none."""
    counts: list[Count] = []
    known: list[tuple[Heard, Thing]] = []
    for one in sorted((one for one in heard if not one.repeats), key=lambda one: one.order):
        for figure, counted in zip(one.said.figures, one.said.things, strict=True):
            counts.append(_count(one, figure, _replaced(counts, known, one, counted, figure)))
            known.append((one, counted))
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
    counts: Sequence[Count], known: Sequence[tuple[Heard, Thing]], one: Heard, counted: Thing, figure: Figure
) -> int | None:
    """The last figure of the same body on the same thing, where it was another and of another moment.

    Two figures of one statement are two things, or what it was and what it is; neither is a revision of the other.
    Those of one report are, where it dates the speeches apart.
    """
    body = one.voice.body if one.voice else ""
    for place in range(len(counts) - 1, -1, -1):
        first, thing = known[place]
        if not body or not first.voice or first.voice.body != body or not thing.same(counted) or not _later(one, first):
            continue
        before = counts[place]
        return None if _agree(before, figure) else place
    return None


def _later(one: Heard, first: Heard) -> bool:
    if one.said.report != first.said.report:
        return True
    return one.said.key != first.said.key and _dated_apart(one.said_on, first.said_on)


def _dated_apart(day: str | None, other: str | None) -> bool:
    return None not in (day, other) and day != other


def _agree(before: Count, figure: Figure) -> bool:
    """Whether two figures are one: equal, or one of them is round and the other rounds to it ("some 320", 321)."""
    if (before.low, before.high) == (figure.low, figure.high):
        return True
    if "approx" not in (before.modifier, figure.modifier):
        return False
    return all(
        a is not None and b is not None and abs(a - b) <= _ROUNDED * max(abs(a), abs(b))
        for a, b in ((before.low, figure.low), (before.high, figure.high))
    )
