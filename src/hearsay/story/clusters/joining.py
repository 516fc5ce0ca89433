"""Joining groups of reports, the most alike first, until no two are alike enough (average linkage)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray


def join(likeness: NDArray[np.float64], groups: Sequence[Sequence[int]], least: float) -> list[list[int]]:
    """The groups that are left when no two are alike by ``least`` on the mean of their members.

    Of two pairs that are equally alike, the one with the earlier members is joined first.
    """
    members = [list(group) for group in groups]
    between, sizes = _between(likeness, members), np.array([len(group) for group in members], float)
    nearest, height = between.argmax(1), between.max(1)
    while len(members) > 1 and height.max() >= least:
        a = int(height.argmax())
        a, b = sorted((a, int(nearest[a])))
        members[a], members[b] = members[a] + members[b], []
        _merge(between, sizes, a, b)
        nearest, height = _renewed(between, nearest, height, a, b)
    return [sorted(group) for group in members if group]


def tied(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The groups that pairs of positions make of the first ``count`` numbers, in order."""
    leader = list(range(count))

    def lead(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    for a, b in pairs:
        first, second = sorted((lead(a), lead(b)))
        leader[second] = first
    groups: dict[int, list[int]] = {}
    for at in range(count):
        groups.setdefault(lead(at), []).append(at)
    return list(groups.values())


def _between(likeness: NDArray[np.float64], groups: Sequence[Sequence[int]]) -> NDArray[np.float64]:
    belongs = np.zeros((len(groups), len(likeness)))
    for at, group in enumerate(groups):
        belongs[at, list(group)] = 1 / len(group)
    between: NDArray[np.float64] = belongs @ likeness @ belongs.T
    np.fill_diagonal(between, -np.inf)
    return between


def _merge(between: NDArray[np.float64], sizes: NDArray[np.float64], a: int, b: int) -> None:
    """Group ``b`` into group ``a``; ``b`` is left without any likeness."""
    between[a] = (sizes[a] * between[a] + sizes[b] * between[b]) / (sizes[a] + sizes[b])
    between[:, a] = between[a]
    sizes[a] += sizes[b]
    between[b] = between[:, b] = -np.inf
    between[a, a] = -np.inf


def _renewed(
    between: NDArray[np.float64], nearest: NDArray[np.intp], height: NDArray[np.float64], a: int, b: int
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Each group's nearest, looked for again only where it could have changed."""
    stale = (nearest == a) | (nearest == b)
    stale[[a, b]] = True
    nearest[stale], height[stale] = between[stale].argmax(1), between[stale].max(1)
    nearer = between[:, a] > height
    nearest[nearer], height[nearer] = a, between[nearer, a]
    return nearest, height
