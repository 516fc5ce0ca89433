"""The stories among some reports: groups that are alike on the mean, parted where they are on two events.

The result is a function of the set of reports: they are put in order by what they say before anything is compared. It
is the same for a record as for the part of it that is joined by pairs alike by :data:`NEIGHBOURS`, since no group is
joined that has no such pair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.story.clusters.joining import join, tied
from hearsay.story.clusters.likeness import alike, similarity
from hearsay.story.clusters.parting import part

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hearsay.story.clusters.features import Features

__all__ = ["NEIGHBOURS", "clusters", "similarity"]

NEIGHBOURS = 0.24
"""Two reports less alike than this are neighbours only through others."""


def clusters(features: Sequence[Features], derived: Iterable[tuple[int, int]] = ()) -> tuple[tuple[int, ...], ...]:
    """The reports by their stories: positions, each story in rising order, the stories by their first.

    ``derived`` are pairs of positions, a copy and what it was taken from: they are on one story whatever else.
    """
    if not features:
        return ()
    order = sorted(range(len(features)), key=lambda at: (features[at].day or "", features[at].report))
    place = {at: rank for rank, at in enumerate(order)}
    ranked = [features[at] for at in order]
    families = tied(len(ranked), ((place[a], place[b]) for a, b in derived))
    family = [0] * len(ranked)
    for number, members in enumerate(families):
        for at in members:
            family[at] = number
    table = alike(ranked)
    groups = (side for group in join(table.whole, families, NEIGHBOURS) for side in part(group, ranked, table, family))
    return tuple(sorted(tuple(sorted(order[at] for at in group)) for group in groups))
