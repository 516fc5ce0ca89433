"""One-to-one matching of what was found with what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hearsay.model.span import Span

G = TypeVar("G")
F = TypeVar("F")


def pairs(gold: Sequence[G], found: Sequence[F], score: Callable[[G, F], float]) -> list[tuple[int, int]]:
    """Greedy matching, best score first and then in order; a pair of score 0 is no match.

    Returns the index pairs (gold, found), in the order of the gold.
    """
    scored = ((score(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    matched = []
    for value, i, j in sorted((entry for entry in scored if entry[0] > 0), key=lambda e: (-e[0], e[1], e[2])):
        if value > 0 and i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            matched.append((i, j))
    return sorted(matched)


def shared(first: Sequence[Span], second: Sequence[Span]) -> int:
    """How many positions two sets of pieces have in common (the pieces of a set do not overlap)."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in first for b in second)
