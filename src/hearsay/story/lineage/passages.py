"""Where the words of one body stand in another: seeds of four words, drawn out as far as they agree, and joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.model.story import Passage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hearsay.story.lineage.body import Body

SEED = 4
"""Words that must agree in a row before a place counts."""
_GAP = 8  # words that a desk may have changed between two places of one passage
_PLACES = 6  # places that are tried of a run of words which the other text repeats


@dataclass(frozen=True, slots=True)
class Match:
    """Words of ``a`` from ``first`` on that stand in ``b`` from ``other`` on, ``length`` in a row."""

    first: int
    other: int
    length: int


Seeds = "Mapping[tuple[str, ...], Sequence[int]]"


def seeds(body: Body) -> dict[tuple[str, ...], list[int]]:
    """Every run of :data:`SEED` words of a body, and where it begins."""
    found: dict[tuple[str, ...], list[int]] = {}
    for at, run in enumerate(_runs(body.words)):
        places = found.setdefault(run, [])
        if len(places) < _PLACES:
            places.append(at)
    return found


def matches(a: Body, b: Body, of_b: Mapping[tuple[str, ...], Sequence[int]]) -> tuple[Match, ...]:
    """The words of ``a`` that stand in ``b``, in the order of ``a``, no word of ``a`` twice.

    Where a run stands in several places of ``b`` the longest agreement is taken, then the one that goes on from the
    place before.
    """
    found: list[Match] = []
    at, runs = 0, list(_runs(a.words))
    while at < len(runs):
        if places := of_b.get(runs[at]):
            after = found[-1].other + found[-1].length if found else 0
            match = max(
                (Match(at, place, _length(a.words, b.words, at, place)) for place in places),
                key=lambda one: (one.length, one.other >= after, -abs(one.other - after)),
            )
            found.append(match)
            at += match.length
        else:
            at += 1
    return tuple(found)


def joined(found: Sequence[Match], a: Body, b: Body) -> tuple[Passage, ...]:
    """The matches as passages: those that follow each other in both texts with a few words changed are one."""
    runs: list[list[int]] = []  # first and last word in a, in b
    for match in found:
        last = runs[-1] if runs else None
        if last and match.first - last[1] <= _GAP and 0 <= match.other - last[3] <= _GAP:
            last[1], last[3] = match.first + match.length, match.other + match.length
        else:
            runs.append([match.first, match.first + match.length, match.other, match.other + match.length])
    return tuple(Passage(a.span(run[0], run[1]), b.span(run[2], run[3])) for run in runs)


def _runs(words: Sequence[str]) -> zip[tuple[str, ...]]:
    return zip(*(words[shift:] for shift in range(SEED)), strict=False)


def _length(a: Sequence[str], b: Sequence[str], at: int, place: int) -> int:
    length, most = SEED, min(len(a) - at, len(b) - place)
    while length < most and a[at + length] == b[place + length]:
        length += 1
    return length
