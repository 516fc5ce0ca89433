"""Where a gold record's words stand in a report's text: the gold gives words, not places."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hearsay.evaluation.folding import Folded
    from hearsay.evaluation.stories.gold import Statement
    from hearsay.model.span import Span


@dataclass(frozen=True, slots=True)
class Located:
    """A gold attribution and its places; ``None`` for a role whose words are not in the text."""

    gold: Statement
    source: tuple[Span, ...] | None
    cue: tuple[Span, ...] | None
    content: tuple[Span, ...] | None


def statements(text: Folded, gold: Iterable[Statement]) -> tuple[Located, ...]:
    """Each attribution where its pieces stand closest together; the same words twice are told apart in their order."""
    located: list[Located] = []
    for one in gold:
        taken = {(other.source, other.cue, other.content) for other in located}
        options = _options(text, one)
        free = [option for option in options if (option.source, option.cue, option.content) not in taken]
        located.append((free or options)[0])
    return tuple(located)


def each(text: Folded, words: Sequence[str], prefer: Sequence[Span]) -> tuple[Span | None, ...]:
    """A place of its own for each expression, long ones first; ``None`` where there is none left.

    Of several, one that was found exactly (``prefer``) comes before one found in part, and that before the first.
    """
    places: list[Span | None] = [None] * len(words)
    taken: list[Span] = []
    for at in sorted(range(len(words)), key=lambda i: (-len(words[i]), i)):
        free = [spot for spot in text.find(words[at]) if not any(spot.overlaps(other) for other in taken)]
        if free:
            chosen = max(free, key=lambda spot: (spot in prefer, any(spot.overlaps(p) for p in prefer)))
            places[at] = chosen
            taken.append(chosen)
    return tuple(places)


def _options(text: Folded, gold: Statement) -> list[Located]:
    """The ways to place an attribution: one for each place of its longest piece, the closest-knit first."""
    pieces = (gold.source, gold.cue, *gold.content)
    spots = [text.find(piece) if piece else () for piece in pieces]
    held = [at for at, found in enumerate(spots) if found]
    if not held:
        return [Located(gold, None, None, None)]
    anchor = max(held, key=lambda at: len(pieces[at]))
    ranked = [_around([*spots[:anchor], (place,), *spots[anchor + 1 :]], place) for place in spots[anchor]]
    return [_located(gold, places) for _, places in sorted(ranked, key=lambda option: option[0])]


def _around(spots: Sequence[tuple[Span, ...]], anchor: Span) -> tuple[int, tuple[Span | None, ...]]:
    """The closest-knit places with this anchor, and how far apart they are: a source belongs beside its cue."""
    sources, cues, *contents = spots
    beside = product(sources or (None,), cues or (None,))
    source, cue = min(beside, key=lambda pair: _gap(pair[1], anchor) + _gap(pair[0], pair[1] or anchor))
    nearest = [min(found, key=lambda spot: _gap(spot, anchor), default=None) for found in contents]
    apart = _gap(cue, anchor) + _gap(source, cue or anchor) + sum(_gap(spot, anchor) for spot in nearest)
    return apart, (source, cue, *nearest)


def _gap(spot: Span | None, other: Span) -> int:
    return max(spot.start - other.end, other.start - spot.end, 0) if spot else 0


def _located(gold: Statement, places: tuple[Span | None, ...]) -> Located:
    def role(wanted: bool, spots: Sequence[Span | None]) -> tuple[Span, ...] | None:
        found = tuple(spot for spot in spots if spot is not None)
        return found if found or not wanted else None

    source, cue, *content = places
    return Located(
        gold, role(bool(gold.source), [source]), role(bool(gold.cue), [cue]), role(bool(gold.content), content)
    )
