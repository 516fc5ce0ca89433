"""Parting a group of reports that are on two events: where each part has marks of its own, and both differ.

Two conditions are weighed against each other. Each part is marked by words that the other does not have (``marks``);
and reports of different parts are alike less than reports of one part are. The second is a measure that fits itself to
the group: reports on two fights of one boxer are more alike than two reports on one long strike.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from hearsay.story.clusters import marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from hearsay.story.clusters.features import Features
    from hearsay.story.clusters.likeness import Alike

_LEAST = 0.1  # by so much must the marks of both parts outweigh their likeness
_LIKENESS = 1.0  # what likeness weighs against marks
_SMALLEST = 2.0  # texts of their own that a part needs
_AXES = 3  # directions in which the reports are looked at


def part(group: Sequence[int], features: Sequence[Features], alike: Alike, family: Sequence[int]) -> list[list[int]]:
    """The group, or the groups that it is parted into, and those again.

    ``family`` gives each report the number of the text that it is a copy of.
    """
    cut = _cut(group, features, alike, family)
    if cut is None:
        return [list(group)]
    return [one for side in cut for one in part(side, features, alike, family)]


def counts(group: Sequence[int], family: Sequence[int]) -> NDArray[np.float64]:
    """What each report of a group counts, so that all copies of one text count as one report."""
    copies = Counter(family[at] for at in group)
    return np.array([1 / copies[family[at]] for at in group])


def _cut(
    group: Sequence[int], features: Sequence[Features], alike: Alike, family: Sequence[int]
) -> tuple[list[int], list[int]] | None:
    weights = counts(group, family)
    if weights.sum() < 2 * _SMALLEST:
        return None
    table = marks.Table.of([features[at] for at in group], weights)
    best, found = _LEAST, None
    for order in _orders(table):
        gains = _gains(group, order, table, alike, family)
        at = int(gains.argmax())
        if gains[at] > best:
            best = gains[at]
            found = sorted(group[i] for i in order[: at + 1]), sorted(group[i] for i in order[at + 1 :])
    return found


def _orders(table: marks.Table) -> list[NDArray[np.intp]]:
    """The reports in the order in which they lie along each of the directions in which they differ most."""
    if not table.words:
        return []
    lengths = np.linalg.norm(table.weighs, axis=1, keepdims=True)
    spread = table.weighs / np.where(lengths > 0, lengths, 1)
    spread -= np.average(spread, axis=0, weights=table.counts)
    axes = np.linalg.svd(spread * np.sqrt(table.counts)[:, None], full_matrices=False)[2][:_AXES]
    return [np.argsort(np.round(spread @ axis, 9), kind="stable") for axis in axes]


def _gains(
    group: Sequence[int], order: NDArray[np.intp], table: marks.Table, alike: Alike, family: Sequence[int]
) -> NDArray[np.float64]:
    """For each cut: by how much the marks of its parts outweigh their likeness."""
    ordered = np.array(group)[order]
    texts = np.array([family[at] for at in ordered])
    pairs = np.outer(table.counts[order], table.counts[order]) * (texts[:, None] != texts[None, :])
    likeness = np.mean([_relative(kind[np.ix_(ordered, ordered)], pairs) for kind in (alike.all, alike.names)], axis=0)
    before = np.cumsum(table.counts[order])[:-1]
    large = np.minimum(before, table.counts.sum() - before) > _SMALLEST - 1e-9
    return np.where(large, marks.cuts(table, order) - _LIKENESS * likeness, -np.inf)


def _relative(likeness: NDArray[np.float64], pairs: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each cut: how alike reports of different parts are, measured by the part whose reports are less alike."""
    cut = np.arange(len(likeness) - 1)
    sums, sizes = (np.cumsum(np.cumsum(of, 0), 1) for of in (likeness * pairs, pairs))
    inside, size = sums[cut, cut], sizes[cut, cut]
    across, width = sums[cut, -1] - inside, sizes[cut, -1] - size
    beyond, rest = sums[-1, -1] - inside - 2 * across, sizes[-1, -1] - size - 2 * width
    means = [np.where(n > 1e-9, s / np.maximum(n, 1e-9), np.inf) for s, n in ((inside, size), (beyond, rest))]
    least = np.minimum(*means)
    between = across / np.maximum(width, 1e-9)
    return np.where(np.isfinite(least), between / np.maximum(least, 0.02), 1.0)
