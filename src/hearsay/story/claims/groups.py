"""Which statements are about one proposition: average-link agglomeration of how alike they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_GONE = -np.inf


def groups(likeness: NDArray[np.float64], least: float) -> tuple[tuple[int, ...], ...]:
    """Merges the two groups that are most alike on average for as long as that is ``least`` or more.

    ``likeness`` is symmetric. Of equals the first are merged first. Groups come in the order of their first members.
    """
    size = len(likeness)
    members: dict[int, tuple[int, ...]] = {place: (place,) for place in range(size)}
    total = np.array(likeness, dtype=np.float64)
    mean = total.copy()
    np.fill_diagonal(mean, _GONE)
    while len(members) > 1:
        one, other = divmod(int(mean.argmax()), size)
        if mean[one, other] < least:
            break
        one, other = min(one, other), max(one, other)
        members[one] += members.pop(other)
        total[one] += total[other]
        total[:, one] = total[one]
        left = [place for place in members if place != one]
        counts = np.array([len(members[place]) for place in left])
        mean[other, :] = mean[:, other] = _GONE
        mean[one, left] = mean[left, one] = total[one, left] / (len(members[one]) * counts)
    return tuple(sorted(tuple(sorted(group)) for group in members.values()))
