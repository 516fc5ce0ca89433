"""What sets two parts of a story apart: words that one part is about, and that the other does not have.

Reports on two events of one kind, or on two events of one person, share most of their words. What shows that there
are two is that each part has marks of its own: nearly all its reports are about them, and nearly none of the others
has them at all. Reports that differ because they are copies of two texts are counted once for each text, and so make
no mark.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from hearsay.story.clusters.features import Features
    from hearsay.story.clusters.terms import Term

_WORTH = {"n": 1.0, "w": 0.5, "d": 0.7}  # names mark an event best
_COMMON = 1.0  # rarity from which on a word can be a mark
_RARE = 7.0  # rarity from which on one word marks as well as another
_TOP = 3  # marks of a part that count
_UNSURE = 2.0  # reports that are added to a part when its share is taken: few prove little


@dataclass(frozen=True, slots=True)
class Table:
    """Reports by terms: which report has a term at all, which is about it, how heavy it weighs there.

    ``counts`` is what each report counts: 1, or its part of the copies of one text.
    """

    words: tuple[str, ...]
    worth: NDArray[np.float64]
    has: NDArray[np.float64]
    about: NDArray[np.float64]
    weighs: NDArray[np.float64]
    counts: NDArray[np.float64]

    @classmethod
    def of(cls, features: Sequence[Features], counts: NDArray[np.float64]) -> Table:
        """The table of some reports: terms that two of them have, and that are rare enough to tell something."""
        found = Counter(term.word for one in features for term in one.terms if term.rarity >= _COMMON)
        words = tuple(sorted(word for word, times in found.items() if times > 1))
        places = {word: at for at, word in enumerate(words)}
        worths = np.zeros(len(words))
        has, about, weighs = (np.zeros((len(features), len(words))) for _ in range(3))
        for row, one in enumerate(features):
            for term in one.terms:
                if (at := places.get(term.word)) is not None:
                    worths[at] = max(worths[at], worth(term))
                    has[row, at], about[row, at] = 1, term.prominent
                    weighs[row, at] = _WORTH[term.kind] * term.weight * (2 if term.lead else 1)
        return cls(words, worths, has, about, weighs, counts)


def worth(term: Term) -> float:
    """How well a word marks an event, from 0 to 1."""
    return _WORTH[term.kind] * min(term.rarity, _RARE) / _RARE


def cuts(table: Table, order: NDArray[np.intp]) -> NDArray[np.float64]:
    """For each place where the reports, in this order, could be parted: how well the worse part is marked."""
    first, second = _marks(table, order)
    top = min(_TOP, len(table.words))
    if not top:
        return np.zeros(len(order) - 1)
    worse: NDArray[np.float64] = np.minimum(*(np.partition(side, -top)[:, -top:].sum(1) for side in (first, second)))
    return worse


def _marks(table: Table, order: NDArray[np.intp]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Cuts by terms: how well each term marks the reports before the cut, and those behind it."""
    counts = table.counts[order]
    has, about = (np.cumsum(side[order] * counts[:, None], axis=0) for side in (table.has, table.about))
    size = np.cumsum(counts)[:, None]
    total = size[-1]
    size = size[:-1]
    first = about[:-1] / (size + _UNSURE) - (has[-1] - has[:-1]) / (total - size)
    second = (about[-1] - about[:-1]) / (total - size + _UNSURE) - has[:-1] / size
    return np.maximum(first, 0) * table.worth, np.maximum(second, 0) * table.worth
