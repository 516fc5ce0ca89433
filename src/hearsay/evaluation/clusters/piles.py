"""A pile of reports, clustered as the product clusters a record: copies are known, everything else is found."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from hearsay.story.clusters.clusters import clusters
from hearsay.story.clusters.features import features
from hearsay.story.lineage.derive import between
from hearsay.story.lineage.prepared import prepare
from hearsay.story.lineage.sketch import sketch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hearsay.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Pile:
    """Reports as they were clustered: each one's name, its gold story and the story that was found for it."""

    names: tuple[str, ...]
    gold: tuple[str, ...]
    found: tuple[int, ...]

    def only(self, chosen: Iterable[bool]) -> list[int]:
        """The positions of those that are chosen."""
        return [at for at, one in enumerate(chosen) if one]


def pile(names: Sequence[str], gold: Sequence[str], readings: Sequence[Reading | None]) -> Pile:
    """Clusters some readings; one that could not be read is a story of its own."""
    read = [(at, reading) for at, reading in enumerate(readings) if reading is not None]
    groups = clusters([features(reading) for _, reading in read], derived([reading for _, reading in read]))
    found = {read[at][0]: number for number, group in enumerate(groups) for at in group}
    return Pile(tuple(names), tuple(gold), tuple(found.get(at, -1 - at) for at in range(len(names))))


def derived(readings: Sequence[Reading]) -> list[tuple[int, int]]:
    """The pairs of which one comes from the other, among those that have a number of their sketches in common."""
    shared: dict[int, list[int]] = defaultdict(list)
    for at, reading in enumerate(readings):
        for band in sketch(reading.report).bands:
            shared[band].append(at)
    prepared = [prepare(reading) for reading in readings]
    near = {pair for members in shared.values() for pair in combinations(members, 2)}
    return [(a, b) for a, b in sorted(near) if between(prepared[a], prepared[b])]
